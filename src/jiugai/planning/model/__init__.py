"""The plan as arithmetic."""
