"""Property service: tried, in an emergency or interim, voted on, contracted."""
