"""Measurements against the bars, side by side with named peers in the same run."""
