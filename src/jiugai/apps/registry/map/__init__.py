"""The map of the register: where estates stand, which lie together, what they add up to."""
