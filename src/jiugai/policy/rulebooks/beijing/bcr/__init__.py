"""Beijing complaint response: who answers a 12345 demand, how, and what is appraised."""
