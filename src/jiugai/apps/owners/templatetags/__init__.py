"""Template tags of owners."""
