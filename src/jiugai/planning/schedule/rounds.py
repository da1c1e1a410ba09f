"""Rounds that open a few works of a schedule and put them in better places."""

from collections.abc import Callable, Sequence
from random import Random
from typing import Final

from jiugai.planning.schedule.aim import Aim
from jiugai.planning.schedule.bounds import groups_of
from jiugai.planning.schedule.model import Model
from jiugai.planning.schedule.problem import Problem, Starts
from jiugai.planning.schedule.reach import Reach
from jiugai.planning.schedule.stages import Stage
from jiugai.planning.schedule.watch import Watch

#: What is told of every better schedule.
Better = Callable[[Stage, Starts], None]

#: The share of all work that one round may take at most.
MOST: Final = 0.02
#: A short search takes more time for the same work than a long one: so much more.
TIMES: Final = 2
#: Rounds end when so many, and two for each group, have brought nothing.
PATIENCE: Final = 40
#: So many tasks are opened at once.
OPEN: Final = (24, 36, 48)
#: How often whole groups are opened, and not the tasks around a day.
GROUPS: Final = 0.7
#: Days by which groups at the same time count as apart, so that rounds differ.
MIXED: Final = 30.0


class Rounds:
    """Rounds on one problem; the same every time."""

    def __init__(
        self, problem: Problem, aim: Aim, within: Reach, top: int, better: Better
    ) -> None:
        self.problem = problem
        self.better = better
        self.aim = aim
        self.within = within
        self.top = top
        self.groups = groups_of(problem)
        self.patience = PATIENCE + 2 * len(self.groups)
        self.chance = Random(0)  # noqa: S311 - the same rounds every time, nothing secret

    def run(
        self, stage: Stage, starts: Starts, watch: Watch, *, is_done: Callable[[], bool]
    ) -> tuple[Stage, Starts]:
        """Return what became of a schedule when the work is done, or nothing more comes of it."""
        idle = 0
        while idle < self.patience and watch.left > 0 and not is_done():
            if stage.is_proven or watch.is_over:
                break
            model = Model(
                self.problem, self.within, self.top, around=starts, free=self._opened(starts)
            )
            self.aim.minimise(model)
            model.hint(starts)
            answer = watch.solve(model.cp, share=MOST, times=TIMES)
            if answer.is_found:
                made = model.starts(answer.solver.value)
                before = stage.value
                stage, starts = self._taken(made, stage, starts)
                idle = 0 if stage.value < before else idle + 1
        return stage, starts

    def _taken(self, made: Starts, stage: Stage, starts: Starts) -> tuple[Stage, Starts]:
        value = self.aim.cost(self.problem, made)
        if value > stage.value:
            return stage, starts
        if value < stage.value:
            stage = Stage(stage.goal, value, stage.bound)
            self.better(stage, made)
        return stage, made

    def _opened(self, starts: Starts) -> frozenset[int]:
        """Return tasks to open: those of groups at the same time, or those around a day."""
        size = self.chance.choice(OPEN)
        if len(self.groups) > 1 and self.chance.random() < GROUPS:
            return self._groups_near(self.chance.choice(self.groups), size, starts)
        day = starts[self.chance.randrange(len(starts))]
        order = sorted(range(len(starts)), key=lambda index: (abs(starts[index] - day), index))
        return frozenset(order[:size])

    def _groups_near(self, first: Sequence[int], size: int, starts: Starts) -> frozenset[int]:
        day = starts[self.chance.choice(first)]
        away = {
            number: min(abs(starts[index] - day) for index in members)
            + MIXED * self.chance.random()
            for number, members in enumerate(self.groups)
        }
        found = list(first)
        for number in sorted(away, key=lambda one: (away[one], one)):
            members = self.groups[number]
            if members is not first and len(found) + len(members) <= size:
                found += members
        return frozenset(found)
