"""Read ledgers by themselves, and write the form that clerks can fill in."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from jiugai.cli import options
from jiugai.kernel.i18n import _


@click.group(help=_("读台账、发模板。"))
def census() -> None:
    """Group the commands about ledgers."""


@census.command(help=_("读一份或多份台账，写出小区表、存疑单元格和表头对照。"))
@options.ledgers
@options.out
@click.option("--place", default="", metavar="CODE", help=_("只取该区划内的小区。"))
@options.outlines
@options.mapping
def read(
    ledgers: tuple[Path, ...],
    out: Path,
    place: str,
    outlines: tuple[Path, ...],
    mapping: Path | None,
) -> None:
    """Write estates.csv, buildings.csv, issues.csv and mapping.yaml."""
    from jiugai.cli.ledgers import read_for_command, write_census
    from jiugai.reporting.folder import whole_folder

    found = read_for_command(ledgers, place=place, outlines=outlines, mapping=mapping)
    with whole_folder(out) as folder:
        write_census(folder, found.census)
    sys.exit(found.exit_code)


@census.command(help=_("写出带下拉选项和批注的台账模板（xlsx）。"))
@click.option(
    "--out",
    required=True,
    type=click.Path(dir_okay=False, path_type=Path),
    help=_("模板文件，如 模板.xlsx。"),
)
def template(out: Path) -> None:
    """Write the template."""
    from jiugai.census.template import write_template

    out.parent.mkdir(parents=True, exist_ok=True)
    write_template(out)
    click.echo(_("模板已写到 {out}。").format(out=out), err=True)
