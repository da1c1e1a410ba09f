"""Tags of surveys."""
