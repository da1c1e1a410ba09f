"""The days on which works of a season are not planned at a place, with the clause."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from jiugai.kernel.i18n import _, listed, ngettext
from jiugai.kernel.source import Clause
from jiugai.kernel.verdict import Verdict
from jiugai.planning.schedule.trades import Season
from jiugai.policy.law import Law


class Ground(StrEnum):
    """What a ban rests on."""

    RULE = "rule"  # a rule of the place forbids it
    DATES = "dates"  # a clause gives the dates, avoiding them is our choice
    CHOICE = "choice"  # dates and all are our choice


@dataclass(frozen=True, slots=True)
class Ban:
    """The days from `since` to `until`, both included, on which a season's works rest."""

    season: str
    title: str
    since: date
    until: date
    ground: Ground
    clauses: tuple[Clause, ...] = ()

    @property
    def source(self) -> str:
        """Return the clauses, or that there is none."""
        named = listed(self.clauses)
        match self.ground:
            case Ground.RULE:
                return named
            case Ground.DATES:
                return _("起止日按 {clause}，避开是本表的选择").format(clause=named)
            case Ground.CHOICE:
                return _("本表的选择，不是条文")

    def __str__(self) -> str:
        return _("{title}（{since} 至 {until}，{source}）").format(
            title=_(self.title), since=self.since, until=self.until, source=self.source
        )


@dataclass(frozen=True, slots=True)
class Bans:
    """Every ban of a season by its id, and what could not be settled."""

    of: Mapping[str, tuple[Ban, ...]]
    notes: tuple[str, ...]


def bans_at(
    law: Law,
    seasons: Sequence[Season],
    days: Sequence[date],
    *,
    declared: Mapping[date, Mapping[str, object]],
) -> Bans:
    """Return the bans on some consecutive days under the law of a place.

    `declared` holds facts about single days, like a flood season that was declared earlier.
    """
    found: dict[str, tuple[Ban, ...]] = {}
    notes: list[str] = []
    for season in seasons:
        if season.rule in law.rules:
            found[season.id] = tuple(_judged(law, season, days, declared, notes))
        else:
            found[season.id] = tuple(_dated(law, season, days))
    return Bans(found, tuple(notes))


def _judged(
    law: Law,
    season: Season,
    days: Sequence[date],
    declared: Mapping[date, Mapping[str, object]],
    notes: list[str],
) -> Iterator[Ban]:
    forbidden: dict[date, tuple[Clause, ...]] = {}
    open_days = 0
    for day in days:
        finding = law.judge(season.rule, {"worked_on": day} | dict(declared.get(day, {})))
        if finding.verdict is Verdict.NOT_MET:
            forbidden[day] = finding.because
        open_days += finding.verdict is Verdict.UNKNOWN
    if open_days:
        notes.append(
            ngettext(
                "{title}：按所选解释，{count} 天是否受限要到时才知道，"
                "排期时按不受限，届时请核对。",
                open_days,
            ).format(title=_(season.title), count=open_days)
        )
    for since, until in _stretches(sorted(forbidden)):
        yield Ban(season.id, season.title, since, until, Ground.RULE, forbidden[since])


def _dated(law: Law, season: Season, days: Sequence[date]) -> Iterator[Ban]:
    dated = next((law.numbers[name] for name in season.numbers if name in law.numbers), None)
    bounds = season.otherwise.split("..") if dated is None else dated.value
    if not isinstance(bounds, list | tuple) or len(bounds) != len(("first", "last")):
        return
    first, last = bounds
    inside = [day for day in days if _is_in(f"{day:%m-%d}", first, last)]
    for since, until in _stretches(inside):
        if dated is None:
            yield Ban(season.id, season.title, since, until, Ground.CHOICE)
        else:
            clauses = () if dated.clause is None else (dated.clause,)
            yield Ban(season.id, season.title, since, until, Ground.DATES, clauses)


def _is_in(month_day: str, first: str, last: str) -> bool:
    if first <= last:
        return first <= month_day <= last
    return month_day >= first or month_day <= last


def _stretches(days: Sequence[date]) -> Iterator[tuple[date, date]]:
    """Yield the first and last of days that follow one another."""
    start: date | None = None
    for index, day in enumerate(days):
        start = start or day
        if index + 1 == len(days) or days[index + 1] - day > timedelta(days=1):
            yield start, day
            start = None
