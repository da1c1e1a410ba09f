"""What residents give to the works of their estate."""
