"""The documents of: beijing."""
