"""Keep answers, whatever way they come in."""
