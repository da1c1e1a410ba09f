"""HNPM: Henan's regulations on property management, in force since 2018."""
