"""What lies together and what is tendered together, as the page of a plan shows it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from jiugai.kernel import counts
from jiugai.kernel.i18n import _
from jiugai.reporting.hulls import Hull, hulls
from jiugai.reporting.map import Sheet

#: A page shows so many rows of a table; the files beside it have every row.
MOST_ROWS: Final = 10


@dataclass(frozen=True, slots=True)
class BlockRow:
    """A bundle or a package: `members` are ids of estates, `note` what must be known of it.

    `label` is its name where there is little room, as on a map.
    """

    year: int
    name: str
    members: tuple[str, ...]
    households: int
    cost: str
    note: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class BlocksShown:
    """The bundles, largest first, the packages unless they are the bundles, and the gaps."""

    sentences: tuple[str, ...] = ()
    bundles: tuple[BlockRow, ...] = ()
    packages: tuple[BlockRow, ...] = ()
    gaps: tuple[str, ...] = ()


NO_BLOCKS: Final = BlocksShown()


def bundle_hulls(
    shown: BlocksShown, sheet: Sheet | None, rows: Mapping[str, int], signs: Mapping[int, str]
) -> Sequence[Hull]:
    """Return a line around every bundle; `rows` are estates by id, `signs` those of the years."""
    if sheet is None:
        return ()
    groups = [
        (signs[one.year], one.label, _words(one), [rows[id_] for id_ in one.members])
        for one in shown.bundles
    ]
    return hulls(sheet, groups)


def _words(one: BlockRow) -> str:
    return _("{year} 年 {name}：{estates}、{households}、{cost} 万元").format(
        year=one.year,
        name=one.name,
        estates=counts.estates(len(one.members)),
        households=counts.households(one.households),
        cost=one.cost,
    )
