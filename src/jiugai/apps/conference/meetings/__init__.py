"""Pages and rules of meetings: agenda, decisions, minutes."""
