"""Who gives how much, for what, in which year."""
