"""Pages of a household on its own demands."""
