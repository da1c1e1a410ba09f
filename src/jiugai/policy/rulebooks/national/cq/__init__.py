"""Regulation on the quality of construction works: warranty of parts."""
