"""The least that an estate left out would have to pay of its own works to get in."""

import math
from typing import Final

import numpy as np

from jiugai.planning.answers.ways.core import Found
from jiugai.planning.answers.ways.outsider import Outsider, proven
from jiugai.planning.answers.ways.way import MoneyWay
from jiugai.planning.classes import CLASSES
from jiugai.planning.model.limits import Whole
from jiugai.planning.search.draft import Draft

#: In so many years, the likeliest first, room is looked for until there is some.
YEARS: Final = 2


def money_way(one: Outsider) -> MoneyWay:
    """Return the least own money with which a plan has the estate and is worth no less."""
    priced = one.priced.money(one.alone)[0]
    best, least = None, float(priced.min())
    for year in one.likely_years(priced)[:YEARS]:
        for free in one.rooms(year):
            found = _paid(one, free, one.added(year) if best is None else best.draft)
            least = proven(least, _inside(found), _beyond(one, free))
            if found.draft is not None and (best is None or found.value < best.value):
                best = found
        if best is not None:
            break
    return _way(one, best, least)


def priced_money(least: float) -> MoneyWay:
    """Return what the prices alone prove: so many cents are needed at least."""
    return MoneyWay(None, _whole(least))


def _paid(one: Outsider, free: Whole, known: Draft | None) -> Found:
    core = one.core(free, one.worth())
    total = core.pays(one.index, one.candidate.net)
    core.keeps_worth()
    if known is not None:
        core.hint(known)
    return core.solve(least=total)


def _inside(found: Found) -> float:
    return math.inf if found.draft is None and found.is_final else max(found.bound, 0)


def _beyond(one: Outsider, free: Whole) -> float:
    return float(one.priced.money(one.alone, one.margin.beyond(free)).min())


def _way(one: Outsider, best: Found | None, least: float) -> MoneyWay:
    if best is None or best.draft is None:
        return priced_money(least)
    year = int(best.draft.year[one.index])
    works = np.flatnonzero(best.draft.done[one.index]).tolist()
    return MoneyWay(
        at_most=best.value,
        at_least=_whole(least),
        year=one.margin.problem.years[year],
        works=tuple(CLASSES[c] for c in works),
        paid=best.paid,
    )


def _whole(cents: float) -> int | None:
    return None if cents == math.inf else math.ceil(cents)
