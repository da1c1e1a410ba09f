"""A schedule as bars over days: readable in print, and without colours."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from markupsafe import Markup

from jiugai.kernel.i18n import _, ngettext
from jiugai.reporting.page import environment

if TYPE_CHECKING:
    from collections.abc import Mapping

WIDTH: Final = 1200
LABELS: Final = 210
ROW: Final = 20
HEAD: Final = 46
LANE: Final = 20
_MARGIN: Final = 12


@dataclass(frozen=True, slots=True)
class Bar:
    """One activity; `seasons` are the numbers of those it avoids."""

    label: str
    group: str
    first: date
    last: date
    critical: bool
    tip: str
    seasons: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Shade:
    """Days that some works avoid, and the clause."""

    title: str
    source: str
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Gantt:
    """Bars and shades between two days, under a title."""

    title: str
    first: date
    last: date
    bars: tuple[Bar, ...]
    shades: tuple[Shade, ...] = ()


def draw_gantt(gantt: Gantt) -> Markup:
    """Return the drawing as SVG that stands on its own."""
    rows = list(_rows(gantt))
    top = HEAD + LANE * len(gantt.shades)
    return Markup(  # noqa: S704 - the template escapes
        environment()
        .get_template("gantt.svg")
        .render(
            g=gantt,
            width=WIDTH,
            labels=LABELS,
            top=top,
            height=top + ROW * len(rows) + _MARGIN,
            row=ROW,
            rows=rows,
            months=list(_months(gantt)),
            lanes=[_lane(gantt, shade, number) for number, shade in enumerate(gantt.shades)],
            said=_said(gantt),
        )
    )


def _x(gantt: Gantt, day: date) -> float:
    """Return where a day begins."""
    whole = (gantt.last - gantt.first).days + 1
    share = (day - gantt.first).days / whole
    return round(LABELS + (WIDTH - LABELS - _MARGIN) * min(max(share, 0), 1), 1)


def _stretch(gantt: Gantt, first: date, last: date) -> tuple[float, float]:
    """Return where a stretch of days begins, and its width."""
    begin = _x(gantt, first)
    return begin, round(max(2.0, _x(gantt, last + timedelta(days=1)) - begin), 1)


def _rows(gantt: Gantt) -> Iterator[Mapping[str, object]]:
    """Yield a row for each group and under it one for each of its bars, in order of days."""
    top = HEAD + LANE * len(gantt.shades)
    number = 0
    for group in dict.fromkeys(bar.group for bar in gantt.bars):
        yield {"group": group or _("全部"), "y": top + ROW * number}
        number += 1
        bars = [bar for bar in gantt.bars if bar.group == group]
        for bar in sorted(bars, key=lambda one: (one.first, one.last, one.label)):
            x, wide = _stretch(gantt, bar.first, bar.last)
            avoided = [_stretch(gantt, s.first, s.last) for s in _shades(gantt, bar.seasons)]
            yield {"bar": bar, "x": x, "wide": wide, "y": top + ROW * number, "avoided": avoided}
            number += 1


def _shades(gantt: Gantt, numbers: Sequence[int]) -> Iterator[Shade]:
    for number in numbers:
        shade = gantt.shades[number]
        if shade.last >= gantt.first and shade.first <= gantt.last:
            yield shade


def _lane(gantt: Gantt, shade: Shade, number: int) -> Mapping[str, object]:
    x, wide = _stretch(gantt, shade.first, shade.last)
    return {"shade": shade, "x": x, "wide": wide, "y": HEAD + LANE * number}


def _months(gantt: Gantt) -> Iterator[Mapping[str, object]]:
    day = gantt.first.replace(day=1)
    while day <= gantt.last:
        later = (day + timedelta(days=32)).replace(day=1)
        x = _x(gantt, max(day, gantt.first))
        wide = _x(gantt, min(later, gantt.last + timedelta(days=1))) - x
        name = (
            f"{day.year}-{day.month:02}"
            if day.month == 1 or day <= gantt.first
            else f"{day.month:02}"
        )
        yield {"x": x, "middle": round(x + wide / 2, 1), "name": name if wide > 14 else ""}
        day = later


def _said(gantt: Gantt) -> str:
    """Return the drawing in a sentence, for whoever does not see it."""
    critical = sum(bar.critical for bar in gantt.bars)
    return ngettext(
        "{count} 项工作，{first} 至 {last}；其中 {critical} 项是关键工作，条上有斜纹和“关”字。"
        "阴影是各项工作避开的季节。全部日期见表。",
        len(gantt.bars),
    ).format(count=len(gantt.bars), first=gantt.first, last=gantt.last, critical=critical)
