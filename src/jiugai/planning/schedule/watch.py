"""The time and work that a search may take, and the wish to stop it."""

from collections.abc import Callable
from time import perf_counter
from typing import Final, NamedTuple

from ortools.sat.python import cp_model

from jiugai.planning.schedule.stages import Stage

#: Work per second allowed, in the solver's own count, so that equal input gives equal schedules.
#: An idle machine does more than this in a second; one that does less runs out of time.
EFFORT: Final = 0.25
#: A call takes at least this share of all work: building a model is work, too.
LEAST: Final = 0.0005
FOUND: Final = (cp_model.OPTIMAL, cp_model.FEASIBLE)

Tell = Callable[[Stage, float], None]


class Answer(NamedTuple):
    """A solver that has worked, and its outcome."""

    solver: cp_model.CpSolver
    status: "cp_model.CpSolverStatus"

    @property
    def is_found(self) -> bool:
        """Return whether it has a schedule."""
        return self.status in FOUND

    @property
    def is_best(self) -> bool:
        """Return whether nothing is better than what it has."""
        return self.status == cp_model.OPTIMAL

    @property
    def is_impossible(self) -> bool:
        """Return whether there is nothing to find."""
        return self.status == cp_model.INFEASIBLE

    @property
    def bound(self) -> int:
        """Return what nothing can beat."""
        return round(self.solver.best_objective_bound)


class Watch:
    """Counts seconds and work, tells of progress, and can be asked from outside to end."""

    def __init__(self, seconds: float, tell: Tell) -> None:
        # The only clock of the package: a search must know when to stop.
        self.began = perf_counter()
        self.seconds = seconds
        self.work = self.left = EFFORT * seconds
        self._tell = tell
        self.is_asked = False
        self.is_late = False
        self.was_cut = False
        self._running: list[cp_model.CpSolver] = []

    def stop(self) -> None:
        """Ask to end soon, from any thread."""
        self.is_asked = True
        for solver in tuple(self._running):
            solver.stop_search()

    @property
    def spent(self) -> float:
        """Return the seconds since the beginning."""
        return perf_counter() - self.began

    @property
    def is_over(self) -> bool:
        """Return whether there is no time left or somebody asked to end."""
        self.is_late = self.is_late or self.spent >= self.seconds
        return self.is_late or self.is_asked

    def is_past(self, part: float) -> bool:
        """Return whether a part of the seconds is gone, and keep that the clock decided."""
        self.was_cut = self.was_cut or self.spent > part * self.seconds
        return self.was_cut or self.is_asked

    @property
    def share_left(self) -> float:
        """Return the share of the work that is left."""
        return self.left / self.work

    def tell(self, stage: Stage) -> None:
        """Tell whoever follows where the search is."""
        self._tell(stage, self.spent)

    def solve(
        self,
        model: cp_model.CpModel,
        *,
        share: float,
        told: cp_model.CpSolverSolutionCallback | None = None,
        times: int = 1,
        doubting: bool = False,
    ) -> Answer:
        """Solve with a share of all work; it counts so many `times`.

        `doubting` expects that there is nothing to find.
        """
        solver = self.solver(min(share * self.work, self.left), doubting=doubting)
        answer = self.run(solver, model, told)
        done = solver.response_proto.deterministic_time
        self.left -= times * max(done, LEAST * self.work)
        return answer

    def solver(
        self, work: float, *, from_below: bool = False, doubting: bool = False
    ) -> cp_model.CpSolver:
        """Return a solver that may do so much work; `from_below` raises the bound first.

        That, by cores, suits sums of spans of which few must be longer than they could be alone.
        """
        solver = cp_model.CpSolver()
        solver.parameters.num_workers = 1  # one works the same way every time
        solver.parameters.random_seed = 1
        solver.parameters.optimize_with_core = from_below
        # That crews cannot do so much in so few days is found this way, and hardly ever without;
        # where they can, it takes longer to find how.
        solver.parameters.use_timetable_edge_finding_in_cumulative = doubting
        solver.parameters.use_overload_checker_in_cumulative = doubting
        solver.parameters.max_deterministic_time = work
        solver.parameters.catch_sigint_signal = False
        return solver

    def run(
        self,
        solver: cp_model.CpSolver,
        model: cp_model.CpModel,
        told: cp_model.CpSolverSolutionCallback | None = None,
    ) -> Answer:
        """Return what a solver makes of a model in the time that is left."""
        seconds = 0.01 if self.is_asked else max(0.01, self.seconds - self.spent)
        solver.parameters.max_time_in_seconds = seconds
        self._running.append(solver)
        status = solver.solve(model, told)
        self._running.remove(solver)
        self.is_late = self.is_late or solver.wall_time >= seconds
        return Answer(solver, status)
