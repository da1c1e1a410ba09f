"""Who gives accounts and roles, and to whom: people, organisations, one's own page."""
