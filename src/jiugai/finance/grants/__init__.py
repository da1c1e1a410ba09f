"""What an office is due of the money that is given from above."""
