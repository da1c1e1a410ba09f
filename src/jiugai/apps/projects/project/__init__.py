"""Projects: opening, reading, showing."""
