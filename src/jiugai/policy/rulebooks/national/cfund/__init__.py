"""CFUND: how central money for old estates is shared between provinces."""
