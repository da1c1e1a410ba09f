"""The Django site: settings, addresses, the embedded database, the processes that serve."""
