"""Tables of floor coefficients, by which a unit shares its lift."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Final

import yaml

from jiugai.finance.lines import Line, read_lines
from jiugai.finance.sharing.words import FLOOR_HEADINGS
from jiugai.kernel.errors import InputError, UsageError
from jiugai.kernel.i18n import _, listed

_FILE: Final = Path(__file__).with_name("floors.yaml")


@dataclass(frozen=True, slots=True)
class FloorTable:
    """What each floor counts; `by_area` multiplies it with the area of the flat."""

    name: str
    title: str
    by_area: bool
    coefficients: Mapping[int, Fraction]
    source: str = ""

    def of(self, floor: int) -> Fraction | None:
        """Return what a floor counts, or None if the table does not know it."""
        return self.coefficients.get(floor)

    @property
    def floors(self) -> str:
        """Return the floors that the table knows, in words."""
        return listed(str(floor) for floor in sorted(self.coefficients))


@cache
def known_tables() -> dict[str, FloorTable]:
    """Return the tables that ship with jiugai, by name."""
    raw = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return {
        name: FloorTable(
            name=name,
            title=entry["title"],
            by_area=entry["by_area"],
            coefficients={floor: Fraction(c) for floor, c in entry["coefficients"].items()},
            source=entry["source"],
        )
        for name, entry in raw.items()
    }


def floor_table(name: str) -> FloorTable:
    """Return the table of a name, or of a csv or xlsx file.

    Raises UsageError if there is neither, and InputError if the file cannot be used.
    """
    if name in known_tables():
        return known_tables()[name]
    path = Path(name)
    if path.is_file() and (found := read_floors(path)):
        return found
    raise UsageError(
        _("没有楼层系数表“{name}”；可用 {known}，或给出含 楼层、系数 两列的文件。").format(
            name=name, known=listed(known_tables())
        )
    )


def read_floors(path: Path, sheet: str = "") -> FloorTable | None:
    """Return the table of a file, or None of a sheet that nobody filled in.

    Raises InputError if a floor is doubtful or stands twice, or all count nothing.
    """
    needed = ("floor", "coefficient")
    lines = read_lines(path, FLOOR_HEADINGS, needed=needed, sheet=sheet, may_be_empty=bool(sheet))
    if not lines:
        return None
    found: dict[int, Fraction] = {}
    for line in lines:
        floor = floor_of(line)
        if floor in found:
            raise line.wrong("floor", _("{floor} 层写了两次；请只留一行。").format(floor=floor))
        found[floor] = line.number("coefficient", _("系数"))
    _refuse_all_zero(found.values(), lines[0])
    return FloorTable("file", _("业主商定的系数表（{file}）").format(file=path.name), False, found)


def _refuse_all_zero(coefficients: Iterable[Fraction], line: Line) -> None:
    if not any(coefficients):
        raise InputError(_("楼层系数全部为零，无法分摊；请改正。"), file=line.file)


def floor_of(line: Line) -> int:
    """Return the floor that a line names; below ground it is negative.

    Raises InputError if it names none.
    """
    text = line.needed("floor", _("楼层"))
    bare = text.upper().removeprefix("第").removesuffix("层").removesuffix("F").strip()
    below = bare.startswith(("-", "−", "B", "地下"))
    digits = bare.lstrip("-−B地下")
    if not digits.isdecimal() or not 0 < int(digits) < 200:
        raise line.wrong("floor", _("看不懂楼层“{text}”；请写整数，如 3。").format(text=text))
    return -int(digits) if below else int(digits)
