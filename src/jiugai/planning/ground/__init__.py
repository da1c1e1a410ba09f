"""Where estates lie, and what is between them."""
