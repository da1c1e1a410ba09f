"""Everything that a schedule is made from, joined: works, order, days, crews, weights."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from typing import Final

from jiugai.kernel.errors import InputError, Refusal
from jiugai.kernel.i18n import N_, _, ngettext, noted
from jiugai.planning.schedule.bans import Ban, Bans, bans_at
from jiugai.planning.schedule.crews import Crews, refuse_missing
from jiugai.planning.schedule.network import Network, network
from jiugai.planning.schedule.problem import Link, Problem, Span, Task
from jiugai.planning.schedule.quiet import Stretch, declared_on
from jiugai.planning.schedule.site_days import SiteDays, site_days, task
from jiugai.planning.schedule.trades import CURES, Choices
from jiugai.planning.schedule.works import Works, WorksList
from jiugai.policy.law import Law

#: Days after the start within which works are looked for.
LOOK_AHEAD: Final = 365 * 4
#: Weights are kept in hundredths, so that the search counts in whole numbers.
HUNDREDTHS: Final = 100


@dataclass(frozen=True, slots=True)
class Given:
    """What is asked for: the list, crews, days, and from when until when."""

    works: WorksList
    crews: Crews
    stretches: tuple[Stretch, ...]
    start: date
    deadline: date | None
    file: str


#: The milestone between the cures of an estate and everything else.
_CURED: Final = N_("治理完成")


@dataclass(frozen=True, slots=True)
class Activity:
    """One task of the schedule: works with their days, or a milestone without.

    The id is the same in every language; `name` is what people read.
    """

    id: str
    title: str
    place: str
    works: Works | None
    bans: tuple[Ban, ...] = ()
    duties: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """Return what people call the task: its place and its trade."""
        return "/".join(filter(None, (self.place, _(self.title))))

    @property
    def names(self) -> tuple[str, ...]:
        """Return all that may stand for the task in a list, in any language."""
        if self.works is None:
            return (self.id, self.name)
        places = (self.place, self.works.place.key)
        return tuple(f"{place}/{name}" for place in places for name in self.works.trade.names)


@dataclass(frozen=True, eq=False)
class Project:
    """A problem with its names, dates and grounds."""

    problem: Problem
    activities: tuple[Activity, ...]
    crews: tuple[str, ...]
    days: SiteDays
    bans: Bans
    given: Given
    law: Law | None
    choices: Choices

    @property
    def notes(self) -> tuple[str, ...]:
        """Return what whoever reads the schedule must know."""
        return (*self.given.works.notes, *self.bans.notes)

    def index(self, name: str) -> int | None:
        """Return the number of the activity with that id, None if there is none."""
        return next((i for i, one in enumerate(self.activities) if one.id == name), None)


def project(given: Given, law: Law, choices: Choices) -> Project:
    """Return the problem that a works list makes under the law of a place.

    Raises InputError if something in the list cannot be, Refusal if works fit in no season.
    """
    works = given.works.works
    refuse_missing(works, given.crews, given.file)
    order = network(works, choices)
    until = given.start + timedelta(days=LOOK_AHEAD)
    days = site_days(given.start, until, choices.working, given.stretches)
    every = [given.start + timedelta(n) for n in range(LOOK_AHEAD + 1)]
    declared = declared_on(given.stretches, cold_days=_cold_days(law))
    bans = bans_at(law, list(choices.seasons.values()), every, declared=declared)
    crews = tuple(dict.fromkeys(one.trade.crew for one in works))
    tasks = [_task(one, given, days, bans, crews, choices) for one in works]
    tasks += [task(0, len(days.days)) for _estate in order.milestones]
    problem = Problem(
        tuple(tasks),
        tuple(Link(o.before, o.after, o.lag) for o in order.orders),
        tuple(given.crews[kind] for kind in crews),
        tuple(_spans(given.works, choices)),
        _constant(given.works, tasks),
    )
    activities = tuple(_activities(works, order, bans, law))
    return Project(problem, activities, crews, days, bans, given, law, choices)


def _cold_days(law: Law) -> int:
    dated = law.numbers.get("jgj104.days")
    return int(str(dated.value)) if dated is not None else 0


def _task(
    one: Works,
    given: Given,
    days: SiteDays,
    bans: Bans,
    crews: Sequence[str],
    choices: Choices,
) -> Task:
    trade = one.trade
    factor = choices.working.factor if trade.noisy else Fraction(1)
    work = one.days or trade.days(one.quantity, factor)
    found = task(
        work,
        len(days.days),
        rests=days.quiet if trade.noisy else frozenset(),
        banned=_banned(days, bans.of.get(trade.season, ())),
        pauses=trade.pauses,
        among=_among(one, given, days),
        crews=((crews.index(trade.crew), trade.crews),),
    )
    if not found.starts:
        raise _no_day(one, work, bans)
    return found


def _banned(days: SiteDays, bans: Sequence[Ban]) -> frozenset[int]:
    return frozenset(
        number
        for ban in bans
        for number in range(days.on_or_after(ban.since), days.before_end_of(ban.until))
    )


def _among(one: Works, given: Given, days: SiteDays) -> tuple[int, int]:
    """Return between which site days works may begin."""
    if one.fixed is not None:
        if one.fixed < given.start:
            raise one.line.wrong(
                "fixed",
                _("固定开工 {day} 早于整个工程的开工日 {start}；请核对。").format(
                    day=one.fixed, start=given.start
                ),
            )
        number = days.on_or_after(one.fixed)
        if number >= len(days.days) or days.first(number) != one.fixed:
            raise one.line.wrong(
                "fixed", _("固定开工 {day} 当天停工；请改到工作日。").format(day=one.fixed)
            )
        return number, number
    first = 0 if one.earliest is None else days.on_or_after(one.earliest)
    return first, len(days.days)


def _no_day(one: Works, work: int, bans: Bans) -> InputError:
    named = bans.of.get(one.trade.season, ())
    what = ngettext("{place}的“{trade}”要连续 {work} 个工日", work).format(
        place=one.place, trade=_(one.trade.title), work=work
    )
    if named:
        message = _("{what}，避开{ban}后放不进任何一段；请减少工期或增加队伍后分段。").format(
            what=what, ban=named[0]
        )
    else:
        message = _("{what}，在所给日期内放不下；请核对工期和固定开工日。").format(what=what)
    return one.line.wrong("fixed" if one.fixed else "trade", message)


def _spans(works: WorksList, choices: Choices) -> Iterator[Span]:
    """Yield what residents bear while a building is under works, scaffolded or dug up."""
    weights = choices.weights
    places = dict.fromkeys(one.place for one in works.works)
    for place in places:
        here = [i for i, one in enumerate(works.works) if one.place == place]
        renewed = [i for i in here if works.works[i].trade.group != CURES]
        scaffold = [i for i in here if works.works[i].trade.id.startswith("scaffold_")]
        pipes = [i for i in here if works.works[i].trade.group == "pipes"]
        households = works.residents(place)
        for members, weight in (
            (renewed if place.building else [], weights.building_day),
            (scaffold, weights.scaffold_day),
            (pipes, weights.pipes_day),
        ):
            worth = round(weight * households * HUNDREDTHS)
            if members and worth:
                yield Span(tuple(members), worth)


def _constant(works: WorksList, tasks: Sequence[Task]) -> int:
    """Return the disturbance by dust, noise and dry taps that no order of works changes."""
    pairs = zip(works.works, tasks, strict=False)
    return sum(
        round(one.trade.weight * works.residents(one.place) * HUNDREDTHS) * found.work
        for one, found in pairs
    )


def _activities(
    works: Sequence[Works], order: Network, bans: Bans, law: Law
) -> Iterator[Activity]:
    for one in works:
        yield Activity(
            f"{one.place.key}/{one.trade.title}",
            one.trade.title,
            str(one.place),
            one,
            bans.of.get(one.trade.season, ()),
            tuple(
                noted(_(law.rules[rule].title), law.rules[rule].clause)
                for rule in one.trade.duties
                if rule in law.rules
            ),
        )
    for estate in order.milestones:
        yield Activity("/".join(filter(None, (estate, _CURED))), _CURED, estate, None)


def refuse_late(project: Project, finish: int, drives: str) -> None:
    """Raise Refusal if the deadline cannot be met, saying by how much and what drives it."""
    deadline = project.given.deadline
    if deadline is None or finish <= project.days.before_end_of(deadline):
        return
    last = project.days.last(finish)
    raise Refusal(
        ngettext(
            "{deadline} 前完不成：最早 {last} 完工，晚 {late} 天；决定工期的是{drives}。"
            "请增加队伍、减少工程量或推迟期限。",
            (last - deadline).days,
        ).format(deadline=deadline, last=last, late=(last - deadline).days, drives=drives)
    )


def numbered(activities: Sequence[Activity]) -> Mapping[str, int]:
    """Return the number of each activity by its id."""
    return {one.id: number for number, one in enumerate(activities)}
