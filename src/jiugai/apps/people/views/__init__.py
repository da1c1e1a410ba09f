"""Pages on people, organisations and oneself."""
