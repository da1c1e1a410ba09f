"""The files of a plan."""
