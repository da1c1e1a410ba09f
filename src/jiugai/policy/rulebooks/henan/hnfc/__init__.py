"""HNFC: Henan's flood control measures, for the season in which works must expect floods."""
