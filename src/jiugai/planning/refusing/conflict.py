"""The smallest set of demands that cannot all be met."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp

from jiugai.planning.classes import CLASSES
from jiugai.planning.model.limits import Flags, Kind
from jiugai.planning.model.problem import Problem
from jiugai.planning.search.feasible import Order, find_works, used_by
from jiugai.planning.search.silence import silent

#: So many rounds look for a smaller set, and so many tries per round make each round tell more.
#: All of these are counts, so that equal input gives equal answers.
ROUNDS: Final = 60
TRIES: Final = 20
#: So many questions are asked to leave demands out, each answered with so many branches.
QUESTIONS: Final = 250
NODES: Final = 200
#: So many questions are asked about works in part, each of which takes no branches.
QUICK_QUESTIONS: Final = 500
#: That a set is smallest can be proven for no more demands than these in sensible time.
PROVABLE: Final = 10

#: A demand by its number: first the limits of the problem, then the orders.
Group = frozenset[int]


@dataclass(frozen=True, slots=True)
class Conflict:
    """Demands that cannot all be met.

    `is_tight` says whether it is proven that any one left out lets the others be, `is_smallest`
    that no set of fewer demands conflicts.
    """

    limits: tuple[int, ...]
    orders: tuple[int, ...]
    is_tight: bool
    is_smallest: bool

    @property
    def size(self) -> int:
        """Return how many demands conflict."""
        return len(self.limits) + len(self.orders)


def smallest_conflict(
    problem: Problem, orders: Sequence[Order], *, rounds: int = ROUNDS
) -> Conflict | None:
    """Return the smallest set of limits and orders that cannot all be met, or None if all can.

    One set that cannot be met without any of its parts is found by leaving out; that no smaller
    one exists is then proven by hitting sets: whatever can be met together leaves out a demand
    of every conflict, so that a conflict must hit what was left out each time.
    """
    tests = _Tests(problem, orders)
    if not tests.hopeless(tests.every) and tests.conflict(tests.every) is not True:
        return None
    core, is_tight = _shrunk(tests)
    found, is_smallest = core, False
    if len(core) <= PROVABLE:
        found, is_smallest = _smaller(tests, core, rounds)
    count = len(problem.limits)
    return Conflict(
        limits=tuple(sorted(g for g in found if g < count)),
        orders=tuple(sorted(g - count for g in found if g >= count)),
        is_tight=is_tight or is_smallest,
        is_smallest=is_smallest,
    )


class _Tests:
    """Which demands can be met together, asked of the solver."""

    def __init__(self, problem: Problem, orders: Sequence[Order]) -> None:
        self.problem = problem
        self.orders = orders
        self.count = len(problem.limits)
        self.every: Group = frozenset(range(self.count + len(orders)))
        self.met: Group = frozenset()

    def conflict(self, groups: Iterable[int]) -> bool | None:
        """Return whether demands cannot all be met, None if the solver does not know.

        Where they can, `met` is then everything that the works found meet.
        """
        asked = frozenset(groups)
        limits, orders = self._asked(asked)
        found = find_works(self.problem, limits, orders, nodes=NODES)
        if found.choice is None:
            return True if found.is_proven else None
        self.met = asked | self._met_by(found.choice)
        return False

    def hopeless(self, groups: Iterable[int]) -> bool:
        """Return whether demands could not be met even if works were done in part."""
        limits, orders = self._asked(frozenset(groups))
        found = find_works(self.problem, limits, orders, in_parts=True)
        return found.choice is None and found.is_proven

    def _asked(self, groups: Group) -> tuple[Flags, list[Order]]:
        limits: Flags = np.array([g in groups for g in range(self.count)], dtype=np.bool_)
        return limits, [o for k, o in enumerate(self.orders) if self.count + k in groups]

    def _met_by(self, choice: Flags) -> Group:
        kept = used_by(self.problem, choice) <= self.problem.most
        orders = {self.count + k for k, one in enumerate(self.orders) if _is_met(one, choice)}
        return frozenset(np.flatnonzero(kept).tolist()) | orders


def _is_met(order: Order, choice: Flags) -> bool:
    here = choice[order.estate]
    started = here.any(axis=1)
    if not order.must:
        return not (started & order.years).any()
    return bool((started & order.years & (here >= order.classes).all(axis=1)).any())


def _shrunk(tests: _Tests) -> tuple[Group, bool]:
    """Return demands that conflict, and whether it is proven that none can be left out.

    Works in part are asked for first: that is soon answered, and leaves little to ask.
    """
    kept = tests.every
    if tests.hopeless(kept):
        kept, _is_tight = _fewer(tests, kept, tests.hopeless, QUICK_QUESTIONS)
    return _fewer(tests, kept, tests.conflict, QUESTIONS)


def _fewer(
    tests: _Tests, demands: Group, conflict: Callable[[Group], bool | None], most: int
) -> tuple[Group, bool]:
    """Leave out what a conflict does not need, and return whether all the rest is needed.

    As many as can be are left out at once, in the order of their turn, so that few questions
    are asked.
    """
    rest = sorted(demands, key=lambda g: _turn(tests, g))
    kept: list[int] = []
    asked, is_tight, step = 0, True, max(1, len(rest) // 2)
    while rest and asked < most:
        verdict = conflict(frozenset([*kept, *rest[step:]]))
        asked += 1
        if verdict is True:
            rest, step = rest[step:], min(2 * step, max(1, len(rest) - step))
        elif step > 1:
            step //= 2
        else:
            kept.append(rest.pop(0))
            is_tight &= verdict is False
    return frozenset([*kept, *rest]), is_tight and not rest


def _turn(tests: _Tests, group: int) -> tuple[int, float, int]:
    """Return when a demand is tried to be left out.

    Limits that estates can help to keep go first: they make every question longer. Then orders
    do, small ones first, so that few large ones stay, and money and capacity last.
    """
    problem = tests.problem
    if group < tests.count:
        is_plain = problem.limits[group].kind in (Kind.MONEY, Kind.CAPACITY)
        return (2 if is_plain else 0), 0.0, group
    estate = tests.orders[group - tests.count].estate
    rows = slice(
        problem.row(estate, 0), problem.row(estate, 0) + len(problem.years) * len(CLASSES)
    )
    share = problem.uses[rows] / np.maximum(1, np.abs(problem.most))
    return 1, float(share.sum()), group


def _smaller(tests: _Tests, core: Group, rounds: int) -> tuple[Group, bool]:
    """Return a smallest conflict, or the known one with whether it is proven to be smallest."""
    left_out: list[Group] = []
    for _round in range(rounds):
        hit = _smallest_hitting(left_out, len(tests.every))
        if len(hit) >= len(core):
            return core, True
        verdict = tests.conflict(hit)
        if verdict is None:
            return core, False
        if verdict:
            return hit, True
        left_out.append(tests.every - _grown(tests))
    return core, False


def _grown(tests: _Tests) -> Group:
    """Return more of the demands that can be met together with those just met."""
    met, tries = tests.met, 0
    open_ = sorted(tests.every - met)
    size = max(1, len(open_) // 2)
    while open_ and tries < TRIES:
        trial, open_ = open_[:size], open_[size:]
        tries += 1
        if tests.conflict(met | frozenset(trial)) is False:
            met = tests.met
            open_ = [g for g in open_ if g not in met]
        elif size > 1:
            open_ = trial + open_
            size //= 2
    return met


def _smallest_hitting(sets: Sequence[Group], count: int) -> Group:
    """Return the fewest demands with at least one of each set."""
    if not sets:
        return frozenset()
    table = np.zeros((len(sets), count))
    for row, group in enumerate(sets):
        table[row, sorted(group)] = 1.0
    with silent():
        found = milp(
            np.ones(count),
            integrality=np.ones(count, dtype=np.int8),
            bounds=Bounds(0, 1),
            constraints=LinearConstraint(table, 1, np.inf),
            options={"mip_rel_gap": 0.0},
        )
    return frozenset(np.flatnonzero(np.asarray(found.x) > 0.5).tolist())
