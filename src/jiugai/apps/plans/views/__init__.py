"""Pages of the pool, the studio and the plans."""
