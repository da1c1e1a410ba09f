"""The documents of: national."""
