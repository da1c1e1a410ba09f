"""Questionnaires: what they ask, when a question is asked, which answers fit."""
