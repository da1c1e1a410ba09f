"""The whole plan given to one solver at once, as anybody would write it."""

from collections.abc import Callable
from multiprocessing import get_context
from multiprocessing.connection import Connection

import numpy as np
from ortools.sat.python import cp_model
from scipy import sparse
from scipy.optimize import Bounds, LinearConstraint, milp

from jiugai.planning.classes import BASIC
from jiugai.planning.model.problem import Problem
from jiugai.planning.search.silence import silent

#: Two cores.
WORKERS = 2
#: HiGHS does not look at the clock in every step; at so many times its seconds it is ended.
PATIENCE = 2.0


def by_highs(problem: Problem, *, seconds: float) -> float:
    """Return the gap, as a part of what is found, that HiGHS leaves after so many seconds."""
    return _ended(_by_highs, problem, seconds)


def _ended(solve: Callable[..., float], problem: Problem, seconds: float) -> float:
    """Return what a solver finds in a process of its own, nothing (inf) if it never ends."""
    context = get_context("fork")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_told, args=(theirs, solve, problem, seconds))
    process.start()
    theirs.close()
    try:
        return float(ours.recv()) if ours.poll(seconds * PATIENCE) else float("inf")
    finally:
        process.kill()
        process.join()


def _told(
    teller: Connection, solve: Callable[..., float], problem: Problem, seconds: float
) -> None:
    teller.send(solve(problem, seconds=seconds))


def _by_highs(problem: Problem, *, seconds: float) -> float:
    rewards = problem.rewards
    estates, years, classes = problem.benefit.shape
    size = problem.benefit.size
    pair, year = np.nonzero(rewards.milli)
    cells = np.arange(size).reshape(problem.benefit.shape)
    rows, least, most = [], [], []

    def add(matrix: sparse.sparray, low: object, high: object) -> None:
        rows.append(sparse.csr_array(matrix))
        least.append(np.broadcast_to(low, matrix.shape[0]))
        most.append(np.broadcast_to(high, matrix.shape[0]))

    def ones(row: np.ndarray, column: np.ndarray, value: np.ndarray, count: int) -> object:
        return sparse.csr_array((value, (row, column)), shape=(count, size + len(pair)))

    scale = np.array([limit.scale for limit in problem.limits])
    uses = (problem.uses @ sparse.diags_array(1 / scale)).T
    add(
        sparse.hstack([uses, sparse.csr_array((len(scale), len(pair)))]),
        -np.inf,
        problem.most / scale,
    )
    starts = cells[:, :, BASIC]
    add(
        ones(np.repeat(np.arange(estates), years), starts.ravel(), np.ones(starts.size), estates),
        -np.inf,
        1,
    )
    for works in range(1, classes):
        row = np.arange(starts.size)
        both = np.concatenate([cells[:, :, works].ravel(), starts.ravel()])
        value = np.repeat([1.0, -1.0], starts.size)
        add(ones(np.tile(row, 2), both, value, starts.size), -np.inf, 0)
    for end in (rewards.first, rewards.second):
        row = np.arange(len(pair))
        both = np.concatenate([size + row, starts[end[pair], year]])
        add(ones(np.tile(row, 2), both, np.repeat([1.0, -1.0], len(pair)), len(pair)), -np.inf, 0)
    highest = np.concatenate([_possible(problem).ravel(), np.ones(len(pair))])
    worth = np.concatenate([problem.benefit.ravel(), rewards.milli[pair, year]]) / 1000
    with silent():
        found = milp(
            -worth,
            integrality=np.repeat([1, 0], [size, len(pair)]),
            bounds=Bounds(0, highest),
            constraints=LinearConstraint(
                sparse.vstack(rows), np.concatenate(least), np.concatenate(most)
            ),
            options={"mip_rel_gap": 0, "time_limit": seconds},
        )
    return float("inf") if found.x is None else (found.fun - found.mip_dual_bound) / -found.fun


def by_cp_sat(problem: Problem, *, seconds: float) -> float:
    """Return the gap, as a part of what is found, that CP-SAT leaves after so many seconds."""
    model = cp_model.CpModel()
    possible = _possible(problem)
    choice = {tuple(cell): model.new_bool_var("") for cell in np.argwhere(possible).tolist()}
    for estate in range(len(problem.ids)):
        starts = [
            choice[estate, t, BASIC]
            for t in range(len(problem.years))
            if possible[estate, t, BASIC]
        ]
        model.add_at_most_one(starts)
    for (estate, year, works), one in choice.items():
        if works != BASIC:
            model.add_implication(one, choice[estate, year, BASIC])
    uses = problem.uses.tocsc()
    for index in range(len(problem.limits)):
        here = slice(uses.indptr[index], uses.indptr[index + 1])
        cells = np.unravel_index(uses.indices[here], problem.benefit.shape)
        terms = [
            (choice[cell], int(use))
            for cell, use in zip(
                zip(*map(np.ndarray.tolist, cells), strict=True), uses.data[here], strict=True
            )
            if cell in choice
        ]
        total = cp_model.LinearExpr.weighted_sum(*map(list, zip(*terms, strict=True)))
        model.add(total <= int(problem.most[index]))
    worth = [(one, int(problem.benefit[cell])) for cell, one in choice.items()]
    rewards = problem.rewards
    for pair, year in np.argwhere(rewards.milli).tolist():
        both = model.new_bool_var("")
        model.add_implication(both, choice[int(rewards.first[pair]), year, BASIC])
        model.add_implication(both, choice[int(rewards.second[pair]), year, BASIC])
        worth.append((both, int(rewards.milli[pair, year])))
    model.maximize(cp_model.LinearExpr.weighted_sum(*map(list, zip(*worth, strict=True))))
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = seconds
    solver.parameters.num_workers = WORKERS
    status = solver.solve(model)
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE) or not solver.objective_value:
        return float("inf")
    return (solver.best_objective_bound - solver.objective_value) / solver.objective_value


def _possible(problem: Problem) -> np.ndarray:
    return problem.open[:, :, None] & problem.offered[:, None, :]
