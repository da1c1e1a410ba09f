"""Prices of the limits, and how the rewards of neighbours are credited to either."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from jiugai.planning.classes import BASIC
from jiugai.planning.model.problem import Problem

Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Prices:
    """A price per limit, in thousandths per unit of use, none negative.

    `first[k, t]` is the part of the reward of pair k in year t that its first estate is
    credited with; the second has the rest.
    """

    limit: Numbers
    first: Numbers

    @classmethod
    def none(cls, problem: Problem) -> "Prices":
        """Return prices of nothing, and rewards credited by halves."""
        return cls(np.zeros(len(problem.limits)), problem.rewards.milli / 2)


def price_of(problem: Problem, prices: Prices) -> Numbers:
    """Return the price [i, t, c] of what each class uses."""
    return np.asarray(problem.uses @ prices.limit).reshape(problem.benefit.shape)


def credited(problem: Problem, prices: Prices) -> Numbers:
    """Return the benefit [i, t, c] with the rewards of neighbours added to the basic class.

    No plan is worth more by its own benefit than by this one: a reward is earned only if both
    estates start in that year, and credited in parts that add up to it (Lagrange).
    """
    found = problem.benefit.astype(np.float64)
    found[:, :, BASIC] += problem.rewards.credit(prices.first)
    return found


@dataclass(frozen=True, slots=True, eq=False)
class Known:
    """Prices that served one problem, to begin with in another that is much like it."""

    limit: Mapping[tuple[str, int, str], float]
    first: Numbers


def known_of(problem: Problem, prices: Prices) -> Known:
    """Return the prices of a problem by what its limits are called."""
    keys = [(one.kind.value, one.year, one.title) for one in problem.limits]
    return Known(dict(zip(keys, prices.limit.tolist(), strict=True)), prices.first)


def prices_from(problem: Problem, known: Known | None) -> Prices:
    """Return known prices for a problem; a limit that is new costs nothing as yet.

    Whatever they are, they prove a bound.
    """
    none = Prices.none(problem)
    if known is None:
        return none
    limit = [known.limit.get((o.kind.value, o.year, o.title), 0.0) for o in problem.limits]
    fits = known.first.shape == none.first.shape
    first = np.clip(known.first, 0, problem.rewards.milli) if fits else none.first
    return Prices(np.array(limit, dtype=np.float64), first)
