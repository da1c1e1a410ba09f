"""What is asked about scenarios, runs and plans."""
