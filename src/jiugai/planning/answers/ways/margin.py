"""The cheap changes of a solved plan, by which room is made for an estate left out of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

import numpy as np

from jiugai.planning.classes import CLASSES
from jiugai.planning.model.limits import Flags, Kind, Whole
from jiugai.planning.search.draft import NEVER, PATTERNS, allowed
from jiugai.planning.search.exchange import least_start
from jiugai.planning.search.losses import Losses, losses
from jiugai.planning.search.prices import Numbers, credited, price_of
from jiugai.planning.search.solve import Solution

#: Of each limit but money that is in an estate's way, so many choices that ease it are open.
EASING: Final = 6


#: A plan of so few choices is opened whole at once.
FEW: Final = 45


@dataclass(frozen=True, slots=True)
class Effort:
    """How much is done for one answer: counts only, so that equal input gives equal answers.

    Of a plan, `near` choices of a year are open, the cheapest to change by themselves first; a
    plan of no more than `whole` is opened whole after that. `work` is what the solver may do for
    one question, in its own measure.
    """

    near: int
    whole: int
    work: float


#: By the seconds that there are for each answer at least.
EFFORTS: Final = (
    (0.5, Effort(near=40, whole=150, work=0.2)),
    (0.2, Effort(near=40, whole=FEW, work=0.2)),
    (0.0, Effort(near=28, whole=FEW, work=0.1)),
)


def effort_for(seconds: float) -> Effort:
    """Return how much to do where there are so many seconds for each answer."""
    return next(effort for least, effort in EFFORTS if seconds >= least)


class Margin:
    """A solved plan and what changing any of its choices would lose at its prices.

    Choices are numbered as the rows of `problem.uses`. `gap` is how much more, in thousandths,
    than the plan the prices allow any plan to be worth.
    """

    def __init__(self, solution: Solution, effort: Effort) -> None:
        self.solution = solution
        self.effort = effort
        self.problem = solution.draft.problem
        self.draft = solution.draft
        self.worth = self.draft.benefit
        self.losses: Losses = losses(self.problem, solution.prices)
        self.gap = max(self.losses.bound - self.worth, 0.0)
        here = self.problem.open[:, :, None] & self.problem.offered[:, None, :]
        self.choices: Whole = np.flatnonzero(here)
        self.made: Flags = self._made()
        gain = credited(self.problem, solution.prices) - price_of(self.problem, solution.prices)
        #: [i, t, p] what starting estate i in year t with pattern p is worth at the prices.
        self.value: Numbers = np.where(
            allowed(self.problem), gain @ PATTERNS.T.astype(np.float64), -np.inf
        )
        #: [i, t, p] what it loses against the best the estate could do.
        self.loss: Numbers = self._top()[:, None, None] - self.value
        self.flip: Numbers = self.losses.flip.ravel()
        self.astray: Whole = self.choices[
            self.losses.best.ravel()[self.choices] != self.made[self.choices]
        ]
        #: Every choice, those that it costs least to make otherwise first.
        self.clearest_last: Whole = self.choices[
            np.argsort(self.flip[self.choices], kind="stable")
        ]
        self.columns = self.problem.uses.tocsc()
        self.by_year = [self._cheapest(year) for year in range(len(self.problem.years))]

    def _made(self) -> Flags:
        found: Flags = np.zeros(self.problem.benefit.shape, dtype=np.bool_)
        started = np.flatnonzero(self.draft.year != NEVER)
        found[started, self.draft.year[started]] = self.draft.done[started]
        return found.ravel()

    def _top(self) -> Numbers:
        nothing = np.where(self.problem.mandatory, -np.inf, 0.0)
        return np.asarray(np.maximum(self.value.max(axis=(1, 2), initial=-np.inf), nothing))

    def _cheapest(self, year: int) -> Whole:
        """Return the choices of a year that can be changed by themselves, cheapest first.

        An estate in the plan that year can drop a class or leave; one that is in no year can
        enter. Moves between years are not among them.
        """
        here, out = self.draft.year == year, self.draft.year == NEVER
        value = self.value[:, year]
        pattern = (self.draft.done[:, None, :] == PATTERNS).all(axis=2).argmax(axis=1)
        now = np.where(here, value[np.arange(len(value)), pattern], 0.0)
        nothing = np.where(here & ~self.problem.mandatory, 0.0, -np.inf)
        cost = np.full((len(value), len(CLASSES)), np.inf)
        for c in range(len(CLASSES)):
            with_it = PATTERNS[:, c]
            doing = value[:, with_it].max(axis=1)
            without = np.maximum(value[:, ~with_it].max(axis=1, initial=-np.inf), nothing)
            other = np.where(self.draft.done[:, c], without, doing)
            cost[:, c] = np.where(here | out, now - other, np.inf)
        estate, works = np.nonzero(np.isfinite(cost))
        order = np.argsort(cost[estate, works], kind="stable")
        found: Whole = self.of(estate[order], year, works[order])
        return found[np.isin(found, self.choices)]

    def of(self, estate: Whole | int, year: int, works: Whole | int) -> Whole:
        """Return the numbers of choices."""
        years = len(self.problem.years)
        return np.asarray((np.asarray(estate) * years + year) * len(CLASSES) + works)

    def own(self, estate: int) -> Whole:
        """Return the choices of one estate."""
        first = self.problem.row(estate, 0)
        last = self.problem.row(estate + 1, 0)
        begin, end = np.searchsorted(self.choices, (first, last))
        return self.choices[begin:end]

    def rooms(self, estate: int, year: int, also: Iterable[int] = ()) -> list[Whole]:
        """Return the choices to open for an estate that is to start in a year, then more of them.

        `also` are further estates whose choices are all open.
        """
        if len(self.choices) <= FEW:
            return [self.choices]
        wanted = [self.own(one) for one in (estate, *also)]
        near = [*self._easing(estate, year), self.by_year[year][: self.effort.near]]
        found = [np.unique(np.concatenate([*near, *wanted]))]
        return [*found, self.choices] if self.is_small else found

    @property
    def is_small(self) -> bool:
        """Return whether the plan is opened whole."""
        return len(self.choices) <= max(self.effort.whole, FEW)

    def _easing(self, estate: int, year: int) -> list[Whole]:
        """Return, for each limit but money that is in the way, the cheapest that ease it."""
        problem = self.problem
        use = problem.used(estate, year, least_start(problem, estate, year))
        blocking = np.flatnonzero(use > self.draft.slack).tolist()
        return [
            self._easing_one(limit)
            for limit in blocking
            if problem.limits[limit].kind is not Kind.MONEY
        ]

    def _easing_one(self, limit: int) -> Whole:
        here = slice(self.columns.indptr[limit], self.columns.indptr[limit + 1])
        rows, uses = self.columns.indices[here], self.columns.data[here]
        easing = rows[np.where(self.made[rows], uses > 0, uses < 0)]
        easing = easing[np.isin(easing, self.choices)]
        order = np.argsort(self.flip[easing], kind="stable")
        return np.asarray(easing[order][:EASING])

    def beyond(self, free: Whole) -> float:
        """Return what any plan loses at the least that makes other choices beyond the open ones.

        It is 0 where the plan itself makes a choice there that the prices do not favour.
        """
        if not np.isin(self.astray, free).all():
            return 0.0
        first = self.clearest_last[: len(free) + 1]
        outside = first[~np.isin(first, free)]
        return float(self.flip[outside[0]]) if len(outside) else float("inf")

    def years_of(self, estate: int) -> list[int]:
        """Return the years, by place, in which an estate may start."""
        return [int(year) for year in np.flatnonzero(self.problem.open[estate])]
