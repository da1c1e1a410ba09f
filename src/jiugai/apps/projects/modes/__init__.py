"""Ways of doing a renewal 实施模式: as the texts describe them, compared by money, adopted."""
