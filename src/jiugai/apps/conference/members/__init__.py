"""Who sits in the conference of a city or a district."""
