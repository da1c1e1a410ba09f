"""PMR: the national regulations on property management, as amended in 2018."""
