"""Tell other systems what happened."""
