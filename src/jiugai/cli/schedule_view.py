"""A schedule as its page and its drawing show it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jiugai.kernel.i18n import _
from jiugai.planning.schedule.output import ending, tables, used_bans
from jiugai.planning.schedule.schedule import words_of
from jiugai.reporting.gantt import Bar, Gantt, Shade
from jiugai.reporting.schedule_page import ScheduleSheet, Step

if TYPE_CHECKING:
    from jiugai.planning.schedule.schedule import Schedule


def sheet_of(made: Schedule) -> ScheduleSheet:
    """Return what the page shows; a schedule without a law has none."""
    law = made.project.law
    if law is None:
        raise ValueError("A page names the law that it goes by.")
    return ScheduleSheet(
        place=law.place,
        day=law.day,
        figures=figures_of(made),
        ending=_("{ending}。").format(ending=ending(made)),
        gantt=gantt_of(made),
        path=tuple(
            Step(line.activity.name, line.first, line.last, words_of(made.project, line))
            for line in (made.lines[index] for index in made.path)
        ),
        tables=tables(made),
        notes=made.project.notes,
    )


def figures_of(made: Schedule) -> list[tuple[str, str]]:
    """Return the figures of a schedule with their names."""
    days = (made.last_day - made.project.given.start).days + 1
    found = [
        (made.last_day.isoformat(), _("完工")),
        (f"{days:,}", _("天工期")),
        (f"{made.disturbance:,}", _("加权户·日扰民")),
        (f"{sum(line.is_critical for line in made.lines):,}", _("项关键工作")),
    ]
    gap = max(stage.gap for stage in made.solution.stages)
    return [*found, (f"{gap:.2%}", _("离最优至多相差"))]


def gantt_of(made: Schedule) -> Gantt:
    """Return the drawing of a schedule."""
    bans = used_bans(made)
    shades = tuple(Shade(_(ban.title), ban.source, ban.since, ban.until) for ban in bans)
    bars = [
        Bar(
            label=_(line.activity.title),
            group=line.activity.place,
            first=line.first,
            last=line.last,
            critical=line.is_critical,
            tip=_("{name} {first} 至 {last}：{why}").format(
                name=line.activity.name,
                first=line.first,
                last=line.last,
                why=words_of(made.project, line),
            ),
            seasons=tuple(n for n, ban in enumerate(bans) if ban in line.activity.bans),
        )
        for line in made.lines
        if line.work
    ]
    first = min([made.project.given.start, *(bar.first for bar in bars)])
    return Gantt(_("施工排期"), first, made.last_day, tuple(bars), shades)
