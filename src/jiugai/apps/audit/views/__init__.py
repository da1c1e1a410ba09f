"""Pages of the record, and the opening of sensitive values."""
