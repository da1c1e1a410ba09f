"""Telling other systems."""
