"""What a delay does and costs, with crews keeping their order."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from jiugai.kernel.money import Cents
from jiugai.planning.schedule.bans import Ban
from jiugai.planning.schedule.chains import in_order, pushed
from jiugai.planning.schedule.problem import Problem, Starts
from jiugai.planning.schedule.project import Project
from jiugai.planning.schedule.reach import latest


@dataclass(frozen=True, slots=True)
class Prices:
    """What a day later costs in all, and a day of one building's scaffold."""

    day: Cents
    scaffold: Cents


FREE: Final = Prices(Cents(0), Cents(0))


@dataclass(frozen=True, slots=True)
class Slip:
    """What a delay of one activity does: days later in all, its price, works that a season stops.

    `late` is None where works would then find no day at all.
    """

    late: int | None
    cost: Cents
    stopped: tuple[tuple[int, Ban], ...]


class Slips:
    """Delays in one schedule; crews go on in the order that it has and nothing begins earlier."""

    def __init__(self, project: Project, starts: Starts) -> None:
        self.project = project
        self.starts = starts
        self.ordered: Problem = in_order(project.problem, starts)
        self.finish = project.problem.finish(starts)
        self.last = project.days.last(self.finish)
        self.scaffolds = tuple(
            span
            for span in project.problem.spans
            if all(_is_scaffold(project, index) for index in span.tasks)
        )

    def floats(self) -> tuple[int, ...]:
        """Return for each activity how many calendar days it can slip without a later finish."""
        days = self.project.days
        found = []
        for start, last in zip(self.starts, latest(self.ordered, self.finish), strict=True):
            later = start if last is None else max(start, last)
            top = len(days.days) - 1
            found.append((days.first(min(later, top)) - days.first(min(start, top))).days)
        return tuple(found)

    def slip(self, index: int, delay: int, prices: Prices) -> Slip:
        """Return what happens if an activity begins `delay` calendar days later."""
        days = self.project.days
        begin = days.first(self.starts[index]) + timedelta(days=delay)
        moved = pushed(self.ordered, self.starts, index, days.on_or_after(begin))
        if moved is None:
            return Slip(None, Cents(0), ())
        late = (days.last(self.project.problem.finish(moved)) - self.last).days
        scaffold = sum(
            self._calendar(span.tasks, moved) - self._calendar(span.tasks, self.starts)
            for span in self.scaffolds
        )
        cost = late * prices.day + scaffold * prices.scaffold
        return Slip(late, Cents(cost), tuple(self._stopped(moved)))

    def _calendar(self, tasks: tuple[int, ...], starts: Starts) -> int:
        """Return the calendar days from the first start of some tasks to their last end."""
        days, problem = self.project.days, self.project.problem
        last = days.last(max(problem.tasks[i].end(starts[i]) for i in tasks))
        return (last - days.first(min(starts[i] for i in tasks))).days + 1

    def _stopped(self, moved: Starts) -> list[tuple[int, Ban]]:
        """Return the works that wait for the end of a season which they did not meet before."""
        found = []
        for index, (before, after) in enumerate(zip(self.starts, moved, strict=True)):
            ends = [self._end(one.before, moved) + one.lag for one in self.ordered.before[index]]
            ready = max([before, *ends])
            if after > ready:
                since, until = (self.project.days.first(day) for day in (ready, after))
                met = (
                    (index, ban)
                    for ban in self.project.activities[index].bans
                    if ban.since <= until and since <= ban.until
                )
                found += list(met)[:1]
        return found

    def _end(self, index: int, starts: Starts) -> int:
        return self.project.problem.tasks[index].end(starts[index])


def _is_scaffold(project: Project, index: int) -> bool:
    works = project.activities[index].works
    return works is not None and works.trade.id in ("scaffold_up", "scaffold_down")
