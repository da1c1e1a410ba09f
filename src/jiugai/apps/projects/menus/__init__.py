"""Menus of works: what is done to an estate and to each of its buildings."""
