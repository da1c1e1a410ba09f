"""Tests of what brings an estate into a plan."""
