"""The plan as a mixed-integer program, whole or with most of its choices already made."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.optimize import Bounds, LinearConstraint, linprog, milp

from jiugai.planning.model.classes import BASIC
from jiugai.planning.model.limits import Flags, Whole
from jiugai.planning.model.problem import MILLI, Problem
from jiugai.planning.search.draft import NEVER, Draft, Prices
from jiugai.planning.search.silence import silent

Numbers = NDArray[np.float64]

_OPTIMAL: Final = 0
_INFEASIBLE: Final = 2


@dataclass(frozen=True, slots=True)
class Answer:
    """What the solver found: choices [i, t, c] or None, a bound in thousandths, and its state."""

    choice: Flags | None
    bound: float | None
    is_final: bool
    is_impossible: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Relaxed:
    """A plan that may do works in part [i, t, c], and prices in thousandths per unit of use."""

    part: Numbers
    prices: Prices


class Program:
    """One 0-1 variable per open year and offered class; rows for limits, starts and classes."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        here = problem.open[:, :, None] & problem.offered[:, None, :]
        self.cells = tuple(axis.astype(np.int64) for axis in np.nonzero(here))
        self.place: Whole = np.full(here.shape, -1, dtype=np.int64)
        self.place[self.cells] = np.arange(len(self.cells[0]))
        self.worth: Numbers = problem.benefit[self.cells] / MILLI
        self.rows = sparse.vstack([*self._limits(), self._starts(), self._links()], format="csc")
        self.least, self.most = self._bounds()

    def _limits(self) -> Iterator[Any]:
        estate, year, works = self.cells
        for limit in self.problem.limits:
            use = limit.use[estate, works] * limit.when[year, works] / limit.scale
            yield sparse.csc_array(use[None, :])

    def _starts(self) -> Any:
        """At most one start per estate; one for a mandatory one."""
        columns = np.flatnonzero(self.cells[2] == BASIC)
        ones = np.ones(len(columns))
        shape = (len(self.problem.ids), len(self.worth))
        return sparse.csc_array((ones, (self.cells[0][columns], columns)), shape=shape)

    def _links(self) -> Any:
        """Other classes only with the basic one, in the same works."""
        columns = np.flatnonzero(self.cells[2] != BASIC)
        basics = self.place[self.cells[0][columns], self.cells[1][columns], BASIC]
        row = np.arange(len(columns))
        values = np.concatenate([np.ones(len(columns)), -np.ones(len(columns))])
        where = (np.concatenate([row, row]), np.concatenate([columns, basics]))
        return sparse.csc_array((values, where), shape=(len(columns), len(self.worth)))

    def _bounds(self) -> tuple[Numbers, Numbers]:
        limits = [limit.most / limit.scale for limit in self.problem.limits]
        links = np.zeros(int((self.cells[2] != BASIC).sum()))
        must = self.problem.mandatory.astype(np.float64)
        least = np.concatenate([np.full(len(limits), -np.inf), must, np.full(len(links), -np.inf)])
        return least, np.concatenate([limits, np.ones(len(must)), links])

    def relax(self, seconds: float) -> Relaxed:
        """Return the best plan with fractions, and the price of each limit in it.

        Where time is too short for it, nothing is done and no limit has a price; that too
        proves a bound.
        """
        equal = self.least == self.most
        rows = self.rows.tocsr()
        found = linprog(
            -self.worth,
            A_ub=rows[~equal],
            b_ub=self.most[~equal],
            A_eq=rows[equal] if equal.any() else None,
            b_eq=self.most[equal] if equal.any() else None,
            bounds=(0, 1),
            method="highs",
            options={"time_limit": max(seconds, 0.01)},
        )
        limits = self.problem.limits
        part = np.zeros(self.place.shape, dtype=np.float64)
        if found.status != _OPTIMAL:
            return Relaxed(part, np.zeros(len(limits), dtype=np.float64))
        part[self.cells] = found.x
        scale = np.array([limit.scale for limit in limits], dtype=np.float64)
        prices = -np.asarray(found.ineqlin.marginals, dtype=np.float64)[: len(limits)]
        # A bound needs prices that are not negative, not even by a hair.
        return Relaxed(part, np.asarray(np.maximum(prices, 0) * MILLI / scale))

    def solve(self, free: Flags, fixed: Flags, *, nodes: int, seconds: float) -> Answer:
        """Return the best plan in which only `free` choices are open and `fixed` ones are made."""
        columns = free[self.cells]
        made = (fixed & ~free)[self.cells].astype(np.float64)
        spent = self.rows @ made
        rows = self.rows[:, columns].tocsr()
        touched = np.diff(rows.indptr) > 0
        with silent():
            found = milp(
                -self.worth[columns],
                integrality=np.ones(int(columns.sum()), dtype=np.int8),
                bounds=Bounds(0, 1),
                constraints=LinearConstraint(
                    rows[touched], (self.least - spent)[touched], (self.most - spent)[touched]
                ),
                options={
                    "mip_rel_gap": 0,  # the default accepts a plan 0.01 % short of the best
                    "time_limit": max(seconds, 0.01),
                    "node_limit": nodes,
                },
            )
        return self._answer(found, columns, made)

    def _answer(self, found: Any, columns: Flags, made: Numbers) -> Answer:
        known = float(self.worth @ made)
        bound = None if found.mip_dual_bound is None else MILLI * (known - found.mip_dual_bound)
        if found.x is None:
            return Answer(None, bound, is_final=False, is_impossible=found.status == _INFEASIBLE)
        chosen = made > 0
        chosen[columns] = found.x > 0.5
        choice = np.zeros(self.place.shape, dtype=np.bool_)
        choice[self.cells] = chosen
        return Answer(choice, bound, is_final=found.status == _OPTIMAL)


def draft_of(problem: Problem, choice: Flags) -> Draft:
    """Return the plan that a choice [i, t, c] describes."""
    draft = Draft(problem)
    started = choice[:, :, BASIC]
    draft.year = np.where(started.any(axis=1), started.argmax(axis=1), NEVER).astype(np.int64)
    rows = np.arange(len(problem.ids))
    draft.done = choice[rows, draft.year] & (draft.year >= 0)[:, None]
    draft.used = problem.used_in_all(draft.year, draft.done)
    return draft
