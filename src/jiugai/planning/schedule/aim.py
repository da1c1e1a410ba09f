"""What a schedule is judged by: the finish, what residents bear, and what changes."""

from dataclasses import dataclass
from typing import Final

from jiugai.planning.schedule.model import Expr, Model
from jiugai.planning.schedule.problem import Problem, Starts

#: The start of what the last schedule did not have.
NEW: Final = -1


@dataclass(frozen=True, slots=True)
class Aim:
    """Weights of a day of the whole works, of disturbance, and of a start that differs."""

    finish: int = 0
    disturbance: int = 0
    change: int = 0
    kept: Starts = ()

    def cost(self, problem: Problem, starts: Starts) -> int:
        """Return what is to be least."""
        pairs = zip(starts, self.kept, strict=False)
        changes = sum(kept not in (NEW, start) for start, kept in pairs)
        return (
            self.finish * problem.finish(starts)
            + self.disturbance * problem.disturbance(starts)
            + self.change * changes
        )

    def minimise(self, model: Model) -> None:
        """Make it the objective of a model, and keep it from being less than it can be."""
        total: Expr = self.disturbance * model.problem.constant
        if self.finish:
            total += self.finish * model.finish
        if self.disturbance:
            total += self.disturbance * model.disturbance()
        if self.change:
            total += self.change * sum(model.changes(self.kept))
        model.cp.minimize(total)
