"""Beijing heating regulation: the heating season."""
