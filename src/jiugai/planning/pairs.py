"""The words of neighbourhood: where an estate stands, which two are close."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """Where an estate stands, in degrees of one datum (None: nobody knows), and what is idle."""

    id: str
    lon: float | None
    lat: float | None
    idle: tuple[str, ...] = ()

    @property
    def is_known(self) -> bool:
        """Return whether the estate has a point."""
        return self.lon is not None and self.lat is not None


@dataclass(frozen=True, slots=True, order=True)
class Pair:
    """Two neighbouring estates, `first` before `second`, with the metres between them."""

    first: str
    second: str
    metres: float

    def __post_init__(self) -> None:
        if self.first >= self.second:
            raise ValueError(f"A pair is in order, not {self.first!r} before {self.second!r}.")
