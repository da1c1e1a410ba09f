"""The responsible planner's review of a design: all remarks at once, each answered."""
