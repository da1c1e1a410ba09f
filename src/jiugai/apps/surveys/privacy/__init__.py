"""What surveys hold of households, and how it goes."""
