"""Who may vote, and when a decision is carried."""
