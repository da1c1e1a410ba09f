"""P14: Beijing's renewal plan for old residential estates in the 14th five-year period."""
