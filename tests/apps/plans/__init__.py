"""Scenarios, runs, plans and trials."""
