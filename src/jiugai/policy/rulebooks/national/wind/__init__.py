"""Wind scale: from what speed on the wind has which force."""
