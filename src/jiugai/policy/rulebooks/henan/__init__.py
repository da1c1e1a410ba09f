"""The documents of: henan."""
