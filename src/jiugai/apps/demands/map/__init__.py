"""Demands as a layer of the register's map: at which estates, how many, how many are overdue."""
