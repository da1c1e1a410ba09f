"""Who pays what of a project's works, down to the household."""
