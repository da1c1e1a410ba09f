"""The least that an estate left out would have to pay of its own works to get in."""

import math
from typing import Final

import numpy as np

from jiugai.planning.answers.ways.core import Found
from jiugai.planning.answers.ways.outsider import Outsider
from jiugai.planning.answers.ways.way import MoneyWay
from jiugai.planning.model.classes import CLASSES
from jiugai.planning.model.limits import Whole

#: In so many years, the likeliest first, room is looked for until there is some.
YEARS: Final = 2


def money_way(one: Outsider) -> MoneyWay:
    """Return the least own money with which a plan has the estate and is worth no less."""
    least = one.priced.money(one.alone)[0]
    for year in one.likely_years(least)[:YEARS]:
        free = one.around(year)
        found = _paid(one, free)
        if found.draft is not None or _is_all(one, free):
            return _way(one, found, _at_least(one, found, free))
    return priced_money(one)


def priced_money(one: Outsider) -> MoneyWay:
    """Return what the prices alone prove."""
    return MoneyWay(None, _whole(float(one.priced.money(one.alone).min())))


def _paid(one: Outsider, free: Whole) -> Found:
    core = one.core(free, one.worth())
    core.starts(one.index)
    total = core.pays(one.index, one.candidate.net)
    core.keeps_worth()
    return core.solve(least=total)


def _is_all(one: Outsider, free: Whole) -> bool:
    return one.margin.beyond(free) == np.inf


def _at_least(one: Outsider, found: Found, free: Whole) -> int | None:
    """Return what is proven to be needed.

    Any plan is among the open choices, of which the solver knows a bound, or beyond them, where
    it loses more at the prices.
    """
    inside = math.inf if found.draft is None and found.is_final else max(found.bound, 0)
    beyond = one.priced.money(one.alone, one.margin.beyond(free)).min()
    always = one.priced.money(one.alone).min()
    return _whole(max(min(inside, float(beyond)), float(always)))


def _whole(cents: float) -> int | None:
    return None if cents == math.inf else math.ceil(cents)


def _way(one: Outsider, found: Found, least: int | None) -> MoneyWay:
    if found.draft is None:
        return MoneyWay(None, least)
    year = int(found.draft.year[one.index])
    works = np.flatnonzero(found.draft.done[one.index]).tolist()
    return MoneyWay(
        at_most=found.value,
        at_least=least,
        year=one.margin.problem.years[year],
        works=tuple(CLASSES[c] for c in works),
        paid=found.paid,
    )
