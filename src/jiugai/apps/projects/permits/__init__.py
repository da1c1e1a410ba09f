"""Which permits a project needs and why, and what is filed before the works begin."""
