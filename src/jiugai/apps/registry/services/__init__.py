"""What can happen to the register, one function each."""
