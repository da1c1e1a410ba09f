"""A page about differences: figures first, then tables, then every estate that changes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from jiugai.kernel.division import division
from jiugai.kernel.i18n import _, language
from jiugai.kernel.tables import Table, without_empty
from jiugai.reporting.page import embedded, environment

#: A page with more rows than this is slow on a phone; the files beside it have every row.
MOST_ROWS: Final = 20_000


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in large type with its label; `tone` is a verdict's name or ""."""

    value: str
    label: str
    tone: str = ""


@dataclass(frozen=True, slots=True)
class Filter:
    """A choice by which rows are shown."""

    label: str
    options: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """An estate in the list: cells as text with a smaller second line, and its filter options.

    `options` lists, filter by filter, the indices of the options that the line belongs to.
    """

    cells: tuple[tuple[str, str], ...]
    options: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class ListOf:
    """The list at the end of the page; `numbers` are the columns set to the right."""

    heads: tuple[str, ...]
    lines: Sequence[Line]
    filters: tuple[Filter, ...]
    file: str
    numbers: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class ChangesSheet:
    """Everything that the page shows."""

    place: str
    title: str
    lead: str
    figures: tuple[Figure, ...]
    said: tuple[str, ...]
    tables: tuple[Table, ...]
    listed: ListOf


def render_changes(sheet: ChangesSheet) -> str:
    """Return the page; everything it needs is inside."""
    fits = len(sheet.listed.lines) <= MOST_ROWS
    return (
        environment()
        .get_template("changes.html")
        .render(
            s=sheet,
            tables=[without_empty(table) for table in sheet.tables if table.rows],
            place=division(sheet.place),
            data=embedded(_data(sheet.listed)) if fits else "",
            most=MOST_ROWS,
            lang="zh-CN" if language() == "zh" else language(),
        )
    )


def _data(listed: ListOf) -> dict[str, Any]:
    return {
        "lines": [
            [[list(cell) if cell[1] else cell[0] for cell in line.cells], line.options]
            for line in listed.lines
        ],
        "heads": listed.heads,
        "numbers": sorted(listed.numbers),
        "words": {
            "none": _("没有符合条件的小区。"),
            "shown": _shown(listed),
        },
    }


def _shown(listed: ListOf) -> str:
    """Return how the part of the list in view is called; an estate may have several lines."""
    estates = {line.cells[0] for line in listed.lines}
    if len(estates) < len(listed.lines):
        return _("共 {n} 个小区、{rows} 行，第 {from}–{to} 行")
    return _("共 {n} 个小区，第 {from}–{to} 个")
