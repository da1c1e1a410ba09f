"""Signs of demands."""
