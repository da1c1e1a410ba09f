"""Duties of departments: who owes what by which clause, and how far it is."""
