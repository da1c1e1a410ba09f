"""Who pays which share of what."""
