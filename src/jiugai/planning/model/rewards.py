"""What neighbours add who start in the same year."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import numpy as np
from numpy.typing import NDArray

from jiugai.planning.model.limits import Whole
from jiugai.planning.pairs import Pair


@dataclass(frozen=True, slots=True, eq=False)
class Rewards:
    """Pairs k of estates `first[k]`, `second[k]`; `milli[k, t]` where both start in year t.

    `near[i]` holds, for each neighbour of estate i, its number and that of the pair.
    """

    first: Whole
    second: Whole
    milli: Whole
    near: tuple[tuple[tuple[int, int], ...], ...]

    def of(self, year: Whole) -> int:
        """Return what all pairs of a plan add, given the year of each estate."""
        return int(self.by_pair(year).sum())

    def by_pair(self, year: Whole) -> Whole:
        """Return what each pair of a plan adds."""
        start = year[self.first]
        together = (start >= 0) & (start == year[self.second])
        found: Whole = np.where(together, self.milli[np.arange(len(start)), start], 0)
        return found

    def beside_of(self, estate: int, plan: Whole) -> list[tuple[int, int]]:
        """Return the neighbours who start with an estate, and its half of each reward.

        Of an odd reward the first of the pair has the larger half.
        """
        year = int(plan[estate])
        found = []
        for other, pair in self.near[estate]:
            whole = int(self.milli[pair, year])
            if whole and plan[other] == year:
                first = self.first[pair] == estate
                found.append((other, whole - whole // 2 if first else whole // 2))
        return found

    def beside(self, estate: int, year: int, plan: Whole) -> int:
        """Return what an estate's start in a year adds with neighbours that start then."""
        return sum(
            int(self.milli[pair, year]) for other, pair in self.near[estate] if plan[other] == year
        )

    def credit(self, first: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return [i, t] what estates are credited with, where `first` is the part of the first."""
        return np.asarray(
            self._sum(self.first) @ first + self._sum(self.second) @ (self.milli - first)
        )

    def _sum(self, side: Whole) -> Any:
        from scipy import sparse  # only who searches waits for it to load

        shape = (len(self.near), len(side))
        return sparse.csr_array((np.ones(len(side)), (side, np.arange(len(side)))), shape=shape)


def rewards_of(
    pairs: Sequence[Pair], ids: Sequence[str], basic: Whole, worth: Fraction
) -> Rewards:
    """Return the rewards of neighbours: a share of the smaller basic worth `basic[i, t]`.

    Pairs of which one is no candidate, and rewards that round to nothing, are left out.
    """
    at = {id_: index for index, id_ in enumerate(ids)}
    known = [(at[p.first], at[p.second]) for p in pairs if p.first in at and p.second in at]
    ends = np.array(sorted(known), dtype=np.int64).reshape(len(known), 2)
    milli = rewarded(basic[ends[:, 0]], basic[ends[:, 1]], worth)
    kept = milli.any(axis=1)
    ends, milli = ends[kept], milli[kept]
    near: list[list[tuple[int, int]]] = [[] for _ in ids]
    for pair, (one, other) in enumerate(ends.tolist()):
        near[one].append((other, pair))
        near[other].append((one, pair))
    return Rewards(ends[:, 0], ends[:, 1], milli, tuple(map(tuple, near)))


def rewarded(one: Whole, other: Whole, worth: Fraction) -> Whole:
    """Return the rewards of pairs of such basic worths, in whole thousandths, rounded half up."""
    smaller = np.minimum(one, other)
    found: Whole = (2 * smaller * worth.numerator + worth.denominator) // (2 * worth.denominator)
    return found
