"""What every choice costs at given prices, and the bound that the prices prove.

At a price for each limit, every estate can choose by itself, and no plan within the limits is
worth more than the sum of these best choices plus the price of all limits (Lagrange). The
rewards of neighbours are credited to either in parts, so that estates still choose alone. What a
choice loses against the estate's best choice, the bound loses with it: a choice that loses
more than the gap between the bound and a known plan is in no better plan.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from jiugai.planning.classes import CLASSES
from jiugai.planning.model.problem import Problem
from jiugai.planning.search.draft import PATTERNS, allowed
from jiugai.planning.search.prices import Numbers, Prices, credited, price_of


@dataclass(frozen=True, slots=True, eq=False)
class Losses:
    """Per choice [i, t, c]: what doing it and what not doing it loses; the bound; best choices."""

    bound: float
    done: Numbers
    undone: Numbers
    best: NDArray[np.bool_]

    @property
    def flip(self) -> Numbers:
        """Return what deciding against the estate's best choice loses."""
        return np.asarray(np.where(self.best, self.undone, self.done))


def losses(problem: Problem, prices: Prices) -> Losses:
    """Return the losses at prices that are not negative, in thousandths of benefit."""
    gain = credited(problem, prices) - price_of(problem, prices)
    value = np.where(allowed(problem), gain @ PATTERNS.T.astype(np.float64), -np.inf)
    nothing = np.where(problem.mandatory, -np.inf, 0.0)
    top = np.maximum(value.max(axis=(1, 2), initial=-np.inf), nothing)
    loss = top[:, None, None] - value
    idle = top - nothing
    done, undone = _by_choice(loss, idle)
    bound = float(top.sum() + prices.limit @ problem.most)
    # `undone` is 0 where some best choice of the estate leaves the works out.
    return Losses(bound, done, undone, best=(done <= undone) & (undone > 0))


def _by_choice(loss: Numbers, idle: Numbers) -> tuple[Numbers, Numbers]:
    estates, years, _patterns = loss.shape
    done = np.empty((estates, years, len(CLASSES)))
    undone = np.empty_like(done)
    elsewhere = _least_elsewhere(loss, idle)
    for c in range(len(CLASSES)):
        with_it = PATTERNS[:, c]
        done[:, :, c] = loss[:, :, with_it].min(axis=2)
        without = loss[:, :, ~with_it].min(axis=2, initial=np.inf)
        undone[:, :, c] = np.minimum(without, elsewhere)
    return done, undone


def _least_elsewhere(loss: Numbers, idle: Numbers) -> Numbers:
    """Return, per year, the least loss of starting in any other year or never."""
    per_year = loss.min(axis=2)
    found: Numbers = np.empty_like(per_year)
    for t in range(per_year.shape[1]):
        others = np.delete(per_year, t, axis=1).min(axis=1, initial=np.inf)
        found[:, t] = np.minimum(others, idle)
    return found
