"""Civil Code: joint decisions of the owners, sharing of costs, counting of periods."""
