"""Migrations of registry."""
