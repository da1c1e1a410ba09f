"""What would bring an estate that is left out into the plan."""
