"""The residents decide: votes, notices, demands, and the pages of households."""
