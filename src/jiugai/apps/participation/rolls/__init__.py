"""Rolls of owners that come in as files."""
