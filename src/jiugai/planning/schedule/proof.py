"""A proof that runs beside the rounds: the whole at once, from below."""

from threading import Thread
from typing import Final

from ortools.sat.python import cp_model

from jiugai.planning.schedule.aim import Aim
from jiugai.planning.schedule.model import Model
from jiugai.planning.schedule.problem import Problem, Starts
from jiugai.planning.schedule.reach import Reach
from jiugai.planning.schedule.watch import Answer, Watch

#: Seconds between two wishes that the solver end: the first may come before it has begun.
PATIENCE: Final = 0.02


class Proof:
    """The whole problem in a thread of its own.

    It learns nothing from the rounds, so that what it finds is the same every time.
    """

    def __init__(
        self, problem: Problem, aim: Aim, within: Reach, top: int, *, known: Starts
    ) -> None:
        self.model = Model(problem, within, top)
        aim.minimise(self.model)
        self.model.hint(known)
        self.answer: Answer | None = None
        self._solver: cp_model.CpSolver | None = None
        self._thread: Thread | None = None

    def begin(self, watch: Watch) -> None:
        """Begin to prove, with as much work as everything else together."""
        self._solver = solver = watch.solver(watch.work, from_below=True)

        def work() -> None:
            self.answer = watch.run(solver, self.model.cp)

        self._thread = Thread(target=work, daemon=True)
        self._thread.start()

    @property
    def is_done(self) -> bool:
        """Return whether the best schedule is found and proven."""
        return self.answer is not None and self.answer.is_best

    def end(self, *, now: bool) -> Answer | None:
        """Wait for the end, or ask for it now; return the answer if there is one."""
        while self._thread is not None and self._thread.is_alive():
            if now and self._solver is not None:
                self._solver.stop_search()
            self._thread.join(PATIENCE if now else None)
        return self.answer

    def starts(self) -> Starts:
        """Return the schedule that was found."""
        if self.answer is None or not self.answer.is_found:
            return ()
        return self.model.starts(self.answer.solver.value)
