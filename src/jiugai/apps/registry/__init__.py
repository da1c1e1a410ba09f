"""The register: estates and what stands in them, with the source of every value."""
