"""Pages on which a household answers."""
