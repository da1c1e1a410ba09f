"""Documents in the layout of official ones 公文, as GB/T 9704 has it."""
