"""JGJ/T 104-2011: when winter works begin and end."""
