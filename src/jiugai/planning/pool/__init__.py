"""Who may enter a plan."""
