"""The plan as a mixed-integer program, whole or with most of its choices already made."""

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from scipy import sparse
from scipy.optimize import Bounds, LinearConstraint, linprog, milp

from jiugai.planning.classes import BASIC
from jiugai.planning.model.limits import Flags, Whole
from jiugai.planning.model.problem import MILLI, Problem
from jiugai.planning.search.descent import nearly
from jiugai.planning.search.draft import NEVER, Draft
from jiugai.planning.search.prices import Numbers, Prices
from jiugai.planning.search.silence import silent

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
    """A plan that may do works in part [i, t, c], and the prices that it proves."""

    part: Numbers
    prices: Prices


@dataclass(frozen=True, slots=True, eq=False)
class _Part:
    """The program with only some choices open: first their columns, then one a joint start."""

    columns: Whole
    worth: Numbers
    rows: Any
    least: Numbers
    most: Numbers
    touched: Flags
    joint: Whole
    known: float
    made: Numbers


class Program:
    """One 0-1 variable per open year and offered class; rows for limits, starts and classes."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        here = problem.open[:, :, None] & problem.offered[:, None, :]
        self.cells = tuple(axis.astype(np.int64) for axis in np.nonzero(here))
        self.place: Whole = np.full(here.shape, -1, dtype=np.int64)
        self.place[self.cells] = np.arange(len(self.cells[0]))
        self.worth: Numbers = problem.benefit[self.cells] / MILLI
        self.scale = np.array([limit.scale for limit in problem.limits], dtype=np.float64)
        self.rows = sparse.vstack([self._limits(), self._starts(), self._links()], format="csc")
        self.least, self.most = self._bounds()
        pair, year = np.nonzero(problem.rewards.milli)
        self.joint = (pair, year)
        self.joint_worth: Numbers = problem.rewards.milli[pair, year] / MILLI
        self.ends = np.stack(
            [
                self.place[problem.rewards.first[pair], year, BASIC],
                self.place[problem.rewards.second[pair], year, BASIC],
            ]
        )

    def _limits(self) -> Any:
        flat = np.ravel_multi_index(self.cells, self.place.shape)
        uses = self.problem.uses[flat].astype(np.float64)
        return (uses @ sparse.diags_array(1 / self.scale)).T.tocsc()

    def _starts(self) -> Any:
        """At most one start per estate; one for a mandatory one."""
        columns = np.flatnonzero(self.cells[2] == BASIC)
        ones = np.ones(len(columns))
        shape = (len(self.problem.ids), len(self.worth))
        return sparse.csc_array((ones, (self.cells[0][columns], columns)), shape=shape)

    @property
    def _others(self) -> Whole:
        """The columns of classes that come with the basic one."""
        return np.flatnonzero(self.cells[2] != BASIC)

    def _links(self) -> Any:
        """Other classes only with the basic one, in the same works."""
        columns = self._others
        basics = self.place[self.cells[0][columns], self.cells[1][columns], BASIC]
        row = np.arange(len(columns))
        values = np.concatenate([np.ones(len(columns)), -np.ones(len(columns))])
        where = (np.concatenate([row, row]), np.concatenate([columns, basics]))
        return sparse.csc_array((values, where), shape=(len(columns), len(self.worth)))

    def _bounds(self) -> tuple[Numbers, Numbers]:
        others = self._others
        must_come = self.problem.required[self.cells[0][others], self.cells[2][others]]
        must = self.problem.mandatory.astype(np.float64)
        free = np.full(len(self.problem.limits), -np.inf)
        least = np.concatenate([free, must, np.where(must_come, 0.0, -np.inf)])
        most = np.concatenate(
            [self.problem.most / self.scale, np.ones(len(must)), np.zeros(len(others))]
        )
        return least, most

    def _part(self, free: Flags, fixed: Flags) -> _Part:
        """Return the program in which `free` choices are open and other `fixed` ones made."""
        columns = np.flatnonzero(free[self.cells])
        is_free = np.zeros(len(self.worth), dtype=np.bool_)
        is_free[columns] = True
        made = np.where(is_free, 0.0, fixed[self.cells])
        own, both, known = self._joint_worths(is_free, made > 0)
        spent = self.rows @ made
        rows = self.rows[:, columns]
        touched = np.diff(rows.tocsr().indptr) > 0
        position = np.cumsum(is_free) - 1
        links = _with_ends(position[self.ends[:, both]], len(columns))
        above = np.zeros(2 * len(both))
        wide = [[rows[touched], None], links] if len(both) else [[rows[touched]]]
        return _Part(
            columns=columns,
            worth=np.concatenate([(self.worth + own)[columns], self.joint_worth[both]]),
            rows=sparse.block_array(wide, format="csr"),
            least=np.concatenate([(self.least - spent)[touched], np.full(len(above), -np.inf)]),
            most=np.concatenate([(self.most - spent)[touched], above]),
            touched=touched,
            joint=both,
            known=float(self.worth @ made) + known,
            made=made,
        )

    def _joint_worths(self, free: Flags, made: Flags) -> tuple[Numbers, Whole, float]:
        """Return what made neighbours add to a column, the joint starts still open, the made."""
        own = np.zeros(len(self.worth))
        for one, other in ((0, 1), (1, 0)):
            beside = free[self.ends[one]] & made[self.ends[other]]
            np.add.at(own, self.ends[one][beside], self.joint_worth[beside])
        both = np.flatnonzero(free[self.ends].all(axis=0))
        return own, both, float(self.joint_worth[made[self.ends].all(axis=0)].sum())

    @property
    def choices(self) -> Flags:
        """Return every choice [i, t, c] that there is."""
        return np.asarray(self.place >= 0)

    def approach(self, *, seconds: float) -> Relaxed:
        """Return nearly the best plan with fractions, by steps that each cost one look at it."""
        part = self._part(self.choices, np.zeros_like(self.choices))
        goods, dual = nearly(part.worth, part.rows, part.least, part.most, seconds=seconds)
        done = np.zeros(self.place.shape, dtype=np.float64)
        done[self.cells] = goods[: len(part.columns)]
        return Relaxed(done, self._priced(part, dual, Prices.none(self.problem)))

    def relax(
        self, free: Flags, fixed: Flags, *, prices: Prices, seconds: float
    ) -> Relaxed | None:
        """Return the best plan with fractions in which only `free` choices are open.

        What it does not decide keeps the given prices. None where time is too short for it or
        the choices made leave no plan.
        """
        part = self._part(free, fixed)
        equal = part.least == part.most
        found = linprog(
            -part.worth,
            A_ub=part.rows[~equal],
            b_ub=part.most[~equal],
            A_eq=part.rows[equal] if equal.any() else None,
            b_eq=part.most[equal] if equal.any() else None,
            bounds=(0, 1),
            method="highs",
            options={"time_limit": max(seconds, 0.01)},
        )
        if found.status != _OPTIMAL:
            return None
        chosen = part.made.copy()
        chosen[part.columns] = np.asarray(found.x)[: len(part.columns)]
        done = np.zeros(self.place.shape, dtype=np.float64)
        done[self.cells] = chosen
        dual = np.zeros(len(equal))
        dual[~equal] = -np.asarray(found.ineqlin.marginals, dtype=np.float64)
        return Relaxed(done, self._priced(part, dual, prices))

    def _priced(self, part: _Part, dual: Numbers, prices: Prices) -> Prices:
        """Return the prices that the dual values of the rows are."""
        limits = len(self.problem.limits)
        seen = np.flatnonzero(part.touched[:limits])
        limit = prices.limit.copy()
        # A bound needs prices that are not negative, not even by a hair.
        limit[seen] = np.maximum(dual[: len(seen)], 0) * MILLI / self.scale[seen]
        first = prices.first.copy()
        pair, year = (axis[part.joint] for axis in self.joint)
        ends = dual[len(dual) - 2 * len(part.joint) :: 2] * MILLI
        first[pair, year] = np.clip(ends, 0, self.problem.rewards.milli[pair, year])
        return Prices(limit, first)

    def solve(self, free: Flags, fixed: Flags, *, nodes: int, seconds: float) -> Answer:
        """Return the best plan in which only `free` choices are open and `fixed` ones are made."""
        part = self._part(free, fixed)
        own, joint = len(part.columns), len(part.joint)
        with silent():
            found = milp(
                -part.worth,
                integrality=np.repeat(np.array([1, 0], dtype=np.int8), [own, joint]),
                bounds=Bounds(0, 1),
                constraints=LinearConstraint(part.rows, part.least, part.most),
                options={
                    "mip_rel_gap": 0,  # the default accepts a plan 0.01 % short of the best
                    "time_limit": max(seconds, 0.01),
                    "node_limit": nodes,
                },
            )
        return self._answer(found, part)

    def _answer(self, found: Any, part: _Part) -> Answer:
        dual = found.mip_dual_bound
        bound = None if dual is None else MILLI * (part.known - dual)
        if found.x is None:
            return Answer(None, bound, is_final=False, is_impossible=found.status == _INFEASIBLE)
        chosen = part.made > 0
        chosen[part.columns] = found.x[: len(part.columns)] > 0.5
        choice = np.zeros(self.place.shape, dtype=np.bool_)
        choice[self.cells] = chosen
        return Answer(choice, bound, is_final=found.status == _OPTIMAL)


def _with_ends(ends: Whole, columns: int) -> list[Any]:
    """Return rows by which a joint start is at most the start of either end: one, other, …"""
    count = ends.shape[1]
    row = np.arange(2 * count)
    starts = sparse.csr_array(
        (-np.ones(2 * count), (row, ends.T.ravel())), shape=(2 * count, columns)
    )
    joint = sparse.csr_array((np.ones(2 * count), (row, row // 2)), shape=(2 * count, count))
    return [starts, joint]


def draft_of(problem: Problem, choice: Flags) -> Draft:
    """Return the plan that a choice [i, t, c] describes."""
    draft = Draft(problem)
    started = choice[:, :, BASIC]
    draft.year = np.where(started.any(axis=1), started.argmax(axis=1), NEVER).astype(np.int64)
    rows = np.arange(len(problem.ids))
    draft.done = choice[rows, draft.year] & (draft.year >= 0)[:, None]
    draft.used = problem.used_in_all(draft.year, draft.done)
    return draft
