"""The least rise of its score with which an estate left out belongs into the best plan."""

import math
from typing import Final

import numpy as np

from jiugai.planning.answers.ways.core import Core, Found
from jiugai.planning.answers.ways.outsider import Outsider
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
    least = one.priced.score(one.alone)[0]
    years = [year for year in one.likely_years(least) if least[year] <= one.highest]
    for year in years[:YEARS]:
        found = _Rises(one, one.around(year)).least()
        if found.at_most is not None or found.at_least is None:
            return found
    return priced_score(one)


def priced_score(one: Outsider) -> ScoreWay:
    """Return what the prices alone prove."""
    least = float(one.priced.score(one.alone).min())
    return ScoreWay(None, _whole(least, one.highest), one.highest)


def _whole(rise: float, highest: int) -> int | None:
    return math.ceil(rise) if rise <= highest else None


class _Rises:
    """The rises of a score that are enough with some choices open."""

    def __init__(self, one: Outsider, free: Whole) -> None:
        self.one = one
        self.free = free
        self.always = float(one.priced.score(one.alone).min())
        #: No smaller rise is enough with these choices.
        self.inside = 0

    def least(self) -> ScoreWay:
        """Return the least rise that is enough."""
        draft = self._best().draft
        rise = None if draft is None else self._enough(draft)
        for _try in range(TRIES):
            if rise is not None and rise <= max(self.inside, self.always):
                break
            found = self._tried(self.one.highest if rise is None else rise - 1)
            if found is None:
                break
            rise, draft = self._enough(found), found
        return self._way(rise, draft)

    def _core(self, rise: int) -> Core:
        core = self.one.core(self.free, self.one.worth(rise))
        core.starts(self.one.index)
        return core

    def _best(self) -> Found:
        core = self._core(0)
        return core.solve(most=core.gain)

    def _tried(self, rise: int) -> Draft | None:
        """Return the best plan with such a rise if it is worth enough, and learn if none is."""
        core = self._core(rise)
        core.keeps_worth()
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

    def _way(self, rise: int | None, draft: Draft | None) -> ScoreWay:
        """Any plan is among the open choices, or beyond them, where it loses more."""
        beyond = self.one.margin.beyond(self.free)
        outside = float(self.one.priced.score(self.one.alone, beyond).min())
        least = max(min(float(self.inside), outside), self.always)
        year = None
        if rise is not None and draft is not None:
            year = self.one.margin.problem.years[int(np.asarray(draft.year)[self.one.index])]
        highest = self.one.highest
        return ScoreWay(rise, _whole(least, highest), highest, year)
