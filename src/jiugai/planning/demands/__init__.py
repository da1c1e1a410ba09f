"""What an office demands of a plan beyond the money."""
