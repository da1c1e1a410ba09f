"""What happens in an office: one folder for each part of the life of an estate."""
