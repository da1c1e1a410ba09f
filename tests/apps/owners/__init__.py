"""Tests of owners' bodies, property service and contributions."""
