"""A chart of values that each hold from one day to another, as steps over the years."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from jiugai.reporting.charts import Tick, drawn, round_step

if TYPE_CHECKING:
    from markupsafe import Markup

WIDTH: Final = 420.0
HEIGHT: Final = 240.0
_LEFT, _RIGHT, _TOP, _BOTTOM = 48.0, 12.0, 22.0, 26.0
_MARKS: Final = 4
#: Lines with the same value lie beside each other.
_APART: Final = 5.0
#: Of equal texts that are as near as this only the first is drawn.
_NEAR: Final = 56.0
#: A value that begins the day after another ended is joined to it.
_JOINED: Final = 1.0


@dataclass(frozen=True, slots=True)
class Step:
    """A value from a day on, to its last day if it has ended; `text` is how people read it."""

    since: date
    until: date | None
    value: float
    text: str
    says: str


@dataclass(frozen=True, slots=True)
class Steps:
    """The values of one thing over time."""

    name: str
    steps: Sequence[Step]


@dataclass(frozen=True, slots=True)
class _Run:
    """One step as drawn: its line, where its text stands, and whether it still holds."""

    line: int
    path: str
    x: float
    y: float
    text: str
    says: str


def step_chart(title: str, says: str, lines: Sequence[Steps], *, until: date) -> Markup:
    """Return steps from the first day of any to `until`; `says` tells who cannot see it.

    Raises ValueError if there is nothing to draw.
    """
    steps = [step for line in lines for step in line.steps]
    first = min(step.since for step in steps)
    frame = _Frame(first, max(until, *(step.since for step in steps)), [s.value for s in steps])
    return drawn(
        "steps.svg",
        title=title,
        says=says,
        width=WIDTH,
        height=HEIGHT,
        left=_LEFT,
        right=WIDTH - _RIGHT,
        bottom=HEIGHT - _BOTTOM,
        ticks=frame.ticks,
        years=frame.years,
        runs=list(_runs(lines, frame)),
        names=[line.name for line in lines],
    )


class _Frame:
    """Where days and values lie."""

    def __init__(self, first: date, last: date, values: Sequence[float]) -> None:
        self.first = date(first.year, 1, 1)
        self.days = max((last - self.first).days, 366)
        low, high = min(values), max(values)
        step = round_step((high - low) / _MARKS or abs(high) / _MARKS or 1.0)
        if all(value == int(value) for value in values):  # years, households: no halves
            step = float(math.ceil(step))
        # Half a step below and above, so that no line lies on the edge.
        self.low = (math.floor(low / step + 1e-9) - 0.5) * step
        self.high = (math.ceil(high / step - 1e-9) + 0.5) * step
        marks = [math.ceil(self.low / step) * step]
        while marks[-1] + step <= self.high + 1e-9:
            marks.append(marks[-1] + step)
        self.ticks = [Tick(self.y(mark), f"{round(mark, 6):g}") for mark in marks]
        span = self.days / 365.25
        every = max(1, math.ceil(span / 6))
        years = range(self.first.year, self.first.year + math.ceil(span), every)
        self.years = [Tick(self.x(date(year, 1, 1)), str(year)) for year in years]

    def x(self, day: date) -> float:
        part = min(1.0, (day - self.first).days / self.days)
        return round(_LEFT + part * (WIDTH - _LEFT - _RIGHT), 1)

    def y(self, value: float) -> float:
        part = (value - self.low) / (self.high - self.low)
        return round(HEIGHT - _BOTTOM - part * (HEIGHT - _TOP - _BOTTOM), 1)


def _runs(lines: Sequence[Steps], frame: _Frame) -> Iterator[_Run]:
    seen: dict[float, int] = {}
    said: list[tuple[float, float, str]] = []
    for number, line in enumerate(lines):
        before: tuple[float, float] | None = None
        for step in line.steps:
            beside = seen.get(step.value, 0)
            y = round(frame.y(step.value) + beside * _APART, 1)
            x, end = frame.x(step.since), frame.x(step.until) if step.until else WIDTH - _RIGHT
            joined = f"{before[0]},{before[1]} " if before and x - before[0] < _JOINED else ""
            text = "" if _is_said(said, x, y, step.text) else step.text
            said.append((x, y, step.text))
            yield _Run(number, f"{joined}{x},{y} {end},{y}", x, y, text, step.says)
            before = (end, y)
        for value in {step.value for step in line.steps}:
            seen[value] = seen.get(value, 0) + 1


def _is_said(said: Sequence[tuple[float, float, str]], x: float, y: float, text: str) -> bool:
    """Return whether the same text stands so near that both would cover each other."""
    return any(
        text == other and abs(x - left) < _NEAR and abs(y - high) < _NEAR
        for left, high, other in said
    )
