"""Whether works exist that keep some limits and carry out some orders."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.optimize import Bounds, LinearConstraint, milp

from jiugai.planning.classes import BASIC, CLASSES
from jiugai.planning.model.limits import Flags, Whole
from jiugai.planning.model.problem import Problem
from jiugai.planning.search.silence import silent

Numbers = NDArray[np.float64]

#: Counts and seconds after which the solver says that it does not know.
NODES: Final = 20_000
_SECONDS: Final = 60.0
#: The largest coefficient of a row. All numbers are whole, so that half a unit of room is
#: granted in each row: what exceeds a limit by one unit is then told from what just fits.
_LARGEST: Final = 1e6
_OPTIMAL: Final = 0
_INFEASIBLE: Final = 2


@dataclass(frozen=True, slots=True, eq=False)
class Order:
    """What must become of an estate: a start in one of `years` with `classes`.

    If it is no `must`, there may be no start in these years. Years and classes are flags, by
    their place in the problem.
    """

    estate: int
    years: Flags
    classes: Flags
    must: bool = True


@dataclass(frozen=True, slots=True, eq=False)
class Works:
    """Works [i, t, c] that were found, or None; `is_proven` says that there are none or no better.

    Better is to draw less upon reliefs.
    """

    choice: Flags | None
    is_proven: bool


def orders_of(problem: Problem) -> list[Order]:
    """Return what must become of the mandatory estates."""
    return [
        Order(i, problem.open[i], problem.required[i])
        for i in np.flatnonzero(problem.mandatory).tolist()
    ]


def helpers(problem: Problem, limits: Flags) -> Flags:
    """Return the estates whose works can help to keep a limit that asks for at least so much."""
    helping = (problem.uses[:, np.flatnonzero(limits)] < 0).sum(axis=1)
    return np.asarray(np.asarray(helping).reshape(len(problem.ids), -1).sum(axis=1) > 0)


def find_works(
    problem: Problem,
    limits: Flags,
    orders: Sequence[Order],
    *,
    estates: Flags | None = None,
    reliefs: Sequence[Flags] = (),
    nodes: int = NODES,
    in_parts: bool = False,
) -> Works:
    """Return as few works as serve, over the estates that matter or the given ones.

    Every relief, a set of limits, may be drawn upon at a cost; the least in all is taken then.
    With `in_parts` works may be done in part: where even that is impossible, it is soon proven.
    """
    program = _Program(problem, limits, orders, estates)
    if not len(program.cells[0]) and not reliefs:
        nothing = np.zeros(problem.benefit.shape, dtype=np.bool_)
        serves = not any(order.must for order in orders) and (problem.most[limits] >= 0).all()
        return Works(nothing if serves else None, is_proven=True)
    found = program.solve(reliefs, nodes, in_parts=in_parts)
    if found.x is None or in_parts:
        return Works(None, found.status == _INFEASIBLE)
    choice = np.zeros(problem.benefit.shape, dtype=np.bool_)
    choice[program.cells] = found.x[: len(program.cells[0])] > 0.5
    over = (used_by(problem, choice) > problem.most) & limits
    if over.any() and not reliefs:  # the solver reckons in floating point
        return Works(None, is_proven=False)
    return Works(choice, found.status == _OPTIMAL)


def used_by(problem: Problem, choice: Flags) -> Whole:
    """Return what works [i, t, c] use of every limit, exactly."""
    found: Whole = problem.uses.T @ choice.ravel().astype(np.int64)
    return found


class _Program:
    """One 0-1 variable per open year and offered class of the estates that matter."""

    def __init__(
        self, problem: Problem, limits: Flags, orders: Sequence[Order], estates: Flags | None
    ) -> None:
        self.problem = problem
        self.limits = np.flatnonzero(limits)
        self.orders = orders
        if estates is None:
            estates = helpers(problem, limits)
        estates = estates.copy()
        estates[[order.estate for order in orders if order.must]] = True
        here = problem.open[:, :, None] & problem.offered[:, None, :] & estates[:, None, None]
        self.cells: tuple[Whole, ...] = np.nonzero(here)
        self.place: Whole = np.full(here.shape, -1, dtype=np.int64)
        self.place[self.cells] = np.arange(len(self.cells[0]))

    def solve(self, reliefs: Sequence[Flags], nodes: int, *, in_parts: bool) -> Any:
        """Return what the solver says."""
        count = len(self.cells[0])
        uses, most, scales = self._limits()
        rows, least_of, most_of = self._structure()
        relief = _relief(reliefs, self.limits, scales, self.problem)
        empty = sparse.csr_array((rows.shape[0], len(reliefs)))
        table = sparse.vstack(
            [sparse.hstack([uses, -relief]), sparse.hstack([rows, empty])], format="csr"
        )
        # Reliefs are what is to be least; the number of works only settles what is equal.
        works = np.full(count, 1e-6 if reliefs else 1.0)
        with silent():
            return milp(
                np.concatenate([works, np.ones(len(reliefs))]),
                integrality=np.repeat(
                    np.array([0 if in_parts else 1, 0], np.int8), [count, len(reliefs)]
                ),
                bounds=Bounds(0, np.concatenate([self._upper(), np.full(len(reliefs), np.inf)])),
                constraints=LinearConstraint(
                    table,
                    np.concatenate([np.full(len(most), -np.inf), least_of]),
                    np.concatenate([most, most_of]),
                ),
                options={
                    "mip_rel_gap": 0.0 if reliefs else 0.1,
                    "node_limit": nodes,
                    "time_limit": _SECONDS,
                },
            )

    def _limits(self) -> tuple[Any, Numbers, Numbers]:
        estate, year, works = self.cells
        flat = (estate * len(self.problem.years) + year) * len(CLASSES) + works
        uses = self.problem.uses[flat][:, self.limits].T.tocsr().astype(np.float64)
        largest = (
            abs(uses).max(axis=1).toarray().ravel() if uses.nnz else np.zeros(len(self.limits))
        )
        scales = np.maximum(1.0, largest / _LARGEST)
        most = (self.problem.most[self.limits] + 0.5) / scales
        return sparse.diags_array(1 / scales) @ uses, most, scales

    def _structure(self) -> tuple[Any, Numbers, Numbers]:
        """At most one start per estate, one for an order; other classes with the basic one."""
        estate, year, works = self.cells
        basic = np.flatnonzero(works == BASIC)
        count = len(self.problem.ids)
        starts = sparse.csr_array(
            (np.ones(len(basic)), (estate[basic], basic)), shape=(count, len(works))
        )
        must = np.zeros(count)
        must[[order.estate for order in self.orders if order.must]] = 1.0
        further = np.flatnonzero(works != BASIC)
        under = self.place[estate[further], year[further], BASIC]
        row = np.arange(len(further))
        signs = np.repeat([1.0, -1.0], len(further))
        links = sparse.csr_array(
            (signs, (np.concatenate([row, row]), np.concatenate([further, under]))),
            shape=(len(further), len(works)),
        )
        needed = self._needed()[estate[further], works[further]]
        least = np.concatenate([must, np.where(needed, 0.0, -np.inf)])
        most = np.concatenate([np.ones(count), np.zeros(len(further))])
        return sparse.vstack([starts, links]), least, most

    def _needed(self) -> Flags:
        found: Flags = self.problem.required.copy()
        for order in self.orders:
            if order.must:
                found[order.estate] |= order.classes
        return found

    def _upper(self) -> Numbers:
        """Close the years that orders close, all of them where a class is not on offer."""
        is_open: Flags = np.ones(self.problem.open.shape, dtype=np.bool_)
        for order in self.orders:
            is_open[order.estate] &= order.years if order.must else ~order.years
        is_open[(self._needed() & ~self.problem.offered).any(axis=1)] = False
        return is_open[self.cells[0], self.cells[1]].astype(np.float64)


def _relief(reliefs: Sequence[Flags], limits: Whole, scales: Numbers, problem: Problem) -> Any:
    """Return how far a unit of each relief loosens each limit."""
    human = np.array([problem.limits[index].scale for index in limits], dtype=np.float64)
    columns = [np.where(relief[limits], human / scales, 0.0) for relief in reliefs]
    return sparse.csr_array(np.array(columns).reshape(len(reliefs), len(limits)).T)
