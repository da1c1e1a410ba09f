"""The documents of: kaifeng."""
