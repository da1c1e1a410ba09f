"""Run the main job on the made-up district that ships with jiugai."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Final

import click

from jiugai.kernel.i18n import _

SAMPLE: Final = Path(__file__).parent.parent / "sample"
LEDGERS: Final = ("示范区小区台账.xlsx", "示范区街道补充台账.csv")
BUDGET: Final = "示范区预算.xlsx"
PLACE: Final = "110199"
DAY: Final = date(2026, 6, 1)
YEARS: Final = 3
SECONDS: Final = 10.0


@click.command(help=_("用随附的示范区（虚构）跑一遍判定和计划，并说明到哪里看。"))
@click.option(
    "--out",
    default="out",
    show_default=True,
    type=click.Path(file_okay=False, path_type=Path),
    help=_("输出文件夹。"),
)
def demo(out: Path) -> None:
    """Assess and plan the sample; doubtful cells in it are part of the show, so exit 0."""
    from jiugai.cli import assess, plan
    from jiugai.cli.ledgers import read_for_command
    from jiugai.cli.plan_search import with_search
    from jiugai.policy.law import law_of

    law = law_of(PLACE, DAY)
    click.echo(_("示范区为虚构，数据仅供演示。"), err=True)
    found = read_for_command([SAMPLE / name for name in LEDGERS], place=PLACE, day=DAY)
    assess.write(out / "assess", found, law, assess.judge(found.census, law))
    terms = plan.terms_for(
        law, seconds=SECONDS, strict=False, carry=False, capacity="", weights=None
    )
    terms = with_search(terms, last=None, changes=None, curve=SECONDS, ways=SECONDS)
    made = plan.make(found.census, law, budget=str(SAMPLE / BUDGET), years=YEARS, terms=terms)
    plan.write(out / "plan", made, found)
    click.echo(plan.told(made), err=True)
    click.echo(_("用浏览器打开："), err=True)
    for page in (out / "assess" / "report.html", out / "plan" / "map.html"):
        click.echo(str(page.resolve()))
    click.echo(_("表格在 {path}。").format(path=(out / "plan" / "plan.xlsx").resolve()), err=True)
