"""Migrations of participation."""
