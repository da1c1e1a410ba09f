"""What less or more money would buy."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Final

import numpy as np

from jiugai.kernel.money import Cents
from jiugai.planning.model.problem import MILLI, Problem
from jiugai.planning.money.budget import Budget, Pot
from jiugai.planning.pool.candidates import Pool
from jiugai.planning.search.draft import NEVER, Draft
from jiugai.planning.search.solve import Solution, solve
from jiugai.planning.search.start import Unplaceable
from jiugai.planning.solving import problem_of
from jiugai.planning.terms import Terms

#: So many times the budget are tried; 1 is the plan itself.
FACTORS: Final = tuple(Fraction(quarters, 4) for quarters in (1, 2, 3, 4, 5, 6, 8))


@dataclass(frozen=True, slots=True)
class Point:
    """A multiple of the budget: its money, what the best plan found is worth, and the bound."""

    factor: Fraction
    money: Cents
    milli: int
    bound: int
    estates: int

    @property
    def objective(self) -> float:
        """Return what the plan is worth: households weighted by need, works and year."""
        return self.milli / MILLI


def curve(
    pool: Pool, budget: Budget, terms: Terms, *, found: Solution, seconds: float
) -> tuple[Point, ...]:
    """Return what multiples of the budget would buy, from the least to the most.

    A plan for less money is the start of the one for more, so that more never buys less. Money
    too little for what must be in the plan gives no point. `seconds` are for all points.
    """
    if terms.last is not None:  # other money may ask for other changes than the plan does
        terms = replace(terms, last=replace(terms.last, changes=None))
    points: list[Point] = []
    best: Draft | None = None
    each = seconds / len(FACTORS)
    for factor in FACTORS:
        money = scaled(budget, factor)
        problem = problem_of(pool, money, terms)
        starts = [_on(problem, draft) for draft in (best, found.draft if factor >= 1 else None)]
        start = max(filter(None, starts), key=lambda one: one.benefit, default=None)
        try:
            solution = solve(problem, seconds=each, start=start)
        except Unplaceable:
            continue
        best = solution.draft
        bound = found.bound if factor == 1 else solution.bound
        estates = int((best.year != NEVER).sum())
        points.append(Point(factor, money.total(), best.benefit, bound, estates))
    return _consistent(points)


def scaled(budget: Budget, factor: Fraction) -> Budget:
    """Return a budget with so many times the money in every pot, in whole cents."""
    pots = tuple(_pot(pot, factor) for pot in budget.pots)
    return replace(budget, pots=pots)


def _pot(pot: Pot, factor: Fraction) -> Pot:
    return replace(pot, cents=Cents(pot.cents * factor.numerator // factor.denominator))


def _on(problem: Problem, draft: Draft | None) -> Draft | None:
    """Return a plan for another budget as one for this, None if it breaks a limit of it."""
    if draft is None:
        return None
    twin = Draft(problem)
    twin.year, twin.done = draft.year.copy(), draft.done.copy()
    twin.used = problem.used_in_all(twin.year, twin.done)
    return twin if twin.is_sound() and (twin.year[problem.mandatory] != NEVER).all() else None


def _consistent(points: Sequence[Point]) -> tuple[Point, ...]:
    """Return the points with the least bound that is known for their money or for more."""
    least = np.minimum.accumulate([point.bound for point in reversed(points)])[::-1]
    return tuple(
        replace(point, bound=max(int(bound), point.milli))
        for point, bound in zip(points, least, strict=True)
    )
