"""The small-profit model as one HTML page: figures, charts with their tables, the assumptions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from jiugai.kernel.i18n import language
from jiugai.kernel.tables import Table
from jiugai.reporting.page import environment


@dataclass(frozen=True, slots=True)
class Figure:
    """A number to see first; `tone` is met, unknown, not_met or nothing."""

    value: str
    says: str
    tone: str = ""


@dataclass(frozen=True, slots=True)
class Panel:
    """A section: a chart where there is one, and the table that says the same."""

    title: str
    table: Table
    chart: Markup | None = None
    note: str = ""
    is_folded: bool = False


@dataclass(frozen=True, slots=True)
class Way:
    """One way of doing it, with its figures and panels."""

    name: str
    figures: Sequence[Figure]
    panels: Sequence[Panel]


def render_finance(
    title: str,
    lead: str,
    ways: Sequence[Way],
    *,
    comparison: Table,
    notes: Sequence[str],
) -> str:
    """Return the page; everything it needs is inside."""
    return (
        environment()
        .get_template("finance.html")
        .render(
            title=title,
            lead=lead,
            ways=ways,
            comparison=comparison,
            notes=notes,
            lang="zh-CN" if language() == "zh" else language(),
        )
    )
