"""What waits for somebody today, and who is told of it."""
