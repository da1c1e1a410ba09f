"""Why works cannot begin earlier: what they follow, a crew, a season, a day that was asked."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from jiugai.kernel.i18n import _, listed
from jiugai.planning.schedule.bans import Ban
from jiugai.planning.schedule.loads import Loads
from jiugai.planning.schedule.problem import Starts
from jiugai.planning.schedule.project import Project


class Cause(StrEnum):
    """What holds works back."""

    START = "start"  # they begin with the whole
    ORDER = "order"  # what must come before them
    CREW = "crew"  # their crews work elsewhere
    SEASON = "season"  # an earlier day would fall into a season that they avoid
    ASKED = "asked"  # their day was asked for
    WAITS = "waits"  # nothing: they wait so that residents bear less


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that keeps works from an earlier day, and the works that are behind it."""

    cause: Cause
    tasks: tuple[int, ...] = ()
    crew: str = ""
    ban: Ban | None = None


def reasons(project: Project, starts: Starts, loads: Loads, index: int) -> tuple[Reason, ...]:
    """Return everything that keeps works from the last earlier day on which they could begin.

    `loads` are those of the whole schedule.
    """
    task, start = project.problem.tasks[index], starts[index]
    earlier = start - 1
    while earlier in task.rests:
        earlier -= 1
    if earlier < 0:
        return (Reason(Cause.START),)
    found: list[Reason] = []
    possible = task.latest_before(start)
    if possible != earlier:
        found.append(_barred(project, index, earlier))
    if possible is not None:
        found += _held(project, starts, loads, index, possible)
    return tuple(found) or (Reason(Cause.WAITS),)


def _barred(project: Project, index: int, day: int) -> Reason:
    """Return why a day is no possible start: a season, or a day that was asked for."""
    activity, days = project.activities[index], project.days
    works = activity.works
    asked = works is not None and days.first(day) < max(
        works.earliest or project.given.start, works.fixed or project.given.start
    )
    task = project.problem.tasks[index]
    last = days.first(min(len(days.days) - 1, day + task.work + len(task.rests)))
    for ban in activity.bans:
        if not asked and ban.since <= last and days.first(day) <= ban.until:
            return Reason(Cause.SEASON, ban=ban)
    return Reason(Cause.ASKED)


def _held(
    project: Project, starts: Starts, loads: Loads, index: int, day: int
) -> Iterator[Reason]:
    """Yield what stands against a day that is itself a possible start."""
    problem = project.problem
    before = tuple(
        link.before
        for link in problem.before[index]
        if problem.tasks[link.before].end(starts[link.before]) + link.lag > day
    )
    if before:
        yield Reason(Cause.ORDER, before)
    loads.put(index, starts[index], sign=-1)
    short = loads.blocking(index, day)
    loads.put(index, starts[index])
    end = problem.tasks[index].end(day)
    for crew in short:
        busy = tuple(
            other
            for other, _number in problem.users(crew)
            if other != index
            and starts[other] < end
            and problem.tasks[other].end(starts[other]) > day
        )
        yield Reason(Cause.CREW, busy, crew=project.crews[crew])


def told(project: Project, reason: Reason) -> str:
    """Return a reason in words."""
    named = listed(project.activities[index].name for index in reason.tasks)
    match reason.cause:
        case Cause.START:
            return _("随工程开工")
        case Cause.ORDER:
            return _("须在 {works} 之后").format(works=named)
        case Cause.CREW:
            return _("{crew}正在做 {works}").format(crew=_(reason.crew), works=named)
        case Cause.SEASON:
            return _("避开 {ban}").format(ban=reason.ban)
        case Cause.ASKED:
            return _("按表中要求的日期")
        case Cause.WAITS:
            return _("可以更早，推迟是为了少扰民")
