"""Needs become scores, scores become a plan within the money."""
