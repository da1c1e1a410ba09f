"""What a decision gives organisations to do, until it is done."""
