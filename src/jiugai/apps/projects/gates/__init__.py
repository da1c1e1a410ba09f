"""Gates of a project: what shows that it has passed the steps that come before the works."""
