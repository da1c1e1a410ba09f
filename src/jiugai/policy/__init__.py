"""Rules with their clause, the law of a place on a day, and verdicts that can be explained."""
