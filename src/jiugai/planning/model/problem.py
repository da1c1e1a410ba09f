"""The plan as arithmetic: candidates, years and classes, what each is worth, and every limit."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Final

import numpy as np

from jiugai.planning.model.classes import BASIC, CLASSES
from jiugai.planning.model.limits import Flags, Limit, Sizes, Whole
from jiugai.planning.need.weights import Measure, Weights
from jiugai.planning.pool.candidates import Candidate

#: Benefit is counted in thousandths, so that it adds up exactly.
MILLI: Final = 1000


@dataclass(frozen=True, slots=True, eq=False)
class Problem:
    """Estates i in order of id, years t, classes c; `benefit[i, t, c]` in thousandths.

    An estate starts in one year or never, with its basic class; other classes come with it.
    """

    ids: tuple[str, ...]
    years: tuple[int, ...]
    benefit: Whole
    offered: Flags
    open: Flags
    mandatory: Flags
    limits: tuple[Limit, ...]
    _uses: Whole = field(repr=False)
    _whens: Whole = field(repr=False)
    most: Whole = field(repr=False)

    def used(self, estate: int, year: int, classes: Flags) -> Whole:
        """Return what works in one estate use of every limit."""
        found: Whole = (self._uses[:, estate] * self._whens[:, year]) @ classes.astype(np.int64)
        return found

    def used_by_class(self, estate: int, year: int) -> Whole:
        """Return, limit by limit, what each class of one estate uses."""
        found: Whole = self._uses[:, estate] * self._whens[:, year]
        return found

    def used_in_all(self, year: Whole, done: Flags) -> Whole:
        """Return what a whole plan uses of every limit."""
        chosen = np.flatnonzero(year >= 0)
        per_year = np.zeros((len(self.years), len(self.limits), len(CLASSES)), dtype=np.int64)
        for t in range(len(self.years)):
            here = chosen[year[chosen] == t]
            per_year[t] = (self._uses[:, here] * done[here]).sum(axis=1)
        found: Whole = np.einsum("tlc,ltc->l", per_year, self._whens)
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
) -> Problem:
    """Return the problem of candidates in order of id, without limits that nothing can reach."""
    kept = tuple(limit for limit in limits if _can_bind(limit))
    shape = (len(kept), len(candidates), len(CLASSES))
    times = (len(kept), len(years), len(CLASSES))
    return Problem(
        ids=tuple(one.id for one in candidates),
        years=years,
        benefit=benefits(candidates, len(years), weights),
        offered=_flags([one.offered for one in candidates]).reshape(shape[1:]),
        open=_flags([[year in one.years for year in years] for one in candidates]).reshape(
            len(candidates), len(years)
        ),
        mandatory=_flags([one.mandatory for one in candidates]),
        limits=kept,
        _uses=_whole([limit.use for limit in kept]).reshape(shape),
        _whens=_whole([limit.when for limit in kept]).reshape(times),
        most=_whole([limit.most for limit in kept]),
    )


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
