"""Migrations of demands."""
