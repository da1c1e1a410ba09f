"""What can happen to scenarios, runs and plans."""
