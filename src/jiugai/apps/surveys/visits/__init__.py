"""Visits to flats, and sheets of paper that are typed in."""
