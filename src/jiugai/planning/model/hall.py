"""Sets of works that several givers can carry together, exact by Hall's theorem.

Givers are pots of money or firms: each has an amount in one year, open to some classes.
"""

from collections.abc import Iterator, Sequence
from itertools import product
from typing import Protocol

import numpy as np

from jiugai.planning.classes import CLASSES
from jiugai.policy.entries import Works

#: Per class, the stretch of years whose works are in a set.
Reach = tuple[tuple[int, int], ...]


class Giver(Protocol):
    """Somebody with an amount to give in one year, for works of some classes."""

    @property
    def year(self) -> int:
        """Return the year in which the amount is given."""

    @property
    def classes(self) -> frozenset[Works]:
        """Return the classes it is open to."""

    @property
    def amount(self) -> int:
        """Return how much there is."""


class HallSet:
    """A set of works, with the givers that may carry any of it and what they have."""

    def __init__(self, reach: Reach, givers: Sequence[Giver], years: Sequence[int]) -> None:
        self.reach = reach
        self.when = np.array(
            [[start <= t < end for start, end in reach] for t in range(len(years))],
            dtype=np.bool_,
        )
        self.members = tuple(
            index
            for index, giver in enumerate(givers)
            if _reaches_into(reach, giver, list(years).index(giver.year))
        )
        self.supply = sum(givers[index].amount for index in self.members)
        self.cells = frozenset(
            zip(*(axis.tolist() for axis in np.nonzero(self.when)), strict=True)
        )

    @property
    def last(self) -> int:
        """Return the last year, by its place in the horizon, whose works are in the set."""
        return max(end for _start, end in self.reach) - 1

    def stretches(self) -> Iterator[tuple[int, int, frozenset[Works]]]:
        """Yield first and last year with the classes of just these years, in order."""
        for start, end in sorted({years for years in self.reach if years[1]}):
            named = zip(CLASSES, self.reach, strict=True)
            yield start, end - 1, frozenset(works for works, at in named if at == (start, end))


def hall_sets(
    givers: Sequence[Giver], years: Sequence[int], *, carry: bool, every: bool = False
) -> list[HallSet]:
    """Return sets that are all covered exactly if the givers can carry the works.

    Works can be shared out if every set of them is covered by the givers open to it; sets that
    others imply are left out. With `every`, only those are that stay implied when somebody
    gives more for all classes. With `carry`, what a year leaves over may be used later, and a
    set reaches over years.
    """
    sets = [HallSet(reach, givers, years) for reach in _reaches(len(years), carry=carry)]
    if every:
        return [found for found in sets if not _is_inside(found, sets)]
    by_cells = {found.cells: found for found in sets}
    return [found for found in sets if not _is_implied(found, by_cells)]


def _reaches(years: int, *, carry: bool) -> Iterator[Reach]:
    if carry:
        ends = product(range(years + 1), repeat=len(CLASSES))
        yield from (tuple((0, end) for end in per_class) for per_class in ends if any(per_class))
        return
    for year in range(years):
        chosen = product((False, True), repeat=len(CLASSES))
        yield from (
            tuple((year, year + 1) if one else (0, 0) for one in per_class)
            for per_class in chosen
            if any(per_class)
        )


def _reaches_into(reach: Reach, giver: Giver, given: int) -> bool:
    return any(
        start <= given < end
        for works, (start, end) in zip(CLASSES, reach, strict=True)
        if works in giver.classes
    )


def _is_inside(found: HallSet, sets: Sequence[HallSet]) -> bool:
    """Return whether a larger set of the same years has no more supply."""
    years = found.when.any(axis=1)
    return any(
        other.cells > found.cells
        and other.supply == found.supply
        and (other.when.any(axis=1) == years).all()
        for other in sets
    )


def _is_implied(found: HallSet, sets: dict[frozenset[tuple[int, int]], HallSet]) -> bool:
    """Return whether other sets imply one.

    A larger set with the same supply implies a smaller one; two separate sets with separate,
    positive supplies imply their union. Each implication goes to a larger set or to a smaller
    supply, so that none is circular.
    """
    for other in sets.values():
        if other.cells > found.cells and other.supply == found.supply:
            return True
        rest = sets.get(found.cells - other.cells) if other.cells < found.cells else None
        if rest is None or not other.supply or not rest.supply:
            continue
        if other.supply + rest.supply == found.supply:
            return True
    return False
