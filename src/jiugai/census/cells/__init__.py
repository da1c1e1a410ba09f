"""Reading cells: from what a clerk wrote to a fact's value, or to a doubt about it."""
