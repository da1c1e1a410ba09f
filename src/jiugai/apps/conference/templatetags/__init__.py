"""Signs of the conference."""
