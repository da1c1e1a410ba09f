"""Tags of the pages on people."""
