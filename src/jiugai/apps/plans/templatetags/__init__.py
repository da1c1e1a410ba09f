"""Tags of plans."""
