"""Beijing regulation on property management: owners' bodies, contracts, maintenance fund."""
