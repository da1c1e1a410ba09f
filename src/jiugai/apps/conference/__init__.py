"""The joint conference 联席会: members, meetings, decisions, what they give to whom."""
