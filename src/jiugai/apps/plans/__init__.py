"""From the reserve pool to the plan that is in force."""
