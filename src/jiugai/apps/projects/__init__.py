"""From wish to project: applications, tasks, gates, and what waits for whom."""
