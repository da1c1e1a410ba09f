"""What no schedule can beat: each group of works as if it had all crews to itself."""

from typing import Final

from jiugai.planning.schedule.aim import Aim
from jiugai.planning.schedule.draft import group_of
from jiugai.planning.schedule.model import Model
from jiugai.planning.schedule.problem import Problem
from jiugai.planning.schedule.reach import Reach
from jiugai.planning.schedule.watch import Watch

#: The share of all work that goes into the bound of all groups.
SHARE: Final = 0.2


def groups_of(problem: Problem) -> list[list[int]]:
    """Return the tasks under common spans, mostly those of a building."""
    found: dict[int, list[int]] = {}
    for index, group in enumerate(group_of(problem)):
        if group:
            found.setdefault(group, []).append(index)
    return [found[group] for group in sorted(found)]


def least_disturbance(problem: Problem, within: Reach, top: int, watch: Watch) -> int:
    """Return what residents bear at least, whatever the order of works."""
    total = problem.constant
    groups = groups_of(problem)
    for members in groups:
        if watch.is_over:
            break
        part = problem.part(members)
        own = Reach(
            tuple(within.first[index] for index in members),
            tuple(within.last[index] for index in members),
        )
        model = Model(part, own, top)
        Aim(disturbance=1).minimise(model)
        answer = watch.solve(model.cp, share=SHARE / len(groups))
        total += max(0, answer.bound) if answer.is_found else 0
    return total


def least_changes(problem: Problem, within: Reach, aim: Aim) -> int:
    """Return how many starts can be kept in no schedule."""
    tasks = zip(problem.tasks, aim.kept, within.first, within.last, strict=False)
    return sum(
        start >= 0 and (not first <= start <= last or task.earliest(start) != start)
        for task, start, first, last in tasks
    )
