"""Read ledgers for a command: outlines beside them, a line on stderr, results as files."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from jiugai.kernel import counts
from jiugai.kernel.division import division
from jiugai.kernel.errors import InputError
from jiugai.kernel.i18n import _, listed, ngettext

if TYPE_CHECKING:
    from jiugai.census.census import Census
    from jiugai.census.outlines import Outlines


@dataclass(frozen=True, slots=True)
class Ledgers:
    """What the ledgers of a command gave: a census, and the outlines it was placed by."""

    census: Census
    outlines: Outlines | None

    @property
    def problems(self) -> int:
        """Return how many issues ask somebody to look; notes do not."""
        from jiugai.census.issues import Severity

        return len(self.census.issues.at_least(Severity.WARNING))

    @property
    def exit_code(self) -> int:
        """Return 1 where problems were found and listed, else 0."""
        return 1 if self.problems else 0


def read_for_command(
    ledgers: Sequence[Path],
    *,
    place: str,
    outlines: Sequence[Path] = (),
    mapping: Path | None = None,
    day: date | None = None,
) -> Ledgers:
    """Return the census of some ledgers and say on stderr what was read.

    Raises InputError for a ledger that cannot be used and UsageError for an unknown division.
    """
    from jiugai.census.mapping import read_mapping
    from jiugai.census.outlines import find_outlines, read_outlines
    from jiugai.census.read import read_ledgers

    borders = list(outlines) or find_outlines(ledgers)
    census = read_ledgers(
        ledgers,
        place=place,
        mapping=read_mapping(mapping) if mapping else None,
        outlines=borders,
        day=day,
    )
    found = Ledgers(census, read_outlines(borders))
    if not census.estates.height:
        rows = sum(source.rows for source in census.sources)
        raise InputError(
            ngettext(
                "读到 {rows} 行，没有一行在 {place} 之内；请核对 --place 和台账中的区划。", rows
            ).format(rows=rows, place=division(place)),
            file=listed(dict.fromkeys(source.file for source in census.sources)),
        )
    click.echo(said(found), err=True)
    return found


def said(found: Ledgers) -> str:
    """Return one sentence on what was read."""
    sources = found.census.sources
    return _(
        "读入 {files}、{rows}，得到 {estates}；区划外 {elsewhere}，存疑 {problems} 处。"
    ).format(
        files=counts.files(len({source.file for source in sources})),
        rows=counts.rows(sum(source.rows for source in sources)),
        estates=counts.estates(found.census.estates.height),
        elsewhere=counts.rows(found.census.elsewhere),
        problems=found.problems,
    )


def write_census(folder: Path, census: Census) -> None:
    """Write the estates, buildings, issues and column mapping of a census."""
    census.estates.write_csv(folder / "estates.csv", include_bom=True)
    if census.buildings.height:
        census.buildings.write_csv(folder / "buildings.csv", include_bom=True)
    write_issues(folder, census)


def write_issues(folder: Path, census: Census) -> None:
    """Write the issues and the mapping of columns, which can be mended and given back."""
    census.issues.frame.write_csv(folder / "issues.csv", include_bom=True)
    (folder / "mapping.yaml").write_text(census.mapping.to_yaml(), encoding="utf-8")
