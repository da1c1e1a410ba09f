"""The texts as data and small rules: <place>/<document>/."""
