"""The least rise of its score with which an estate left out belongs into the best plan."""

import math
from dataclasses import dataclass
from typing import Final

from jiugai.planning.answers.ways.core import Found
from jiugai.planning.answers.ways.outsider import Outsider, proven
from jiugai.planning.answers.ways.way import ScoreWay
from jiugai.planning.model.limits import Whole
from jiugai.planning.search.draft import Draft

#: So often a smaller rise is tried than the one just found.
TRIES: Final = 6
#: In so many years, the likeliest first, room is looked for until there is some.
YEARS: Final = 2


def score_way(one: Outsider) -> ScoreWay:
    """Return the least rise of the score with which a plan has the estate and is worth no less.

    The best plan that has the estate tells a rise that is enough for that plan; the best plan at
    a smaller rise tells a smaller one, until none is enough any more (as Newton's method does).
    """
    priced = one.priced.score(one.alone)[0]
    best, least = None, float(priced.min())
    likely = [year for year in one.likely_years(priced) if priced[year] <= one.highest]
    for year in likely[:YEARS]:
        for free in one.rooms(year):
            rises = _Rises(one, free, least)
            best = rises.from_above(best) or best
            least = proven(least, rises.inside, _beyond(one, free))
        if best is not None:
            break
    return _way(one, best, least)


def priced_score(least: float, highest: int) -> ScoreWay:
    """Return what the prices alone prove: so many hundredths of a point are needed at least."""
    return ScoreWay(None, _whole(least, highest), highest)


def _whole(rise: float, highest: int) -> int | None:
    return math.ceil(rise) if rise <= highest else None


def _beyond(one: Outsider, free: Whole) -> float:
    return float(one.priced.score(one.alone, one.margin.beyond(free)).min())


def _way(one: Outsider, best: "_Rise | None", least: float) -> ScoreWay:
    if best is None:
        return priced_score(least, one.highest)
    year = one.margin.problem.years[int(best.draft.year[one.index])]
    return ScoreWay(best.by, _whole(least, one.highest), one.highest, year)


@dataclass(frozen=True, slots=True, eq=False)
class _Rise:
    """A rise in hundredths of a point, and the plan for which it is enough."""

    by: int
    draft: Draft


class _Rises:
    """The rises of a score that are enough with some choices open."""

    def __init__(self, one: Outsider, free: Whole, least: float) -> None:
        self.one = one
        self.free = free
        self.least = least
        #: No smaller rise is enough with these choices.
        self.inside = 0

    def from_above(self, known: _Rise | None) -> _Rise | None:
        """Return the least rise that is found to be enough, beginning with a known one."""
        best = known or self._of(self._best().draft)
        for _try in range(TRIES):
            if best is not None and best.by <= max(self.inside, self.least):
                break
            draft = self._tried(self.one.highest if best is None else best.by - 1, best)
            if draft is None:
                break
            best = self._of(draft)
        return best

    def _of(self, draft: Draft | None) -> _Rise | None:
        enough = None if draft is None else self._enough(draft)
        return None if draft is None or enough is None else _Rise(enough, draft)

    def _best(self) -> Found:
        core = self.one.core(self.free, self.one.worth())
        return core.solve(most=core.gain)

    def _tried(self, rise: int, known: _Rise | None) -> Draft | None:
        """Return the best plan with such a rise if it is worth enough, and learn if none is."""
        core = self.one.core(self.free, self.one.worth(rise))
        core.keeps_worth()
        if known is not None:
            core.hint(known.draft)
        found = core.solve(most=core.gain)
        if found.draft is None and found.is_final:
            self.inside = rise + 1
        return found.draft

    def _enough(self, draft: Draft) -> int | None:
        """Return the least rise with which a plan is worth no less than today's, exactly."""
        goal, low, high = self.one.margin.worth, 0, self.one.highest
        under, over = self._worth(draft, low), self._worth(draft, high)
        if under >= goal or over < goal:
            return 0 if under >= goal else None
        step = 0
        while high - low > 1:
            step += 1
            # Worth grows about in proportion; every third step halves, come what may.
            part = 0.5 if step % 3 == 0 else (goal - under) / (over - under)
            middle = min(max(low + int(part * (high - low)), low + 1), high - 1)
            worth = self._worth(draft, middle)
            if worth >= goal:
                high, over = middle, worth
            else:
                low, under = middle, worth
        return high

    def _worth(self, draft: Draft, rise: int) -> int:
        return self.one.worth(rise).of(draft)
