"""Long work that shows its progress, can be cancelled and survives a restart."""
