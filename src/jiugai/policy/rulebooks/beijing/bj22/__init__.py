"""BJ22: organising the works in old estates, from the ten befores to oversight."""
