"""Surveys: residents are asked before the works, visited at home, and rate them afterwards."""
