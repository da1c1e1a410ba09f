"""The demands of an office: quotas, locks, exclusions, firms, pilots, each with where it stood."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from jiugai.planning.model.limits import Unit
from jiugai.policy.entries import Works

#: Every year of the plan by itself, in place of single years.
EACH_YEAR: Final = -1


@dataclass(frozen=True, slots=True)
class Place:
    """The file and the cell in which a demand stands, like 要求.csv B3."""

    file: str
    cell: str

    def __str__(self) -> str:
        return f"{self.file} {self.cell}".strip()


#: A number of estates, households, ㎡ or cents, or a share of what the plan holds of them.
Amount = int | Fraction


@dataclass(frozen=True, slots=True)
class Quota:
    """At least or at most so much for a division, "" being all; no `year` is the whole plan."""

    place: Place
    division: str
    year: int | None
    classes: frozenset[Works]
    least: Amount | None
    most: Amount | None
    unit: Unit


@dataclass(frozen=True, slots=True)
class Named:
    """An estate as somebody names it: by its id, or by name and sub-district."""

    place: Place
    name: str
    street: str = ""

    def __str__(self) -> str:
        return f"{self.street} {self.name}".strip()


@dataclass(frozen=True, slots=True)
class Lock:
    """An estate that must start, in one of `years` or in any, with `classes` among its works."""

    estate: Named
    years: tuple[int, ...]
    classes: frozenset[Works]


@dataclass(frozen=True, slots=True)
class Exclusion:
    """An estate that must not start, in `years` or at all, and why."""

    estate: Named
    years: tuple[int, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class FirmBound:
    """How much one firm, or with `firm` "" all of them, can carry in a year."""

    place: Place
    firm: str
    year: int
    classes: frozenset[Works]
    most: int
    unit: Unit

    @property
    def amount(self) -> int:
        """Return how much there is, as sharing out counts it."""
        return self.most


@dataclass(frozen=True, slots=True)
class Demands:
    """Everything that a file demands of a plan."""

    origin: str = ""
    quotas: tuple[Quota, ...] = ()
    locks: tuple[Lock, ...] = ()
    exclusions: tuple[Exclusion, ...] = ()
    firms: tuple[FirmBound, ...] = ()
    pilots: tuple[Named, ...] = ()


NO_DEMANDS: Final = Demands()
