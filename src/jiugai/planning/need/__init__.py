"""How much an estate needs renewal."""
