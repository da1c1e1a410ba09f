"""A project out of one workbook, or out of one csv file a table."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from jiugai.finance.sharing.credits import read_credits
from jiugai.finance.sharing.floors import FloorTable, floor_table, read_floors
from jiugai.finance.sharing.households import check_area, read_households
from jiugai.finance.sharing.parties import read_shares
from jiugai.finance.sharing.sharing import Project
from jiugai.finance.sharing.words import SHEETS
from jiugai.finance.sharing.works import read_works
from jiugai.kernel.errors import InputError
from jiugai.kernel.i18n import _
from jiugai.kernel.sheets import find_sheet


@dataclass(frozen=True, slots=True)
class Given:
    """The files of a project; what is None is looked for among the sheets of `file`."""

    file: Path
    works: Path | None = None
    shares: Path | None = None
    contributions: Path | None = None
    floors: str = ""
    area: Fraction | None = None
    voted: bool | None = None


def read_project(given: Given) -> Project:
    """Return a project as it was handed in.

    Raises InputError if a table is missing or cannot be used, or the areas do not add up to
    what was declared.
    """
    households = read_households(*_table(given, "households", given.file, first=True))
    if given.area is not None:
        check_area(households, given.area)
    put_in = _optional(given, "credits", given.contributions)
    return Project(
        households=households,
        items=read_works(*_table(given, "works", given.works)),
        shares=read_shares(*_table(given, "shares", given.shares)),
        credits=read_credits(*put_in) if put_in else (),
        floors=_floors(given),
        voted=given.voted,
    )


def _table(given: Given, kind: str, path: Path | None, *, first: bool = False) -> tuple[Path, str]:
    """Return the file and sheet of a table; the first sheet may hold the households."""
    if not first and path is not None:
        return path, ""
    if sheet := _sheet(given.file, kind):
        return given.file, sheet
    if first:
        return given.file, ""
    raise InputError(
        _("没有“{sheet}”表；请在工作簿中加上这张表，或用 --{option} 给出文件。").format(
            sheet=_(SHEETS[kind]), option=kind
        ),
        file=given.file.name,
    )


def _optional(given: Given, kind: str, path: Path | None) -> tuple[Path, str] | None:
    if path is not None:
        return path, ""
    sheet = _sheet(given.file, kind)
    return (given.file, sheet) if sheet else None


def _sheet(file: Path, kind: str) -> str:
    """Return the name of the sheet that holds a table, "" where there is none."""
    return find_sheet(file, SHEETS[kind]) or find_sheet(file, kind)


def _floors(given: Given) -> FloorTable | None:
    if given.floors:
        return floor_table(given.floors)
    sheet = _sheet(given.file, "floors")
    return read_floors(given.file, sheet) if sheet else None
