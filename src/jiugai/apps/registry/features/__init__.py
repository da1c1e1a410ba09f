"""The register as OGC API Features: collections, boxes, one feature."""
