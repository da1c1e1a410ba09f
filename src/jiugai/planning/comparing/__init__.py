"""Finished plans beside each other, and beside the need."""
