"""A schedule as one HTML page: bars, what drives it, the days of everything."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from jiugai.kernel.division import division
from jiugai.kernel.i18n import language
from jiugai.reporting.gantt import Gantt, draw_gantt
from jiugai.reporting.page import environment

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jiugai.kernel.tables import Table


@dataclass(frozen=True, slots=True)
class Step:
    """One activity of the critical path, and why it cannot begin earlier."""

    name: str
    first: date
    last: date
    why: str


@dataclass(frozen=True, slots=True)
class ScheduleSheet:
    """A schedule as the page shows it."""

    place: str
    day: date
    figures: Sequence[tuple[str, str]]
    ending: str
    gantt: Gantt
    path: Sequence[Step]
    tables: Sequence[Table]
    notes: Sequence[str]


def render_schedule(sheet: ScheduleSheet) -> str:
    """Return the page; everything it needs is inside."""
    return (
        environment()
        .get_template("schedule.html")
        .render(
            s=sheet,
            place=division(sheet.place),
            drawing=draw_gantt(sheet.gantt),
            lang="zh-CN" if language() == "zh" else language(),
        )
    )
