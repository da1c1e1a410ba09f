"""The register as vector tiles, without PostGIS: one range of numbers a tile."""
