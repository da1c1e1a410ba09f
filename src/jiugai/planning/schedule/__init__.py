"""Construction schedules: activities by building and trade, seasons, crews, days."""
