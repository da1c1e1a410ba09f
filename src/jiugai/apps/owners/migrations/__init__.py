"""Tables of owners."""
