"""Tasks: estates that the conference assigns beside the applications."""
