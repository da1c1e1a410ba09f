"""Tickets of the hotline 12345: read from workbooks and taken over the interface."""
