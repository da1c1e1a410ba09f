"""The plan as arithmetic: candidates, years and classes, what each is worth, and every limit."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any, Final

import numpy as np

from jiugai.planning.classes import BASIC, CLASSES
from jiugai.planning.model.limits import Flags, Limit, Sizes, Whole
from jiugai.planning.model.rewards import Rewards, rewards_of
from jiugai.planning.need.weights import Measure, Weights
from jiugai.planning.pairs import Pair
from jiugai.planning.pool.candidates import Candidate

#: Benefit is counted in thousandths, so that it adds up exactly.
MILLI: Final = 1000


@dataclass(frozen=True, slots=True, eq=False)
class Problem:
    """Estates i in order of id, years t, classes c; `benefit[i, t, c]` in thousandths.

    An estate starts in one year or never, with its basic class; other classes come with it,
    and `required[i, c]` must. `rewards` are what neighbours add who start in the same year.
    """

    ids: tuple[str, ...]
    years: tuple[int, ...]
    benefit: Whole
    offered: Flags
    open: Flags
    mandatory: Flags
    required: Flags
    rewards: Rewards
    limits: tuple[Limit, ...]
    most: Whole = field(repr=False)
    #: What choice (i, t, c), as a row, uses of each limit, as a column.
    uses: Any = field(repr=False)

    def used(self, estate: int, year: int, classes: Flags) -> Whole:
        """Return what works in one estate use of every limit."""
        found: Whole = np.zeros(len(self.limits), dtype=np.int64)
        first = self.row(estate, year)
        starts = self.uses.indptr
        for works in range(len(CLASSES)):
            if classes[works]:
                here = slice(starts[first + works], starts[first + works + 1])
                found[self.uses.indices[here]] += self.uses.data[here]
        return found

    def row(self, estate: int, year: int) -> int:
        """Return the row of `uses` for the basic class of an estate in a year."""
        return (estate * len(self.years) + year) * len(CLASSES)

    def used_in_all(self, year: Whole, done: Flags) -> Whole:
        """Return what a whole plan uses of every limit."""
        chosen: Flags = np.zeros(self.benefit.shape, dtype=np.bool_)
        started = np.flatnonzero(year >= 0)
        chosen[started, year[started]] = done[started]
        found: Whole = self.uses.T @ chosen.ravel().astype(np.int64)
        return found


def sizes_of(candidates: Sequence[Candidate]) -> Sizes:
    """Return the sizes that limits are made of.

    A missing floor area never makes the basic share easier: it counts as 0 where there are
    basic works and as the largest known one where there are none.
    """
    known = [one.area for one in candidates if one.area is not None]
    largest = max(known, default=1)
    areas = [
        (0 if one.gross[BASIC] else largest) if one.area is None else one.area
        for one in candidates
    ]
    shape = (len(candidates), len(CLASSES))
    return Sizes(
        gross=_whole([[cents or 0 for cents in one.gross] for one in candidates]).reshape(shape),
        net=_whole([one.net for one in candidates]).reshape(shape),
        households=_whole([one.households for one in candidates]),
        area=_whole(areas),
        streets=tuple(one.street for one in candidates),
        street_names={one.street: one.street_name for one in candidates},
    )


def make_problem(
    candidates: Sequence[Candidate],
    years: tuple[int, ...],
    limits: Sequence[Limit],
    weights: Weights,
    pairs: Sequence[Pair] = (),
) -> Problem:
    """Return the problem of candidates in order of id, without limits that nothing can reach."""
    kept = tuple(limit for limit in limits if _can_bind(limit))
    shape = (len(candidates), len(CLASSES))
    ids = tuple(one.id for one in candidates)
    benefit = benefits(candidates, len(years), weights)
    opened = _flags([[year in one.years for year in years] for one in candidates])
    opened = opened.reshape(len(candidates), len(years))
    required = [[works in one.required for works in CLASSES] for one in candidates]
    return Problem(
        ids=ids,
        years=years,
        benefit=benefit,
        offered=_flags([one.offered for one in candidates]).reshape(shape),
        open=opened,
        mandatory=_flags([one.mandatory for one in candidates]),
        required=_flags(required).reshape(shape),
        rewards=rewards_of(pairs, ids, benefit[:, :, BASIC] * opened, weights.neighbours.worth),
        limits=kept,
        most=_whole([limit.most for limit in kept]),
        uses=_uses(kept, benefit.shape),
    )


def _uses(limits: Sequence[Limit], shape: tuple[int, ...]) -> Any:
    from scipy import sparse  # only who searches waits for it to load

    rows: list[Whole] = []
    columns: list[Whole] = []
    values: list[Whole] = []
    for index, limit in enumerate(limits):
        use = limit.uses(shape[1]).ravel()
        cells = np.flatnonzero(use)
        rows.append(cells)
        columns.append(np.full(len(cells), index))
        values.append(use[cells])
    where = (_joined(rows), _joined(columns))
    size = (int(np.prod(shape)), len(limits))
    return sparse.coo_array((_joined(values), where), shape=size).tocsr()


def _joined(parts: Sequence[Whole]) -> Whole:
    return np.concatenate(parts) if parts else np.zeros(0, dtype=np.int64)


def benefits(candidates: Sequence[Candidate], years: int, weights: Weights) -> Whole:
    """Return what each class of each estate is worth in each year, in thousandths.

    Score × households (or × 1), times the worth of the class, times the yearly discount. A
    class that costs nothing is worth nothing: there is nothing to do.
    """
    found = np.zeros((len(candidates), years, len(CLASSES)), dtype=np.int64)
    for i, one in enumerate(candidates):
        size = max(1, one.households) if weights.measure is Measure.HOUSEHOLDS else 1
        whole = Fraction(one.score.hundredths * size * MILLI, 100 * 100)
        for c, worth in enumerate(weights.classes):
            for t in range(years if one.gross[c] else 0):
                found[i, t, c] = max(worth > 0, round(whole * worth * weights.later**t))
    return found


def _can_bind(limit: Limit) -> bool:
    return int(np.where(limit.use > 0, limit.use, 0).sum()) > limit.most


def _whole(values: object) -> Whole:
    return np.array(values, dtype=np.int64)


def _flags(values: object) -> Flags:
    return np.array(values, dtype=np.bool_)
