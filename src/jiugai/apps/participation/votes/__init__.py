"""Votes: prepared, opened, cast, counted, published, verified."""
