"""A plan in the making, kept within every limit in whole numbers."""

from collections.abc import Iterator
from itertools import product
from typing import Final

import numpy as np
from numpy.typing import NDArray

from jiugai.planning.classes import BASIC
from jiugai.planning.model.limits import Flags, Whole
from jiugai.planning.model.problem import Problem
from jiugai.planning.search.prices import Prices, credited, price_of
from jiugai.planning.search.room import Room

NEVER: Final = -1

#: So many wishes are tried before those that no longer fit are looked for again.
TRIED: Final = 4096

#: The sets of classes that an estate can start with; basic is in each.
PATTERNS: Final[Flags] = np.array(
    [(True, *rest) for rest in product((False, True), repeat=2)], dtype=np.bool_
)


class Draft:
    """Which estate starts in which year with which classes, and what that uses so far."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.year: Whole = np.full(len(problem.ids), NEVER, dtype=np.int64)
        self.done: Flags = np.zeros(problem.offered.shape, dtype=np.bool_)
        self.used: Whole = np.zeros(len(problem.limits), dtype=np.int64)

    def copy(self) -> "Draft":
        """Return the same plan, to be changed on its own."""
        twin = Draft(self.problem)
        twin.become(self)
        return twin

    def become(self, other: "Draft") -> None:
        """Take over another plan for the same problem."""
        self.year, self.done = other.year.copy(), other.done.copy()
        self.used = other.used.copy()

    @property
    def benefit(self) -> int:
        """Return what the plan is worth, in thousandths."""
        chosen = np.flatnonzero(self.year >= 0)
        worth = self.problem.benefit[chosen, self.year[chosen]] * self.done[chosen]
        return int(worth.sum()) + self.problem.rewards.of(self.year)

    def worth(self, estate: int) -> int:
        """Return what the works of one chosen estate are worth, without its neighbours'."""
        return int(self.problem.benefit[estate, self.year[estate]] @ self.done[estate])

    def gain(self, estate: int, year: int, classes: Flags) -> int:
        """Return what further works in an estate add, with neighbours who start that year."""
        own = int(self.problem.benefit[estate, year] @ classes)
        beside = self.problem.rewards.beside(estate, year, self.year) if classes[BASIC] else 0
        return own + beside

    @property
    def slack(self) -> Whole:
        """Return what is left of every limit."""
        found: Whole = self.problem.most - self.used
        return found

    def is_sound(self) -> bool:
        """Return whether every limit is kept."""
        return bool((self.slack >= 0).all())

    def fits(self, use: Whole) -> bool:
        """Return whether a further use keeps every limit it touches."""
        return bool((self.used + use <= self.problem.most).all())

    def start(self, estate: int, year: int, classes: Flags) -> None:
        """Start an estate, whether or not it fits."""
        self.year[estate] = year
        self.done[estate] = classes
        self.used = self.used + self.problem.used(estate, year, classes)

    def drop(self, estate: int) -> None:
        """Take an estate out."""
        self.used = self.used - self.problem.used(
            estate, int(self.year[estate]), self.done[estate]
        )
        self.year[estate] = NEVER
        self.done[estate] = False

    def fill(self, prices: Prices) -> None:
        """Add what still fits, best worth for its price first, until nothing does."""
        room = Room(self.problem)
        while self._fill_once(prices, room):
            pass

    def _fill_once(self, prices: Prices, room: Room) -> bool:
        added = False
        for estate, year, pattern in self._hopeful(self._wishes(prices), room):
            classes = PATTERNS[pattern]
            if self.year[estate] not in (NEVER, year) or (self.done[estate] & ~classes).any():
                continue
            new = classes & ~self.done[estate]
            use = self.problem.used(estate, year, new)
            if new.any() and self.fits(use) and self.gain(estate, year, new) > 0:
                self.year[estate], self.done[estate] = year, classes
                self.used = self.used + use
                added = True
        return added

    def _hopeful(self, wishes: Whole, room: Room) -> Iterator[tuple[int, int, int]]:
        """Yield the wishes of which no part is known not to fit, as the plan grows."""
        for at in range(0, len(wishes), TRIED):
            some = wishes[at : at + TRIED]
            estate, year, pattern = some.T
            new = PATTERNS[pattern] & ~self.done[estate]
            lost = (room.lost(self.slack)[estate, year] & new).any(axis=1)
            yield from ((int(i), int(t), int(p)) for i, t, p in some[~lost])

    def _wishes(self, prices: Prices) -> Whole:
        """Return [estate, year, pattern]: what else could be done, best worth its price first."""
        price = price_of(self.problem, prices)
        fitting = allowed(self.problem)
        years = range(len(self.problem.years))
        free: Flags = np.zeros((len(self.year), len(years)), dtype=np.bool_)
        for t in years:
            free[:, t] = (self.year == t) | (self.year == NEVER)
        worth = credited(self.problem, prices) @ PATTERNS.T.astype(np.float64)
        cost = price @ PATTERNS.T.astype(np.float64)
        # A price of nothing is as good as it gets; among those the larger worth goes first.
        ratio = worth / np.maximum(cost, 1e-6)
        options = np.argwhere(fitting & free[:, :, None])
        order = np.argsort(-ratio[tuple(options.T)], kind="stable")
        found: Whole = options[order]
        return found


def allowed(problem: Problem) -> NDArray[np.bool_]:
    """Return [i, t, p]: whether estate i may start in year t with pattern p."""
    found = np.zeros((*problem.open.shape, len(PATTERNS)), dtype=np.bool_)
    for p, pattern in enumerate(PATTERNS):
        offered = ((problem.offered | ~pattern) & (~problem.required | pattern)).all(axis=1)
        found[:, :, p] = problem.open & offered[:, None]
    return found


def repair(draft: Draft, prices: Prices) -> bool:
    """Drop the least worth for its price until every limit is kept; return whether it is.

    The solver reckons in floating point and may overstep a limit by a cent.
    """
    price = price_of(draft.problem, prices)
    while not draft.is_sound():
        over = draft.slack < 0
        options = [
            (estate, classes)
            for estate in np.flatnonzero(draft.year >= 0).tolist()
            for classes in _smaller(draft, estate)
            if _frees(draft, estate, classes, over)
        ]
        if not options:
            return False
        estate, classes = min(options, key=lambda option: _loss(draft, price, *option))
        year = int(draft.year[estate])
        draft.drop(estate)
        if classes.any():
            draft.start(estate, year, classes)
    return True


def _smaller(draft: Draft, estate: int) -> list[Flags]:
    """Return what may be left of an estate: fewer classes, or nothing unless it is mandatory."""
    done = draft.done[estate]
    required = draft.problem.required[estate]
    fewer = [
        p
        for p in PATTERNS
        if (p <= done).all() and (required <= p).all() and not (p == done).all()
    ]
    nothing = [] if draft.problem.mandatory[estate] else [np.zeros_like(done)]
    return [*fewer, *nothing]


def _frees(draft: Draft, estate: int, classes: Flags, over: Flags) -> bool:
    gone = draft.done[estate] & ~classes
    use = draft.problem.used(estate, int(draft.year[estate]), gone)
    return bool((use[over] > 0).any())


def _loss(
    draft: Draft, price: NDArray[np.float64], estate: int, classes: Flags
) -> tuple[float, int]:
    year = int(draft.year[estate])
    gone = draft.done[estate] & ~classes
    worth = float(draft.gain(estate, year, gone))
    saved = float(price[estate, year] @ gone)
    return worth / max(saved, 1e-6), estate
