"""Beijing regulation on the quality of construction works: warranty towards the owners."""
