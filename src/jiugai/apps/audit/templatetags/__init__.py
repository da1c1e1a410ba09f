"""Tags of the record and of sensitive values."""
