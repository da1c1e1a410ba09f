"""Tags of the register."""
