"""What households see of their body, service and contributions."""
