"""Beijing flood control: the flood season."""
