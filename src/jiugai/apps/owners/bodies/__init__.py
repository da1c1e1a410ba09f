"""Owners' bodies: formed, filed, in term, with who sits on them."""
