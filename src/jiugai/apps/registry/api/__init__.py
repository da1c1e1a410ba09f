"""What other systems ask: the register as JSON, with tokens."""
