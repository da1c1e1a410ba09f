"""The least extra money or capacity with which everything demanded can be met."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from jiugai.planning.model.limits import Flags, Kind
from jiugai.planning.model.problem import Problem
from jiugai.planning.search.feasible import Order, find_works, used_by

#: So many branches are looked at for less to do.
NODES: Final = 2_000
#: What more hands can mend.
CAPACITIES: Final = frozenset({Kind.CAPACITY, Kind.FIRMS})


@dataclass(frozen=True, slots=True)
class Repair:
    """Cents to add per year, and how far limits must be raised, by their number.

    `is_least` says whether less is proven not to do.
    """

    money: dict[int, int]
    raised: dict[int, int]
    is_least: bool


def cheapest_repair(problem: Problem, orders: Sequence[Order]) -> Repair | None:
    """Return more money, or else more capacity, or else both; None if they do not mend it.

    The problem must hold every bound on money, also those that others imply: what may pay for
    any class loosens them all at once.
    """
    money, hands = _money(problem), _capacities(problem)
    for reliefs in (money, hands, [*money, *hands]):
        found = _with(problem, orders, reliefs)
        if found is not None:
            return found
    return None


def _money(problem: Problem) -> list[Flags]:
    """Return, per year, the limits that money given in it loosens."""
    return [
        np.array(
            [one.kind is Kind.MONEY and bool(one.when[t].any()) for one in problem.limits],
            dtype=np.bool_,
        )
        for t in range(len(problem.years))
    ]


def _capacities(problem: Problem) -> list[Flags]:
    numbers = np.arange(len(problem.limits))
    return [numbers == n for n, one in enumerate(problem.limits) if one.kind in CAPACITIES]


def _with(problem: Problem, orders: Sequence[Order], reliefs: Sequence[Flags]) -> Repair | None:
    every: Flags = np.ones(len(problem.limits), dtype=np.bool_)
    used = [relief for relief in reliefs if relief.any()]
    if not used:
        return None
    found = find_works(problem, every, orders, reliefs=used, nodes=NODES)
    if found.choice is None:
        return None
    over = used_by(problem, found.choice) - problem.most
    relieved: Flags = np.logical_or.reduce(used)
    if (over[~relieved] > 0).any():  # the solver reckons in floating point
        return None
    return Repair(
        _more_money(problem, over.tolist()), _raised(problem, over.tolist()), found.is_proven
    )


def _more_money(problem: Problem, over: Sequence[int]) -> dict[int, int]:
    """Return the least cents per year that cover what is over, as late as they are needed.

    A limit on money reaches over one year or, where money is carried over, from the first year
    to some later one, so that taking them by their last year is enough.
    """
    found = dict.fromkeys(range(len(problem.years)), 0)
    reached = [
        (np.flatnonzero(one.when.any(axis=1)).tolist(), over[n])
        for n, one in enumerate(problem.limits)
        if one.kind is Kind.MONEY
    ]
    for years, lacking in sorted(reached, key=lambda one: max(one[0])):
        found[max(years)] += max(0, lacking - sum(found[t] for t in years))
    return {problem.years[t]: cents for t, cents in found.items() if cents}


def _raised(problem: Problem, over: Sequence[int]) -> dict[int, int]:
    return {
        n: over[n]
        for n, one in enumerate(problem.limits)
        if one.kind is not Kind.MONEY and over[n] > 0
    }
