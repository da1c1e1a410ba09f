"""The rows of a file of demands, cell by cell, with what is said of a cell that is wrong."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from jiugai.kernel.errors import InputError, UsageError
from jiugai.kernel.headings import by_word, half, named, word
from jiugai.kernel.i18n import _
from jiugai.kernel.money import parse_amount
from jiugai.kernel.sheets import Cell
from jiugai.planning.cells import classes_of, parts, year_of
from jiugai.planning.demands.demand import Amount, Place
from jiugai.planning.demands.words import UNITS, WHOLE_PLAN, YEARLY
from jiugai.planning.model.limits import Unit
from jiugai.policy.entries import Works

_NOTHING: Final = Cell("", "")
_PERCENT: Final = re.compile(r"(\d{1,3}(?:\.\d{1,4})?)\s*%")
_COUNT: Final = re.compile(r"(\d{1,3}(?:,\d{3})+|\d{1,12})(?:\.0+)?")
_MONEY: Final = re.compile(r"[亿万千百元圆]+$")


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a file of demands for a plan of some years."""

    cells: Mapping[str, Cell]
    file: str
    years: tuple[int, ...]

    def cell(self, name: str) -> Cell:
        """Return a cell, or an empty one where the file has no such column."""
        return self.cells.get(name, _NOTHING)

    def text(self, name: str) -> str:
        """Return what a cell says."""
        return self.cell(name).text

    @property
    def place(self) -> Place:
        """Return where the row stands."""
        return Place(self.file, self.cell("subject").at)

    def wrong(self, name: str, message: str) -> InputError:
        """Return the error for a cell, or for the row where the column is missing."""
        at = self.cell(name).at or self.cell("kind").at
        return InputError(message, file=self.file, cell=at)

    def listed_years(self) -> tuple[int, ...]:
        """Return the years that the row names; none is any of them."""
        cell = self.cell("year")
        if not cell.text or named(cell.text, WHOLE_PLAN + YEARLY):
            return ()
        years = (year_of(cell, part, self.years, self.file) for part in parts(cell.text))
        return tuple(sorted(set(years)))

    def classes(self) -> frozenset[Works]:
        """Return the classes that the row names, or none."""
        cell = self.cell("classes")
        return classes_of(cell, self.file) if cell.text else frozenset()

    def unit(self) -> Unit:
        """Return the one unit that the row counts in.

        Raises InputError if it names none, an unknown one or two.
        """
        named = {self._unit_in("unit", self.text("unit"))}
        for name in ("least", "most"):
            named.add(self._unit_in(name, _suffix(self.text(name))))
        found = named - {None}
        if len(found) > 1:
            raise self.wrong("unit", _("一行里有两种单位；请统一为 小区、户、㎡ 或 万元。"))
        unit = next(iter(found), None)
        if unit is None:
            raise self.wrong("unit", _("没有写单位；请写 小区、户、㎡ 或 万元。"))
        return unit

    def _unit_in(self, name: str, text: str) -> Unit | None:
        if not text:
            return None
        unit = by_word(UNITS).get(word(text)) or (
            Unit.INVESTMENT if _MONEY.fullmatch(text) else None
        )
        if unit is None:
            raise self.wrong(
                name,
                _("不认识单位“{text}”；请用 小区、户、㎡ 或 万元。").format(text=text),
            )
        return unit

    def amount(self, name: str, unit: Unit) -> Amount | None:
        """Return what a cell counts: whole units, cents, or a share where it is in per cent.

        Raises InputError if it is negative or no number.
        """
        text = half(self.text(name))
        if not text:
            return None
        if re.match(r"[-−(]", text):
            raise self.wrong(name, _("“{text}”是负数；请写正数或 0。").format(text=text))
        percent = _PERCENT.fullmatch(text)
        if percent:
            return self._share(name, Fraction(percent[1]) / 100)
        if unit is Unit.INVESTMENT:
            return self._cents(name, text)
        found = _COUNT.fullmatch(text.removesuffix(_suffix(text)).strip())
        if found is None:
            raise self.wrong(
                name,
                _("看不懂数量“{text}”；请写整数，如 12，或比例，如 10%。").format(text=text),
            )
        return int(found[1].replace(",", ""))

    def _share(self, name: str, share: Fraction) -> Fraction:
        if share > 1:
            raise self.wrong(
                name, _("比例“{text}”超过 100%；请改正。").format(text=self.text(name))
            )
        return share

    def _cents(self, name: str, text: str) -> int:
        try:
            return parse_amount(text, unit="万")
        except UsageError as error:
            raise self.wrong(name, str(error)) from error


def _suffix(text: str) -> str:
    """Return the unit behind a number, if there is one; % is none."""
    found = re.fullmatch(r"[-−(]?[\d,.\s]+([^\d,.\s%)][^%)]*)\)?", half(text))
    return found[1].strip() if found else ""
