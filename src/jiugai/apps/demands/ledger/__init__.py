"""The ledger: what can happen to a demand, what is asked about it, its pages."""
