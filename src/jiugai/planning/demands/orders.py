"""What a ledger and an office order about single estates, one by one and in words."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from jiugai.kernel.i18n import _, listed
from jiugai.planning.classes import CLASSES, class_titles
from jiugai.planning.demands.demand import Demands
from jiugai.planning.demands.roll import Roll, called
from jiugai.planning.model.limits import Flags
from jiugai.planning.pool.candidates import Candidate, Pool
from jiugai.planning.search.feasible import Order
from jiugai.policy.entries import Works


@dataclass(frozen=True, slots=True, eq=False)
class Said:
    """An order with its words, and the file and the cell in which it stands."""

    order: Order
    title: str
    stood: str


def orders_in(pool: Pool, demands: Demands) -> list[Said]:
    """Return every order about the candidates of a pool that has not heeded any yet."""
    place = {one.id: index for index, one in enumerate(pool.candidates)}
    roll = Roll([*pool.candidates, *(out.estate for out in pool.left_out)])
    return [
        *_mandatory(pool),
        *_locks(pool, demands, roll, place),
        *_exclusions(pool, demands, roll, place),
    ]


def _mandatory(pool: Pool) -> Iterator[Said]:
    for index, one in enumerate(pool.candidates):
        if one.mandatory:
            order = Order(index, _flags(one.years, pool.years), _none())
            yield Said(order, _("必做：{estate}").format(estate=called(one)), one.stood)


def _locks(pool: Pool, demands: Demands, roll: Roll, place: Mapping[str, int]) -> Iterator[Said]:
    for lock in demands.locks:
        one = roll.find(lock.estate)
        order = Order(
            place[one.id],
            _flags(lock.years or pool.years, pool.years),
            np.array([works in lock.classes for works in CLASSES], dtype=np.bool_),
        )
        yield Said(order, _lock_title(one, lock.years, lock.classes), str(lock.estate.place))


def _lock_title(one: Candidate, years: Sequence[int], classes: frozenset[Works]) -> str:
    title = _("锁定：{estate}").format(estate=called(one))
    if years:
        title = _("锁定：{estate}在 {years} 年").format(estate=called(one), years=_listed(years))
    if classes:
        title = _("{title}，含{classes}").format(title=title, classes=class_titles(classes))
    return title


def _exclusions(
    pool: Pool, demands: Demands, roll: Roll, place: Mapping[str, int]
) -> Iterator[Said]:
    for ban in demands.exclusions:
        one = roll.find(ban.estate)
        if one.id not in place:  # a rule puts it out anyway
            continue
        years = _flags(ban.years or pool.years, pool.years)
        title = _("排除：{estate}").format(estate=called(one))
        if ban.years:
            title = _("排除：{estate}在 {years} 年").format(
                estate=called(one), years=_listed(ban.years)
            )
        yield Said(Order(place[one.id], years, _none(), must=False), title, str(ban.estate.place))


def _flags(years: Sequence[int], horizon: Sequence[int]) -> Flags:
    return np.array([year in years for year in horizon], dtype=np.bool_)


def _none() -> Flags:
    return np.zeros(len(CLASSES), dtype=np.bool_)


def _listed(years: Sequence[int]) -> str:
    return listed(years)
