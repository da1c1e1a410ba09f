"""Options that several commands share, and their conversion at the border."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from jiugai.kernel.errors import UsageError
from jiugai.kernel.i18n import _

if TYPE_CHECKING:
    from jiugai.policy.law import Law

F = TypeVar("F", bound=Callable[..., Any])


class Day(click.ParamType[date]):
    """A day written 2021-11-01."""

    name = "YYYY-MM-DD"

    def convert(self, value: Any, param: Any, ctx: Any) -> date:
        """Return the day; fails with a sentence if it is not one."""
        if isinstance(value, date):
            return value
        try:
            return datetime.strptime(value, "%Y-%m-%d").date()  # noqa: DTZ007 - a day, no clock
        except ValueError:
            self.fail(_("“{value}”不是日期；请写成 2021-11-01。").format(value=value), param, ctx)


ledgers = click.argument(
    "ledgers",
    metavar="LEDGER...",
    nargs=-1,
    required=True,
    type=click.Path(path_type=Path),
)
place = click.option("--place", required=True, metavar="CODE", help=_("区划代码，如 110102。"))
day = click.option("--day", required=True, type=Day(), help=_("判定所依据的日期。"))
out = click.option(
    "--out",
    required=True,
    type=click.Path(file_okay=False, path_type=Path),
    help=_("输出文件夹。"),
)
readings = click.option(
    "--reading",
    "readings",
    multiple=True,
    metavar="ID=OPTION",
    help=_("对条文的另一种理解，可多次给出；见 jiugai policy law。"),
)
outlines = click.option(
    "--outlines",
    multiple=True,
    type=click.Path(exists=True, path_type=Path),
    help=_("区划界线（GeoJSON）；不给时在台账旁边查找。"),
)
mapping = click.option(
    "--mapping",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help=_("以前保存的表头对照（YAML）。"),
)


def template(write: Callable[[Path], None]) -> Callable[[F], F]:
    """Return an option that writes an empty form and ends the command before it asks for more."""

    def write_and_end(ctx: click.Context, _param: click.Parameter, path: Path | None) -> None:
        if path is None or ctx.resilient_parsing:
            return
        write(path)
        click.echo(_("模板已写到 {out}。").format(out=path), err=True)
        ctx.exit()

    return click.option(
        "--template",
        is_eager=True,
        expose_value=False,
        callback=write_and_end,
        type=click.Path(dir_okay=False, path_type=Path),
        help=_("只写出空白模板（xlsx），如 模板.xlsx。"),
    )


def on_ledgers(command: F) -> F:
    """Add what every command that reads ledgers under a law takes."""
    for option in (mapping, outlines, readings, out, day, place, ledgers):
        command = option(command)
    return command


def law_for(place: str, day: date, readings: tuple[str, ...]) -> Law:
    """Return the law that the options ask for; raises UsageError if they cannot be."""
    from jiugai.policy.law import law_of

    return law_of(place, day, readings=parse_readings(readings))


def parse_readings(readings: tuple[str, ...]) -> dict[str, str]:
    """Return `id=option` texts as a mapping; raises UsageError if one has no `=`."""
    found = {}
    for text in readings:
        id_, equals, option = text.partition("=")
        if not equals:
            raise UsageError(_("“{text}”应写成 规则编号=选项。").format(text=text))
        found[id_] = option
    return found
