"""What taking in one more estate would displace."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from jiugai.planning.classes import BASIC
from jiugai.planning.model.limits import Flags, Whole
from jiugai.planning.model.problem import Problem
from jiugai.planning.search.draft import NEVER, PATTERNS, Draft
from jiugai.planning.search.prices import Prices, price_of

#: A plan is improved by so many exchanges, or a few more; each takes a look at what is in it.
MOST_EXCHANGES: Final = 20


@dataclass(frozen=True, slots=True, eq=False)
class Item:
    """Works that could be given up: which classes of which estate, worth and use."""

    estate: int
    classes: Flags
    worth: int
    use: Whole


@dataclass(frozen=True, slots=True)
class Exchange:
    """An estate left out, the year it could start, what it brings and what it displaces."""

    estate: int
    year: int
    classes: Flags
    gain: int
    displaced: tuple[Item, ...]

    @property
    def lost(self) -> int:
        """Return what the displaced works are worth."""
        return sum(item.worth for item in self.displaced)


class Exchanges:
    """Everything that a plan could give up, the cheapest worth for its price first."""

    def __init__(self, draft: Draft, prices: Prices) -> None:
        self.draft = draft
        price = price_of(draft.problem, prices)
        items = list(self._items())
        costs = [float(price[one.estate, draft.year[one.estate]] @ one.classes) for one in items]
        rates = [one.worth / max(cost, 1e-6) for one, cost in zip(items, costs, strict=True)]
        self.items = [items[index] for index in np.argsort(rates, kind="stable")]
        shape = (len(self.items), len(draft.problem.limits))
        self.uses = np.array([one.use for one in self.items], dtype=np.int64).reshape(shape)
        #: Which items help, by the limits that need room; there are few such sets.
        self.found: dict[bytes, list[int]] = {}

    def _items(self) -> Iterator[Item]:
        draft = self.draft
        for estate in np.flatnonzero(draft.year >= 0).tolist():
            for classes in _removable(draft, estate):
                year = int(draft.year[estate])
                worth = draft.gain(estate, year, classes)
                yield Item(estate, classes, worth, draft.problem.used(estate, year, classes))

    def cheapest(self, estate: int) -> Exchange | None:
        """Return the exchange that costs least for an estate left out, None if none is enough."""
        years = np.flatnonzero(self.draft.problem.open[estate])
        found = [one for year in years if (one := self._in_year(estate, int(year)))]
        return max(found, key=lambda one: (one.gain - one.lost, -one.year), default=None)

    def _in_year(self, estate: int, year: int) -> Exchange | None:
        problem = self.draft.problem
        classes = least_start(problem, estate, year)
        need = problem.used(estate, year, classes)
        displaced = self._make_room(need)
        if displaced is None:
            return None
        gain = self.draft.gain(estate, year, classes)
        return Exchange(estate, year, classes, gain, tuple(displaced))

    def _helpful(self, over: Flags) -> list[int]:
        """Return the items whose end makes room in any of some limits, the cheapest first."""
        key = over.tobytes()
        if key not in self.found:
            helps = (self.uses[:, over] > 0).any(axis=1)
            self.found[key] = np.flatnonzero(helps).tolist()
        return self.found[key]

    def _make_room(self, need: Whole) -> list[Item] | None:
        """Return the cheapest works, one by one, whose end makes room for a use."""
        over = need - self.draft.slack
        taken: list[Item] = []
        for index in self._helpful(over > 0):
            item = self.items[index]
            if not (over > 0).any():
                break
            if (item.use[over > 0] > 0).any() and all(item.estate != one.estate for one in taken):
                taken.append(item)
                over = over - item.use
        return None if (over > 0).any() else _without_needless(taken, over)


def _without_needless(taken: Sequence[Item], over: Whole) -> list[Item]:
    """Return the items without those, dearest first, that need not go after all."""
    kept = list(taken)
    for item in sorted(taken, key=lambda one: -one.worth):
        if (over + item.use <= 0).all():
            kept.remove(item)
            over = over + item.use
    return kept


def _removable(draft: Draft, estate: int) -> Iterator[Flags]:
    """Yield what may be given up of an estate: a further class, or all of it."""
    done, required = draft.done[estate], draft.problem.required[estate]
    for works in np.flatnonzero(done & ~required).tolist():
        if works != BASIC:
            alone = np.zeros_like(done)
            alone[works] = True
            yield alone
    if not draft.problem.mandatory[estate]:
        yield done.copy()


def least_start(problem: Problem, estate: int, year: int) -> Flags:
    """Return the smallest start that is worth anything: mostly the basic class alone."""
    allowed = [
        pattern
        for pattern in PATTERNS
        if (problem.required[estate] <= pattern).all()
        if (pattern <= problem.offered[estate]).all()
    ]
    worthy = (pattern for pattern in allowed if problem.benefit[estate, year] @ pattern > 0)
    return np.asarray(next(worthy, allowed[0]))


def polish(draft: Draft, prices: Prices) -> None:
    """Make every exchange that pays, and fill up after each.

    After a search that ended early this keeps the promise that nobody left out could take the
    place of others at a gain.
    """
    made = 0
    while (before := made) < MOST_EXCHANGES:
        exchanges = Exchanges(draft, prices)
        for estate in np.flatnonzero(draft.year == NEVER).tolist():
            found = exchanges.cheapest(estate) if draft.year[estate] == NEVER else None
            if found is not None and found.gain > found.lost and _made(draft, found):
                draft.fill(prices)
                exchanges = Exchanges(draft, prices)
                made += 1
        if made == before:
            return


def _made(draft: Draft, exchange: Exchange) -> bool:
    """Carry out an exchange if it pays after all, and return whether it does.

    Gain and loss reckon each with the neighbours of today; some of them may leave together.
    """
    before = draft.copy()
    make(draft, exchange)
    if draft.benefit > before.benefit:
        return True
    draft.become(before)
    return False


def make(draft: Draft, exchange: Exchange) -> None:
    """Carry out an exchange."""
    for item in exchange.displaced:
        year = int(draft.year[item.estate])
        left = draft.done[item.estate] & ~item.classes
        draft.drop(item.estate)
        if left.any():
            draft.start(item.estate, year, left)
    draft.start(exchange.estate, exchange.year, exchange.classes)
