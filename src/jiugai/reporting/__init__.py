"""Tables and figures become files that an office can table."""
