"""What the administration of people can do, one function each."""
