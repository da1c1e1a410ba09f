"""Owners organise: their bodies, their property service, and what they give to the works."""
