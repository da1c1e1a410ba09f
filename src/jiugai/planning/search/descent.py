"""Large linear programs, nearly solved by a first-order method (PDLP)."""

from typing import Any, Final

import numpy as np

from jiugai.planning.search.prices import Numbers

#: How far, in proportion, the two sides of the program may be apart. What the dual values prove
#: is reckoned by ourselves, so that this decides how good a bound is and never whether it holds.
NEAR: Final = 1e-4


def nearly(
    worth: Numbers, rows: Any, least: Numbers, most: Numbers, *, seconds: float
) -> tuple[Numbers, Numbers]:
    """Return about the most worth of goods between 0 and 1, and the dual values of the rows."""
    from ortools.pdlp import solvers_pb2
    from ortools.pdlp.python import pdlp

    program = pdlp.QuadraticProgram()
    program.objective_vector = -worth
    program.constraint_matrix = rows.tocsc()
    program.constraint_lower_bounds = least
    program.constraint_upper_bounds = most
    program.variable_lower_bounds = np.zeros(len(worth))
    program.variable_upper_bounds = np.ones(len(worth))
    settings = solvers_pb2.PrimalDualHybridGradientParams()
    ends = settings.termination_criteria
    ends.simple_optimality_criteria.eps_optimal_relative = NEAR
    ends.simple_optimality_criteria.eps_optimal_absolute = 0
    ends.time_sec_limit = max(seconds, 0.01)
    settings.num_threads = 1  # the order of sums, and with it the result, stays the same
    found = pdlp.primal_dual_hybrid_gradient(program, settings)
    return np.asarray(found.primal_solution), -np.asarray(found.dual_solution)
