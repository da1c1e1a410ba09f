"""Work out whether a project pays itself: the small-profit model."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from jiugai.cli import options
from jiugai.kernel.i18n import _, listed

if TYPE_CHECKING:
    from jiugai.finance.profit.sensitivity import Factor
    from jiugai.finance.profit.study import Study
    from jiugai.policy.law import Law


def write_template(path: Path) -> None:
    """Write the workbook that an office fills in."""
    from jiugai.finance.profit.template import write_template as write

    write(path)


@click.command(
    help=_(
        "测算微利可持续：分年现金流、净现值、内部收益率、回收期、敏感性、盈亏平衡，多个方案并列。\n\n"
        "FILE 是一张表（xlsx 或 csv），一行一项投资、补助、贷款、收入或成本。"
        "写出 finance.html、finance.xlsx、finance.json。"
        "给出 --place 和 --day 时，社区服务的税收优惠按当地当日的规则判定。"
    )
)
@click.argument("file", metavar="FILE", type=click.Path(dir_okay=False, path_type=Path))
@click.option(
    "--place", default="", metavar="CODE", help=_("区划代码，如 110105；与 --day 同用。")
)
@click.option("--day", type=options.Day(), help=_("判定税收优惠所依据的日期。"))
@options.readings
@click.option(
    "--taxes",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help=_("改变税率的文件（YAML），只写要改的几项。"),
)
@click.option(
    "--grid",
    default=_("收入,投资"),
    show_default=True,
    metavar="A,B",
    help=_("双因素分析的两个因素：收入、成本、投资、贷款利率、出租率。"),
)
@options.out
@options.template(write_template)
def finance(
    file: Path,
    place: str,
    day: date | None,
    readings: tuple[str, ...],
    taxes: Path | None,
    grid: str,
    out: Path,
) -> None:
    """Write the study of every way of doing it."""
    from jiugai.finance.profit.rates import read_rates, shipped_rates
    from jiugai.finance.profit.read import read_models
    from jiugai.finance.profit.study import study, write_study
    from jiugai.reporting.folder import whole_folder

    rates = read_rates(taxes) if taxes else shipped_rates()
    across, law = _factors(grid), _law(place, day, readings)
    models = read_models(file, rates=rates)
    studies = [study(model, rates=rates, law=law, across=across) for model in models]
    title = _("微利可持续测算：{file}").format(file=file.stem)
    # A workbook wants a day of its own; without a law the first year's is as good as any.
    made = day or date(models[0].first, 1, 1)
    with whole_folder(out) as folder:
        write_study(folder, studies, title=title, day=made, rates=rates)
        page = _page(title, studies, law, rates)
        (folder / "finance.html").write_text(page, encoding="utf-8")
    for one in studies:
        click.echo(told(one), err=True)
    click.echo(_("结果在 {out}；先看 finance.html。").format(out=out), err=True)


def _law(place: str, day: date | None, readings: tuple[str, ...]) -> Law | None:
    from jiugai.kernel.errors import UsageError

    if bool(place) != bool(day):
        raise UsageError(_("--place 和 --day 要一起给出。"))
    return options.law_for(place, day, readings) if place and day else None


def _factors(text: str) -> tuple[Factor, Factor]:
    from jiugai.finance.profit.sensitivity import TITLES
    from jiugai.kernel.errors import UsageError
    from jiugai.kernel.headings import by_word, half, word

    known = by_word({factor: (title, factor) for factor, title in TITLES.items()})
    found = [known.get(word(part)) for part in half(text).split(",")]
    if len(found) != len(("row", "column")) or None in found or found[0] is found[1]:
        raise UsageError(
            _("--grid “{text}”应是两个不同的因素，如 收入,投资；可选：{known}。").format(
                text=text, known=listed(_(title) for title in TITLES.values())
            )
        )
    return found[0], found[1]  # type: ignore[return-value]


def told(one: Study) -> str:
    """Return an outcome in one sentence."""
    from jiugai.finance.profit.tables import band_words, rate_words, years_words
    from jiugai.kernel.money import in_wan

    outcome = one.outcome
    return _(
        "{name}：项目净现值 {npv} 万元，内部收益率 {irr}（{band}），静态回收期 {years}。"
    ).format(
        name=outcome.model.name,
        npv=in_wan(outcome.npv),
        irr=rate_words(outcome.rates, outcome.model),
        band=band_words(outcome),
        years=years_words(outcome.payback),
    )


def _page(title: str, studies: list[Study], law: Law | None, rates: object) -> str:
    from jiugai.cli.finance_view import way_of
    from jiugai.finance.profit.study import notes
    from jiugai.finance.profit.tables import comparison
    from jiugai.kernel.division import division
    from jiugai.reporting.finance_page import render_finance

    lead = _("没有给出地区和日期，未计税收优惠") if law is None else ""
    if law is not None:
        lead = _("{place}，按 {day} 现行文件").format(place=division(law.place), day=law.day)
    return render_finance(
        title,
        lead,
        [way_of(one) for one in studies],
        comparison=comparison([one.outcome for one in studies]),
        notes=notes(studies, rates),  # type: ignore[arg-type]
    )
