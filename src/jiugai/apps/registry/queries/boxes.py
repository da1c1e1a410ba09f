"""Boxes of the map as addresses write them: west,south,east,north in degrees of WGS-84."""

Box = tuple[float, float, float, float]


def box(text: str) -> Box:
    """Return west, south, east and north; raises ValueError if they are none."""
    west, south, east, north = (float(word) for word in text.split(","))
    if not (-180 <= west <= east <= 180 and -90 <= south <= north <= 90):
        raise ValueError("west,south,east,north")
    return west, south, east, north


def box_or_none(text: str) -> Box | None:
    """Return a box, None where a text is none."""
    try:
        return box(text)
    except ValueError:
        return None
