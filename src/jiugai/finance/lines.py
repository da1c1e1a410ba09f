"""Rows of an office's table, each cell asked for by what it means."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Final

from jiugai.finance.numbers import fraction_of, share_of
from jiugai.kernel.errors import InputError, UsageError
from jiugai.kernel.headings import HEAD_ROWS, Headings, half, names_in, title_of, word
from jiugai.kernel.i18n import _, listed
from jiugai.kernel.money import Cents, parse_amount
from jiugai.kernel.sheets import Cell, Row, read_sheet

_UNIT: Final = re.compile(r"[(\[](?:单位:?)?([^()\[\]]*)[)\]]$")
#: Units in brackets of a heading, as `word` leaves them; English forms say yuan.
_MONEY: Final = {
    "元": "元",
    "yuan": "元",
    "万元": "万",
    "万": "万",
    "10,000yuan": "万",
    "亿元": "亿",
    "亿": "亿",
    "100millionyuan": "亿",
}
_OWN_UNIT: Final = re.compile(r"\d\s*(亿|千万|百万|万|千|元)")
_IN_YUAN: Final = re.compile(r"([\d,]+(?:\.\d+)?)\s*yuan", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Line:
    """A row below the headings; `units` are the money units that headings name."""

    cells: Mapping[str, Cell]
    units: Mapping[str, str]
    percents: AbstractSet[str]
    file: str
    at: str

    def text(self, name: str) -> str:
        """Return what a cell says, "" where it is empty or there is no such column."""
        cell = self.cells.get(name)
        return half(cell.text) if cell is not None else ""

    def wrong(self, name: str, message: str) -> InputError:
        """Return the error of a cell; nothing is known to be wrong with the others."""
        cell = self.cells.get(name)
        return InputError(message, file=self.file, cell=cell.at if cell else self.at)

    def needed(self, name: str, what: str) -> str:
        """Return what a cell says.

        Raises InputError asking for `what` if it is empty.
        """
        if not self.text(name):
            raise self.wrong(name, _("没有写{what}；请填写。").format(what=what))
        return self.text(name)

    def amount(self, name: str, what: str) -> Cents:
        """Return an amount of 0 and more, whose unit stands in the heading or in the cell.

        Raises InputError if it is missing, negative, without unit or in another one.
        """
        text = _IN_YUAN.sub(r"\1元", self.needed(name, what))
        if re.match(r"[-−(]", text):
            raise self._negative(name, what, text)
        unit = self.units.get(name, "")
        if not unit and not _OWN_UNIT.search(text) and text.strip("0.,"):
            raise self.wrong(
                name,
                _("{what}“{text}”没有单位；请在表头写明，如“金额(元)”，或在金额后写单位。").format(
                    what=what, text=text
                ),
            )
        try:
            return parse_amount(text, unit=unit or "元")
        except UsageError as error:
            raise self.wrong(name, str(error)) from error

    def _negative(self, name: str, what: str, text: str) -> InputError:
        message = _("{what}“{text}”是负数；请写 0 或正数。").format(what=what, text=text)
        return self.wrong(name, message)

    def number(self, name: str, what: str) -> Fraction:
        """Return a number of 0 and more.

        Raises InputError if it is missing, negative or none.
        """
        found = fraction_of(text := self.needed(name, what))
        if found is not None and found < 0:
            raise self._negative(name, what, text)
        if found is None:
            raise self.wrong(
                name,
                _("{what}“{text}”不是数；请写 0 或正数，如 75.6。").format(what=what, text=text),
            )
        return found

    def whole(self, name: str, what: str) -> int:
        """Return a whole number of 0 and more; raises InputError if it is none."""
        found = self.number(name, what)
        if found.denominator != 1:
            raise self.wrong(
                name,
                _("{what}“{text}”不是整数；请改正。").format(what=what, text=self.text(name)),
            )
        return int(found)

    def share(self, name: str, what: str) -> Fraction:
        """Return a share written 30%, 0.3 or 3/10, or 30 under a heading with %.

        It may be negative or above 1. Raises InputError if it is missing or none.
        """
        text = self.needed(name, what)
        found = share_of(text, percent=name in self.percents)
        if found is None:
            raise self.wrong(
                name,
                _("看不懂{what}“{text}”；请写成 30%、0.3 或 3/10。").format(what=what, text=text),
            )
        return found


@dataclass(frozen=True, slots=True)
class _Head:
    columns: Mapping[str, int]
    units: Mapping[str, str]
    percents: frozenset[str]


def read_lines(
    path: Path,
    headings: Headings,
    *,
    needed: Sequence[str],
    sheet: str = "",
    most_rows: int = 10_000,
    may_be_empty: bool = False,
) -> list[Line]:
    """Return the rows below the headings of a csv file or a sheet.

    Raises InputError if the file cannot be read, a needed column is missing, no row follows, or
    the amounts of a column are in different units.
    """
    rows = read_sheet(path, most_rows=most_rows, sheet=sheet)
    where = f"{path.name} {sheet}".strip()
    start, head = _find_head(rows, headings, needed, where)
    lines = [_line(row, head, where) for row in rows[start:]]
    found = [line for line in lines if any(cell.text for cell in line.cells.values())]
    if not found and not may_be_empty:
        raise InputError(_("表头下面没有一行数据；请填写后再用。"), file=where)
    for name in head.columns if found else ():
        _refuse_mixed_units(found, name)
    return found


def _find_head(
    rows: Sequence[Row], headings: Headings, needed: Sequence[str], file: str
) -> tuple[int, _Head]:
    best: set[str] = set()
    for index, row in enumerate(rows[:HEAD_ROWS]):
        head = _head(row, headings, file)
        if set(needed) <= set(head.columns):
            return index + 1, head
        best = max(best, set(head.columns), key=len)
    missing = listed(title_of(headings[name]) for name in needed if name not in best)
    raise InputError(
        _("找不到表头或缺少列：{missing}；可用 --template 写出模板对照。").format(missing=missing),
        file=file,
    )


def _head(row: Row, headings: Headings, file: str) -> _Head:
    columns: dict[str, int] = {}
    units, percents = {}, set()
    names = names_in([cell.text for cell in row], headings)
    for index, (cell, name) in enumerate(zip(row, names, strict=True)):
        if name is None:
            continue
        if name in columns:
            raise InputError(
                _("“{heading}”与另一列含义相同；请只留一列。").format(heading=cell.text),
                file=file,
                cell=cell.at,
            )
        columns[name] = index
        unit = _UNIT.search(half(cell.text))
        said = word(unit[1]) if unit else ""
        if said in _MONEY:
            units[name] = _MONEY[said]
        if said == "%":
            percents.add(name)
    return _Head(columns, units, frozenset(percents))


def _line(row: Row, head: _Head, file: str) -> Line:
    cells = {name: row[at] for name, at in head.columns.items() if at < len(row)}
    return Line(cells, head.units, head.percents, file, row[0].at)


def _refuse_mixed_units(lines: Sequence[Line], name: str) -> None:
    """Refuse amounts of one column in different units: one of them is most likely a slip."""
    seen = {lines[0].units[name]} if name in lines[0].units else set()
    for line in lines:
        own = _OWN_UNIT.search(_IN_YUAN.sub(r"\1元", line.text(name)))
        if own is None:
            continue
        seen.add(own[1] if own[1] in {"万", "亿"} else "元")
        if len(seen) > 1:
            raise line.wrong(
                name,
                _("金额“{text}”与表头或上面各行的单位不一致；请统一单位。").format(
                    text=line.text(name)
                ),
            )
