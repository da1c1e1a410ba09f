"""The documents of: xicheng."""
