"""The best plan within the limits, with a bound on what any plan can be worth."""

import math
from dataclasses import dataclass
from time import perf_counter
from typing import Final

import numpy as np

from jiugai.planning.model.limits import Flags
from jiugai.planning.model.problem import Problem
from jiugai.planning.search.draft import NEVER, Draft, repair
from jiugai.planning.search.exchange import polish
from jiugai.planning.search.losses import losses
from jiugai.planning.search.prices import Known, Numbers, Prices, prices_from
from jiugai.planning.search.program import Answer, Program, Relaxed, draft_of
from jiugai.planning.search.start import place_demands
from jiugai.planning.search.stop import Stop
from jiugai.planning.search.ties import settle
from jiugai.planning.search.watch import Progress, Watch, unwatched

#: How many choices are left open per round and plan year, and how many branches are looked at
#: per round and second allowed. Both are counts, so that equal input gives equal plans.
OPEN_CHOICES: Final = (30, 60, 120)
BRANCHES: Final = 25
#: Larger rounds, only while the plan may fall short of the best by more than this share.
MORE_CHOICES: Final = (240, 480)
NEAR: Final = 0.0005
#: A round that decides the whole plan may look at so many times more.
FINAL_EFFORT: Final = 10
#: The solver looks at its clock only now and then: this share of the seconds is kept back.
SPARE: Final = 0.02
#: So few choices are decided to the end, however many branches it takes.
FEW_CHOICES: Final = 60
NO_LIMIT: Final = 2**31 - 1
#: A plan of so many choices is relaxed whole; of a larger one, the least clear choices.
EXACT: Final = 20_000


@dataclass(frozen=True, slots=True, eq=False)
class Solution:
    """A plan, the bound in thousandths, the prices of the limits, and why the search ended."""

    draft: Draft
    bound: int
    prices: Prices
    stop: Stop
    seconds: float


def solve(
    problem: Problem,
    *,
    seconds: float,
    start: Draft | None = None,
    known: Known | None = None,
    watch: Watch = unwatched,
) -> Solution:
    """Return the best plan found, and proof of how good it is.

    Prices from the plan with fractions tell which choices are clear; the unclear ones are
    given to the branch-and-bound solver, in growing rounds. What it proposes is checked, and
    where need be repaired and filled up, in whole numbers. A plan to `start` from that keeps every
    limit is worth no more than what is found; from another what is worth least is dropped until
    it does. `known` prices of a problem much like this one prove a bound from the beginning.
    `watch` looks on, and may end the search.
    Raises Refusal if what must be in the plan does not fit into it.
    """
    if not problem.ids:
        return Solution(Draft(problem), 0, Prices.none(problem), Stop.PROVEN, 0.0)
    search = _Search(problem, seconds, start, known, watch)
    for size in (*OPEN_CHOICES, *MORE_CHOICES):
        if search.is_over or (size in MORE_CHOICES and search.is_near):
            break
        search.round(size * len(problem.years))
    return search.solution()


class _Search:
    """The best plan so far, and what is proven about all others."""

    def __init__(
        self,
        problem: Problem,
        seconds: float,
        start: Draft | None,
        known: Known | None,
        watch: Watch,
    ) -> None:
        # The only clock of the core: a search must know when to stop.
        self.began = perf_counter()
        self.problem = problem
        self.seconds = seconds
        self.spare = SPARE * seconds
        self.watch = watch
        self.program = Program(problem)
        self.prices = prices_from(problem, known)
        self.losses = losses(problem, self.prices)
        self.part: Numbers = np.zeros(problem.benefit.shape)
        self.bound = self.losses.bound
        self.stop = Stop.WORK
        self.best = self._first(start)
        if start is not None:  # who changed one thing sees what becomes of the plan at once
            if known is not None:
                self.best.fill(self.prices)
            self._tell()
        if self.stop is Stop.WORK:
            self._prepare(start)

    def _prepare(self, start: Draft | None) -> None:
        """Find the prices, and with them the best that can be made of the start."""
        self._find_prices()
        self.bound = self.losses.bound
        begun = perf_counter()
        if start is not None:
            again = self._first(start)
            self.best = max(self.best, again, key=lambda draft: draft.benefit)
        self.best.fill(self.prices)
        self.spare += perf_counter() - begun
        self._tell()

    def _first(self, start: Draft | None) -> Draft:
        """Return the start without what is worth least, until every limit is kept."""
        if start is not None and (start.year[self.problem.mandatory] != NEVER).all():
            found = start.copy()
            if repair(found, self.prices):
                return found
        return place_demands(self.problem)

    def _tell(self) -> None:
        """Let the one who watches know, and stop if asked to."""
        passed = perf_counter() - self.began
        if not self.watch(Progress(self.best.benefit, self.bound, passed, self.best)):
            self.stop = Stop.ASKED

    def _find_prices(self) -> None:
        """Take the prices of the plan with fractions; of a large one only of its unclear part.

        Which part is unclear, prices that are known already tell as well.
        """
        free, fixed = self.program.choices, np.zeros_like(self.program.choices)
        if free.sum() > EXACT:
            if not self.prices.limit.any():
                self._learn(self.program.approach(seconds=self.left))
            flip = self.losses.flip
            free &= flip <= np.partition(flip[free], EXACT)[EXACT]
            fixed = self.losses.best
        self._learn(self.program.relax(free, fixed, prices=self.prices, seconds=self.left))

    def _learn(self, relaxed: Relaxed | None) -> None:
        """Take over a plan with fractions, and its prices if they prove more than those so far."""
        if relaxed is not None:
            self.part = relaxed.part
            found = losses(self.problem, relaxed.prices)
            if found.bound < self.losses.bound:
                self.prices, self.losses = relaxed.prices, found

    @property
    def left(self) -> float:
        """Return the seconds left to search, apart from those that it takes to fill up a plan."""
        return self.seconds - self.spare - (perf_counter() - self.began)

    @property
    def is_over(self) -> bool:
        """Return whether the plan is proven or time is up, and keep which."""
        if _floor(self.bound) <= self.best.benefit:
            self.stop = Stop.PROVEN
        elif self.left <= 0:
            self.stop = Stop.TIME
        return self.stop is not Stop.WORK

    @property
    def is_near(self) -> bool:
        """Return whether the plan is so near the best that more work is hardly worth it."""
        return self.bound - self.best.benefit <= NEAR * self.best.benefit

    def round(self, size: int) -> None:
        """Decide about `size` unclear choices with all others made."""
        gap = self.bound - self.best.benefit
        unclear = (self.losses.done <= gap) & (self.losses.undone <= gap)
        is_whole = int(unclear.sum()) <= max(size, FEW_CHOICES)
        free = unclear if is_whole else self._least_clear(unclear, size)
        fixed = self.losses.undone > gap if is_whole else self.part > 0.5
        nodes = self._nodes(int(free.sum()), is_whole)
        answer = self.program.solve(free, fixed, nodes=nodes, seconds=self.left)
        self._take(answer)
        if is_whole:
            self._tighten(answer)
        self._tell()

    def _least_clear(self, unclear: Flags, size: int) -> Flags:
        """Return the choices made in part, and those that it costs least to make otherwise."""
        part = self.part
        cost = np.where(part > 0.5, self.losses.undone, self.losses.done)
        cost[(part > 1e-6) & (part < 1 - 1e-6)] = -1
        cells = np.flatnonzero(unclear)
        chosen = cells[np.argsort(cost.ravel()[cells], kind="stable")[:size]]
        free = np.zeros(unclear.shape, dtype=np.bool_)
        free.ravel()[chosen] = True
        return free

    def _nodes(self, choices: int, is_whole: bool) -> int:
        if choices <= FEW_CHOICES:
            return NO_LIMIT
        return 1 + int(BRANCHES * self.seconds) * (FINAL_EFFORT if is_whole else 1)

    def _take(self, answer: Answer) -> None:
        if answer.choice is None:
            return
        draft = draft_of(self.problem, answer.choice)
        if repair(draft, self.prices):
            draft.fill(self.prices)
            if draft.benefit > self.best.benefit:
                self.best = draft

    def _tighten(self, answer: Answer) -> None:
        """Lower the bound: outside the open choices no plan is better than the known one."""
        if answer.is_impossible:
            self.bound = float(self.best.benefit)
        elif answer.bound is not None:
            self.bound = min(self.bound, max(answer.bound, float(self.best.benefit)))

    def solution(self) -> Solution:
        """Return what was found, polished, with ties settled."""
        if _floor(self.bound) > self.best.benefit and self.left > 0:
            polish(self.best, self.prices)
        settle(self.best)
        bound = max(_floor(self.bound), self.best.benefit)
        stop = Stop.PROVEN if bound == self.best.benefit else self.stop
        if stop is Stop.WORK and self.left <= 0:
            stop = Stop.TIME
        return Solution(self.best, bound, self.prices, stop, perf_counter() - self.began)


def _floor(bound: float) -> int:
    # Benefits are whole thousandths; a hair of floating point must not cost a proof.
    return math.floor(bound + 1e-4)
