"""Tests of the joint conference."""
