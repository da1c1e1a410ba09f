"""Check what each region is due of the money that is given from above."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from jiugai.cli import options
from jiugai.kernel.i18n import _, listed, ngettext

if TYPE_CHECKING:
    from jiugai.finance.grants.allotment import Allotment


def write_template(path: Path) -> None:
    """Write the workbook that an office fills in."""
    from jiugai.finance.grants.template import write_template as write

    write(path)


@click.command(
    help=_(
        "按公布的公式把一笔资金分到各地区，逐项说明为什么，并与下达的金额核对。\n\n"
        "FILE 是各地区的任务表（xlsx 或 csv）。写出 allocation.csv、allocation.xlsx、"
        "allocation.json。下达金额与计算不符时退出码为 1。"
    )
)
@click.argument("file", metavar="FILE", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--total", metavar="AMOUNT", help=_("要分配的总额，如 12.8亿、60000万。"))
@options.day
@click.option(
    "--formula",
    default="central",
    show_default=True,
    metavar="NAME|FILE",
    help=_("公式：central、hebei_2019、wenzhou（逐个项目核对居民自筹），或公式文件（YAML）。"),
)
@click.option("--due", default="", metavar="HEADING", help=_("下达金额所在列的表头，用来核对。"))
@options.readings
@options.out
@options.template(write_template)
def allocate(
    file: Path,
    total: str | None,
    day: date,
    formula: str,
    due: str,
    readings: tuple[str, ...],
    out: Path,
) -> None:
    """Write what each region gets and why."""
    from jiugai.finance.grants import cofunding

    if formula == cofunding.NAME:
        sys.exit(_check_projects(file, day, out))
    made = _allot(file, total, day, formula, due, readings)
    _write(out, made, day)
    for line in told(made):
        click.echo(line, err=True)
    click.echo(_("结果在 {out}；先看 allocation.xlsx。").format(out=out), err=True)
    sys.exit(1 if made.differences else 0)


def _allot(
    file: Path, total: str | None, day: date, name: str, due: str, readings: tuple[str, ...]
) -> Allotment:
    from jiugai.finance.grants.allotment import allot
    from jiugai.finance.grants.formula import formula_of
    from jiugai.finance.grants.regions import read_regions
    from jiugai.kernel.errors import UsageError
    from jiugai.kernel.money import parse_amount

    if total is None:
        raise UsageError(_("没有给出要分配的总额；请写 --total，如 --total 12.8亿。"))
    whole = parse_amount(total)
    formula = formula_of(name, options.law_for("", day, readings))
    return allot(read_regions(file, formula, due=due), whole, formula)


def _write(out: Path, made: Allotment, day: date) -> None:
    from jiugai.finance.grants.output import write_allotment
    from jiugai.reporting.folder import whole_folder

    with whole_folder(out) as folder:
        write_allotment(folder, made, day=day)


def told(made: Allotment) -> list[str]:
    """Return the outcome in sentences, each difference by name."""
    from jiugai.finance.grants.output import remarks
    from jiugai.kernel.money import in_yuan

    lines = [
        ngettext(
            "{title}：{total} 元分到 {count} 个地区，共 {shared} 元。", len(made.regions)
        ).format(
            title=_(made.formula.title),
            total=in_yuan(made.total),
            count=len(made.regions),
            shared=in_yuan(made.shared),
        ),
        *map(_, remarks(made)),
    ]
    for one in made.differences:
        lines.append(
            _("{name}：下达 {due} 元，应得 {cents} 元，{way} {off} 元。").format(
                name=one.region.name,
                due=in_yuan(one.region.due or 0),
                cents=in_yuan(one.cents),
                way=_("多") if (one.off or 0) > 0 else _("少"),
                off=in_yuan(abs(one.off or 0)),
            )
        )
    return lines


def _check_projects(file: Path, day: date, out: Path) -> int:
    """Write Wenzhou's check of projects; return 1 if residents raise too little somewhere."""
    from jiugai.finance.grants.cofunding import CLASSES, check_table, read_projects, terms
    from jiugai.kernel.book import workbook
    from jiugai.reporting.folder import whole_folder

    projects = read_projects(file)
    table, known = check_table(projects), terms()
    summary = [(_("来源"), known["source"]), (_("理解"), _(known["reading"]))]
    with whole_folder(out) as folder:
        book = workbook(_(known["title"]), summary, [table], day=day)
        (folder / "cofunding.xlsx").write_bytes(book)
    for texts in table.texts():
        line = listed(
            (
                f"{column.heading} {text}"
                for column, text in zip(table.columns, texts, strict=True)
            ),
            "，",
        )
        click.echo(line)
    for one in projects:
        if one.short:
            click.echo(
                _("{name}：{classes}居民自筹低于最低比例。").format(
                    name=one.name, classes=listed(_(CLASSES[works]) for works in one.short)
                ),
                err=True,
            )
    return 1 if any(one.short for one in projects) else 0
