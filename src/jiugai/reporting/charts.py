"""Charts that need no network and no script: lines, bars and tornados as SVG."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from jiugai.kernel.i18n import headed, measured
from jiugai.reporting.page import environment

WIDTH: Final = 720.0
_LEFT, _RIGHT, _TOP, _BOTTOM = 84.0, 14.0, 14.0, 34.0
_TICKS: Final = 5
_LABELS: Final = 12
_ROW: Final = 42.0
_NAMES: Final = 120.0


@dataclass(frozen=True, slots=True)
class Series:
    """Values under a name, one for each label; None leaves a gap."""

    name: str
    values: Sequence[float | None]


@dataclass(frozen=True, slots=True)
class Spread:
    """What a figure becomes when one thing is lower and when it is higher."""

    name: str
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark on an axis."""

    at: float
    text: str


@dataclass(frozen=True, slots=True)
class Rect:
    """A bar, and what it says when it is pointed at."""

    x: float
    y: float
    width: float
    height: float
    series: int
    says: str


def line_chart(
    title: str,
    says: str,
    labels: Sequence[str],
    lines: Sequence[Series],
    *,
    along: Sequence[float] = (),
    unit: str = "",
    height: float = 320.0,
) -> Markup:
    """Return lines over labels; `says` is what somebody who cannot see it is told.

    `along` says where the labels lie on a linear axis; without it they are equally far apart.
    """
    return combined_chart(title, says, labels, lines=lines, along=along, unit=unit, height=height)


def bar_chart(
    title: str,
    says: str,
    labels: Sequence[str],
    bars: Sequence[Series],
    *,
    unit: str = "",
    height: float = 320.0,
) -> Markup:
    """Return bars side by side over labels."""
    return combined_chart(title, says, labels, bars=bars, unit=unit, height=height)


def combined_chart(
    title: str,
    says: str,
    labels: Sequence[str],
    *,
    bars: Sequence[Series] = (),
    lines: Sequence[Series] = (),
    along: Sequence[float] = (),
    unit: str = "",
    height: float = 320.0,
) -> Markup:
    """Return bars with lines over them on one scale; `along` as in `line_chart`."""
    values = [v for one in (*bars, *lines) for v in one.values if v is not None]
    scale = _Scale(values, top=_TOP, bottom=height - _BOTTOM)
    step = (WIDTH - _LEFT - _RIGHT) / max(len(labels), 1)
    slots = _slots(along) if along else [float(at) for at in range(len(labels))]
    return drawn(
        "chart.svg",
        title=title,
        says=says,
        unit=unit,
        width=WIDTH,
        height=height,
        left=_LEFT,
        right=WIDTH - _RIGHT,
        zero=scale.at(0.0) if scale.has_zero else None,
        ticks=scale.ticks,
        labels=_label_ticks(labels, slots, step),
        bars=_rects(bars, labels, scale, step, unit),
        bar_names=[one.name for one in bars],
        lines=[_points(one.values, slots, scale, step) for one in lines],
        line_names=[one.name for one in lines],
    )


def tornado(
    title: str, says: str, rows: Sequence[Spread], *, base: float, unit: str = ""
) -> Markup:
    """Return one bar a row from its low to its high value, the widest first."""
    ordered = sorted(rows, key=lambda row: -abs(row.high - row.low))
    values = [base, *(value for row in ordered for value in (row.low, row.high))]
    scale = _Scale(values, top=WIDTH - 24.0, bottom=_NAMES + 8.0, wide=True)
    bars = []
    for index, row in enumerate(ordered):
        for series, value in enumerate((row.low, row.high)):
            ends = sorted((scale.at(base), scale.at(value)))
            says_it = headed(row.name, measured(_short(value), unit))
            y = _TOP + index * _ROW + 8.0
            bars.append(Rect(ends[0], y, ends[1] - ends[0], _ROW - 16.0, series, says_it))
    height = _TOP + _ROW * len(ordered) + _BOTTOM
    return drawn(
        "tornado.svg",
        title=title,
        says=says,
        unit=unit,
        width=WIDTH,
        height=height,
        bottom=height - _BOTTOM,
        base=scale.at(base),
        ticks=scale.ticks,
        names=[Tick(_TOP + (i + 0.5) * _ROW, row.name) for i, row in enumerate(ordered)],
        bars=bars,
        names_end=_NAMES,
    )


class _Scale:
    """A linear scale with round marks from one end of an axis to the other."""

    def __init__(
        self, values: Sequence[float], *, top: float, bottom: float, wide: bool = False
    ) -> None:
        low, high = min(values, default=0.0), max(values, default=1.0)
        if not wide:  # bars stand on nothing; a tornado stands on its base
            low, high = min(low, 0.0), max(high, 0.0)
        step = round_step((high - low) / _TICKS)
        self.low, self.high = math.floor(low / step) * step, math.ceil(high / step) * step
        if self.high <= self.low:
            self.high = self.low + step
        self.top, self.bottom = top, bottom
        count = round((self.high - self.low) / step)
        marks = [self.low + index * step for index in range(count + 1)]
        self.ticks = [Tick(self.at(mark), _short(mark, step)) for mark in marks]

    @property
    def has_zero(self) -> bool:
        """Return whether nothing lies on the axis."""
        return self.low <= 0 <= self.high

    def at(self, value: float) -> float:
        """Return where a value lies."""
        part = (value - self.low) / (self.high - self.low)
        return round(self.bottom + part * (self.top - self.bottom), 2)


def round_step(rough: float) -> float:
    """Return the next round distance of marks on an axis, not under `rough`."""
    if rough <= 0:
        return 1.0
    power = 10.0 ** math.floor(math.log10(rough))
    return next(power * by for by in (1.0, 2.0, 2.5, 5.0, 10.0) if power * by >= rough * 0.999)


def _short(value: float, step: float = 0.01) -> str:
    decimals = max(0, min(4, -math.floor(math.log10(step) + 1e-9))) if step < 1 else 0
    shown = f"{value:,.{decimals}f}"
    return shown.lstrip("-") if float(shown.replace(",", "")) == 0 else shown


def _slots(along: Sequence[float]) -> list[float]:
    """Return values as places from the first slot to the last, in proportion."""
    low, high = min(along), max(along)
    return [(value - low) / ((high - low) or 1.0) * (len(along) - 1) for value in along]


def _label_ticks(labels: Sequence[str], slots: Sequence[float], step: float) -> list[Tick]:
    every = max(1, math.ceil(len(labels) / _LABELS))
    return [
        Tick(round(_LEFT + (slot + 0.5) * step, 2), text)
        for at, (slot, text) in enumerate(zip(slots, labels, strict=True))
        if at % every == 0
    ]


def _rects(
    bars: Sequence[Series], labels: Sequence[str], scale: _Scale, step: float, unit: str
) -> list[Rect]:
    wide = step * 0.72 / max(len(bars), 1)
    found = []
    for index, one in enumerate(bars):
        for at, value in enumerate(one.values):
            if value is None:
                continue
            ends = sorted((scale.at(0.0), scale.at(value)))
            x = _LEFT + (at + 0.14) * step + index * wide
            says = headed(f"{labels[at]} {one.name}", measured(_short(value), unit))
            found.append(
                Rect(round(x, 2), ends[0], round(wide, 2), ends[1] - ends[0], index, says)
            )
    return found


def _points(
    values: Sequence[float | None], slots: Sequence[float], scale: _Scale, step: float
) -> list[str]:
    """Return the runs of a line between its gaps, as the points of polylines."""
    runs: list[list[str]] = [[]]
    for slot, value in zip(slots, values, strict=True):
        if value is None:
            runs.append([])
        else:
            runs[-1].append(f"{_LEFT + (slot + 0.5) * step:.2f},{scale.at(value)}")
    return [" ".join(run) for run in runs if run]


def drawn(template: str, **content: object) -> Markup:
    """Return a drawing made from a template and what stands on it."""
    return Markup(environment().get_template(template).render(**content))  # noqa: S704
