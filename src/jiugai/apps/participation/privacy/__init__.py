"""Personal data: what is held of a household and why, how long, its consents and its requests."""
