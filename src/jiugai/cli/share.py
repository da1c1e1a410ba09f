"""Share the cost of a project's works by party and by household."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from jiugai.cli import options
from jiugai.kernel.i18n import _, ngettext

if TYPE_CHECKING:
    from fractions import Fraction

    from jiugai.finance.sharing.read import Given
    from jiugai.finance.sharing.sharing import Sharing

_TABLE = click.Path(dir_okay=False, path_type=Path)


def write_template(path: Path) -> None:
    """Write the workbook that an office fills in."""
    from jiugai.finance.sharing.template import write_template as write

    write(path)


@click.command(
    help=_(
        "把一个项目的改造费用分到出资方和每一户，逐分相加。\n\n"
        "FILE 是含 住户、改造内容、出资比例 三张表的工作簿，或只有住户表的 csv，"
        "其余表用选项给出。写出 shares.csv、shares.xlsx、shares.json。"
        "各方比例须由表给出，不作假定；住户之间没有约定的按面积。"
        "有投入因证据不足没有抵减时，退出码为 1。"
    )
)
@click.argument("file", metavar="FILE", type=_TABLE)
@options.place
@options.day
@options.readings
@options.out
@click.option("--works", type=_TABLE, help=_("改造内容表（csv 或 xlsx）。"))
@click.option("--shares", type=_TABLE, help=_("出资比例表（csv 或 xlsx）。"))
@click.option("--contributions", type=_TABLE, help=_("居民投入表（csv 或 xlsx），可不给。"))
@click.option(
    "--floors",
    default="",
    metavar="NAME|FILE",
    help=_(
        "楼层系数：业主商定的表（楼层、系数两列），或随附的示例 by_area_reference、even_steps。"
    ),
)
@click.option("--area", metavar="M2", help=_("申报的总建筑面积；与各户之和不符即报错。"))
@click.option(
    "--voted/--not-voted",
    default=None,
    help=_("使用维修资金是否已经相关业主表决同意；不写则作证据不足。"),
)
@options.template(write_template)
def share(
    file: Path, place: str, day: date, readings: tuple[str, ...], out: Path, **given: object
) -> None:
    """Write who pays what."""
    from jiugai.finance.sharing.output import write_sharing
    from jiugai.finance.sharing.read import read_project
    from jiugai.finance.sharing.sharing import share_project
    from jiugai.reporting.folder import whole_folder

    law = options.law_for(place, day, readings)
    sharing = share_project(read_project(_given(file, **given)), law=law)  # type: ignore[arg-type]
    with whole_folder(out) as folder:
        write_sharing(folder, sharing)
    for line in told(sharing):
        click.echo(line, err=True)
    click.echo(_("结果在 {out}；先看 shares.xlsx。").format(out=out), err=True)
    sys.exit(1 if sharing.open_evidence else 0)


def _given(
    file: Path,
    *,
    works: Path | None,
    shares: Path | None,
    contributions: Path | None,
    floors: str,
    area: str | None,
    voted: bool | None,
) -> Given:
    from jiugai.finance.sharing.read import Given

    declared = None if area is None else _area(area)
    return Given(file, works, shares, contributions, floors, declared, voted)


def _area(text: str) -> Fraction:
    from jiugai.finance.numbers import fraction_of
    from jiugai.kernel.errors import UsageError

    found = fraction_of(text)
    if found is None or found <= 0:
        raise UsageError(
            _("--area “{text}”不是面积；请写平方米数，如 12345.6。").format(text=text)
        )
    return found


def told(sharing: Sharing) -> list[str]:
    """Return the outcome in sentences."""
    from jiugai.kernel.money import in_yuan

    lines = [
        ngettext(
            "造价 {cost} 元，其中居民 {residents} 元，分到 {households} 户。", len(sharing.bills)
        ).format(
            cost=in_yuan(sharing.cost),
            residents=in_yuan(sharing.residents),
            households=len(sharing.bills),
        ),
        *sharing.remarks,
    ]
    if sharing.open_evidence:
        lines.append(
            ngettext(
                "{count} 项居民投入或资金证据不足，见“居民投入”表。", sharing.open_evidence
            ).format(count=sharing.open_evidence)
        )
    return lines
