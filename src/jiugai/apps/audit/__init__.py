"""The record of who did what, which nobody can change unseen."""
