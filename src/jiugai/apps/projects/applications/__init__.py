"""Applications: the chain from wish to confirmation, its clocks and its pages."""
