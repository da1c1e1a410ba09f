"""Who works here: people, organisations, divisions, roles and what they may see."""
