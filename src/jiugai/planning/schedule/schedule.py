"""A schedule with its dates, its critical path, and for each activity why and what if."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from jiugai.kernel.errors import Refusal
from jiugai.kernel.i18n import _, listed, ngettext
from jiugai.planning.schedule.again import Resumed
from jiugai.planning.schedule.aim import NEW, Aim
from jiugai.planning.schedule.loads import Loads
from jiugai.planning.schedule.problem import Starts, fixed
from jiugai.planning.schedule.project import HUNDREDTHS, Activity, Project
from jiugai.planning.schedule.reach import earliest, least_finish, overloaded, reach
from jiugai.planning.schedule.search import Search
from jiugai.planning.schedule.slips import FREE, Prices, Slip, Slips
from jiugai.planning.schedule.stages import Goal, Solution, Stage
from jiugai.planning.schedule.watch import Tell
from jiugai.planning.schedule.why import Cause, Reason, reasons, told

#: Lets whoever runs a search keep it at hand to stop it.
Run = Callable[[Search, Callable[[], Solution | None]], Solution | None]


@dataclass(frozen=True, slots=True)
class Terms:
    """How long to look, how long a delay to ask about, what days cost, and who is told."""

    seconds: float
    delay: int = 7
    prices: Prices = FREE
    tell: Tell | None = None
    run: Run = lambda _search, work: work()


@dataclass(frozen=True, slots=True)
class Scheduled:
    """One activity with its days, its float in calendar days, and its grounds."""

    index: int
    activity: Activity
    first: date
    last: date
    work: int
    slack: int
    reasons: tuple[Reason, ...]
    slip: Slip

    @property
    def is_critical(self) -> bool:
        """Return whether it cannot slip by a day without a later finish."""
        return self.slack == 0


@dataclass(frozen=True, eq=False)
class Schedule:
    """A whole schedule."""

    project: Project
    solution: Solution
    terms: Terms
    lines: tuple[Scheduled, ...]
    path: tuple[int, ...]
    resumed: Resumed | None = None

    @property
    def starts(self) -> Starts:
        """Return the starts of all activities, in site days."""
        return self.solution.starts

    @property
    def last_day(self) -> date:
        """Return the last day of all works."""
        return self.project.days.last(self.project.problem.finish(self.starts))

    @property
    def disturbance(self) -> int:
        """Return the household-days that residents bear, weighted."""
        return round(self.project.problem.disturbance(self.starts) / HUNDREDTHS)

    @property
    def changed(self) -> tuple[int, ...]:
        """Return the activities that begin on another day than in the last schedule."""
        if self.resumed is None:
            return ()
        pairs = zip(self.starts, self.resumed.kept, strict=True)
        return tuple(index for index, (now, kept) in enumerate(pairs) if kept not in (NEW, now))


def make_schedule(project: Project, terms: Terms) -> Schedule:
    """Return the best schedule found.

    Raises Refusal if the works cannot end by the deadline.
    """
    weights = project.choices.weights
    households = sum(project.given.works.households.values())
    day = round(weights.finish_day * households * HUNDREDTHS)
    second = Aim(finish=0 if weights.finish_first else day, disturbance=1)
    return _made(project, second, terms, None)


def make_again(resumed: Resumed, terms: Terms) -> Schedule:
    """Return the schedule after a stop that ends first and then changes the fewest starts.

    What has to change lies so that residents bear least.
    Raises Refusal if the works cannot end by the deadline.
    """
    made = _made(resumed.project, Aim(change=1, kept=resumed.kept), terms, resumed)
    problem, starts = resumed.project.problem, made.starts
    changed = set(made.changed)
    tasks = tuple(
        task if index in changed or not task.work else fixed(task, starts[index])
        for index, task in enumerate(problem.tasks)
    )
    search = Search(replace(problem, tasks=tasks), seconds=terms.seconds)
    finish = problem.finish(starts)
    found = terms.run(search, lambda: search.run(Aim(disturbance=1), horizon=finish, known=starts))
    if found is None:
        return made
    spent = made.solution.seconds + found.seconds
    solution = replace(made.solution, starts=found.starts, seconds=spent)
    return described(resumed.project, solution, terms, resumed)


def _made(project: Project, second: Aim, terms: Terms, resumed: Resumed | None) -> Schedule:
    horizon = len(project.days.days)
    deadline = project.given.deadline
    if deadline is not None:
        _refuse_deadline(project, horizon, deadline)
        horizon = project.days.before_end_of(deadline)
    search = Search(project.problem, seconds=terms.seconds, tell=terms.tell)
    solution = terms.run(search, lambda: search.run(second, horizon=horizon))
    if solution is None:
        raise Refusal(_nothing_found(project))
    return described(project, solution, terms, resumed)


def _nothing_found(project: Project) -> str:
    if project.given.deadline is None:
        return _("四年之内排不下；请增加队伍或减少工程量。")
    return _(
        "{deadline} 前没有找到排得下的计划，也没有证明排不下；"
        "请增加 --seconds、增加队伍或推迟期限。"
    ).format(deadline=project.given.deadline)


def _refuse_deadline(project: Project, horizon: int, deadline: date) -> None:
    """Raise Refusal if order, seasons and crews alone show that a deadline cannot be met."""
    end = project.days.before_end_of(deadline)
    least = least_finish(project.problem, horizon)
    if least <= end:
        return
    last = project.days.last(least)
    raise Refusal(
        ngettext(
            "{deadline} 前完不成：最早 {last}，晚 {late} 天；决定工期的是{drives}。"
            "请增加队伍、减少工程量或推迟期限。",
            (last - deadline).days,
        ).format(
            deadline=deadline,
            last=last,
            late=(last - deadline).days,
            drives=_drives(project, end, least),
        )
    )


def _drives(project: Project, end: int, least: int) -> str:
    """Return what keeps works from ending by a site day."""
    problem = project.problem
    starts = earliest(problem)
    for index in reversed(problem.order):
        start = starts[index]
        if start is not None and problem.tasks[index].end(start) > end:
            return _chain(project, index, starts)
    within = reach(problem, least - 1)
    crew = None if within is None else overloaded(problem, within)
    if crew is None:
        return _("前后顺序和季节")
    return _("{crew}只有 {number} 支").format(crew=project.crews[crew], number=problem.crews[crew])


def _chain(project: Project, index: int, starts: Sequence[int | None]) -> str:
    """Return the season that delays works which end too late though crews are no matter."""
    problem, last = project.problem, project.activities[index].name
    while True:
        links = problem.before[index]
        ends = {link.before: _end(project, link.before, starts) + link.lag for link in links}
        ready = max(ends.values(), default=0)
        if (starts[index] or 0) > ready:
            barred = _barred_from(project, index, ready)
            return _("{works}：{ban}").format(works=project.activities[index].name, ban=barred)
        if not ends:
            return _("{works}之前的各道工序").format(works=last)
        index = max(ends, key=lambda one: (ends[one], -one))


def _end(project: Project, index: int, starts: Sequence[int | None]) -> int:
    return project.problem.tasks[index].end(starts[index] or 0)


def _barred_from(project: Project, index: int, day: int) -> str:
    since = project.days.first(day)
    met = [ban for ban in project.activities[index].bans if ban.until >= since]
    return str(met[0]) if met else _("表中要求的日期或静默期")


def described(
    project: Project, solution: Solution, terms: Terms, resumed: Resumed | None = None
) -> Schedule:
    """Return a solution with dates and grounds."""
    starts, days = solution.starts, project.days
    slips = Slips(project, starts)
    loads = Loads(project.problem, starts)
    lines = []
    for index, slack in enumerate(slips.floats()):
        task = project.problem.tasks[index]
        lines.append(
            Scheduled(
                index,
                project.activities[index],
                # A milestone has no day of its own: it falls on the last day before it.
                days.first(starts[index]) if task.work else days.last(starts[index]),
                days.last(task.end(starts[index])),
                task.work,
                slack,
                reasons(project, starts, loads, index),
                slips.slip(index, terms.delay, terms.prices),
            )
        )
    return Schedule(project, solution, terms, tuple(lines), _path(project, lines), resumed)


def _path(project: Project, lines: Sequence[Scheduled]) -> tuple[int, ...]:
    """Return the chain of activities that leads to the last day, the first of them first."""
    if not lines:
        return ()
    last = max(lines, key=lambda line: (line.last, line.is_critical, -line.index))
    found = [last.index]
    while True:
        behind = [
            index
            for reason in lines[found[-1]].reasons
            if reason.cause in (Cause.ORDER, Cause.CREW)
            for index in reason.tasks
            if index not in found
        ]
        if not behind:
            return tuple(reversed(found))
        found.append(max(behind, key=lambda i: (lines[i].is_critical, lines[i].last, -i)))


def words_of(project: Project, line: Scheduled) -> str:
    """Return why an activity cannot begin earlier, in words."""
    return listed((told(project, reason) for reason in line.reasons), "；")


def shown(stage: Stage) -> tuple[float, float]:
    """Return value and bound of a stage as people count them."""
    scale = HUNDREDTHS if stage.goal in (Goal.DISTURBANCE, Goal.BOTH) else 1
    return stage.value / scale, stage.bound / scale


def goal_title(goal: Goal) -> str:
    """Return what a stage makes least, in words."""
    match goal:
        case Goal.FINISH:
            return _("工期（施工日）")
        case Goal.DISTURBANCE:
            return _("扰民（加权户·日）")
        case Goal.BOTH:
            return _("工期和扰民（加权户·日）")
        case Goal.CHANGES:
            return _("改动的开工日（项）")
