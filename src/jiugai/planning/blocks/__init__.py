"""Contiguous renovation: neighbours, bundles of a year, tender packages."""
