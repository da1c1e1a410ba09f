"""Finding the best plan, with proof of how good it is."""
