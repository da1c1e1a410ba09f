"""Residents choose optional items within a sum 居民点单."""
