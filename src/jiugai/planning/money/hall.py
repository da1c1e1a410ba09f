"""Bounds on the works that the pots of a budget can pay for, exact by Hall's theorem."""

from collections.abc import Iterator, Sequence
from itertools import product

import numpy as np

from jiugai.kernel.i18n import _
from jiugai.kernel.money import CENTS_PER_WAN
from jiugai.planning.model.classes import CLASSES, class_titles
from jiugai.planning.model.limits import Kind, Limit, Whole
from jiugai.planning.money.budget import Budget, Pot, source_title


def money_limits(net: Whole, budget: Budget, *, carry: bool) -> list[Limit]:
    """Return bounds that hold exactly if the pots can pay for the works.

    By Hall's theorem money can be shared out if every set of demands is covered by the pots
    open to it; sets that others imply are left out. With `carry`, what a year leaves over may
    be spent later, and a set reaches over years.
    """
    sets = [_Set(reach, budget) for reach in _reaches(len(budget.years), carry=carry)]
    return [
        Limit(
            kind=Kind.MONEY,
            year=budget.years[max(found.reach[c][1] for c in range(len(CLASSES))) - 1],
            title=found.title(budget),
            use=net,
            when=found.when,
            most=found.supply,
            scale=CENTS_PER_WAN,
        )
        for found in _needed(sets)
    ]


Reach = tuple[tuple[int, int], ...]


def _reaches(years: int, *, carry: bool) -> Iterator[Reach]:
    """Yield sets of demands as the stretch of years, per class, whose works they hold."""
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


class _Set:
    """A set of demands, with the pots that may pay for any of it."""

    def __init__(self, reach: Reach, budget: Budget) -> None:
        self.reach = reach
        years = len(budget.years)
        self.when = np.array(
            [[start <= t < end for start, end in reach] for t in range(years)], dtype=np.bool_
        )
        self.pots = [pot for pot in budget.pots if self._reached_by(pot, budget)]
        self.supply = sum(pot.cents for pot in self.pots)
        self.cells = frozenset(
            zip(*(axis.tolist() for axis in np.nonzero(self.when)), strict=True)
        )

    def _reached_by(self, pot: Pot, budget: Budget) -> bool:
        given = budget.years.index(pot.year)
        return any(
            start <= given < end
            for works, (start, end) in zip(CLASSES, self.reach, strict=True)
            if works in pot.classes
        )

    def title(self, budget: Budget) -> str:
        """Return what the money of the set is called."""
        sources = "、".join(dict.fromkeys(source_title(pot.source) for pot in self.pots))
        return _("{works}可用的资金（{sources}）").format(
            works="、".join(self._works(budget)), sources=sources or _("没有来源")
        )

    def _works(self, budget: Budget) -> Iterator[str]:
        """Yield the classes of the set with their years, those of the same years together."""
        for start, end in sorted({years for years in self.reach if years[1]}):
            named = zip(CLASSES, self.reach, strict=True)
            classes = frozenset(works for works, years in named if years == (start, end))
            first, last = budget.years[start], budget.years[end - 1]
            years = str(last) if first == last else f"{first}–{last}"
            yield _("{years} 年{classes}").format(years=years, classes=class_titles(classes))


def _needed(sets: Sequence[_Set]) -> list[_Set]:
    """Return the sets that no others imply.

    A larger set with the same supply implies a smaller one; two separate sets with separate,
    positive supplies imply their union. Each implication goes to a larger set or to a smaller
    supply, so that none is circular.
    """
    by_cells = {found.cells: found for found in sets}
    return [found for found in sets if not _implied(found, by_cells)]


def _implied(found: _Set, sets: dict[frozenset[tuple[int, int]], _Set]) -> bool:
    for other in sets.values():
        if other.cells > found.cells and other.supply == found.supply:
            return True
        rest = sets.get(found.cells - other.cells) if other.cells < found.cells else None
        if rest is None or not other.supply or not rest.supply:
            continue
        if other.supply + rest.supply == found.supply:
            return True
    return False
