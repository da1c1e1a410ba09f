"""Lay plans side by side: what each comes to, and who is in which."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from jiugai.cli import options
from jiugai.kernel.errors import UsageError
from jiugai.kernel.i18n import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jiugai.planning.comparing.compare import Comparison, Moved
    from jiugai.planning.record import PlanRecord
    from jiugai.reporting.changes_page import ChangesSheet, Figure, Line, ListOf


@click.command(
    help=_(
        "把两份以上的计划并列对照：效益与差距、小区、户数、各年各来源资金、公平、谁进谁出。\n\n"
        "PLAN 是 jiugai plan 的输出文件夹（或其中的 plan.json）。写出 comparison.json、"
        "comparison.csv、comparison.xlsx、comparison.html。差别小于求解差距时照实说明。"
    ),
)
@click.argument("plans", metavar="PLAN...", nargs=-1, type=click.Path(path_type=Path))
@options.out
def compare(plans: tuple[Path, ...], out: Path) -> None:
    """Write the comparison."""
    from jiugai.planning.comparing.compare import pairwise, said
    from jiugai.planning.record import read_record

    if len(plans) < 2:
        raise UsageError(_("请给出两份以上的计划，如 jiugai compare 甲 乙 --out 对照。"))
    records = _named_apart([read_record(path) for path in plans])
    found = pairwise(records)
    write(out, records, found)
    for pair in found:
        click.echo(said(pair), err=True)
    click.echo(_("结果在 {out}；先看 comparison.html。").format(out=out), err=True)


def _named_apart(records: Sequence[PlanRecord]) -> list[PlanRecord]:
    """Return the plans with a number behind names that would be the same."""
    from dataclasses import replace

    twice = {name for name, n in Counter(one.name for one in records).items() if n > 1}
    return [
        replace(one, name=f"{one.name}#{index}") if one.name in twice else one
        for index, one in enumerate(records, 1)
    ]


def write(out: Path, plans: Sequence[PlanRecord], found: Sequence[Comparison]) -> None:
    """Write everything that `compare` promises, or nothing."""
    from jiugai.kernel.book import workbook
    from jiugai.planning.comparing.compare import said
    from jiugai.planning.output import comparison as files
    from jiugai.reporting.changes_page import render_changes
    from jiugai.reporting.folder import whole_folder

    tables = [files.figures_table(plans), files.money_table(plans), files.pairs_table(found)]
    summary = [(_("结论"), said(pair)) for pair in found]
    summary += [(_("说明"), remark) for pair in found for remark in pair.remarks]
    book = workbook(
        _("计划对照"), summary, [*tables, files.estates_table(found)], day=plans[0].day
    )
    with whole_folder(out) as folder:
        text = files.comparison_json(plans, found)
        (folder / "comparison.json").write_text(text, encoding="utf-8")
        lines = files.comparison_csv(plans, found)
        (folder / "comparison.csv").write_bytes(lines.encode("utf-8-sig"))
        (folder / "comparison.xlsx").write_bytes(book)
        page = render_changes(sheet_of(plans, found))
        (folder / "comparison.html").write_text(page, encoding="utf-8")


def sheet_of(plans: Sequence[PlanRecord], found: Sequence[Comparison]) -> ChangesSheet:
    """Return the comparison as its page shows it."""
    from jiugai.planning.comparing.compare import said
    from jiugai.planning.output import comparison as files
    from jiugai.reporting.changes_page import ChangesSheet

    remarks = [remark for pair in found for remark in pair.remarks]
    return ChangesSheet(
        place=plans[0].place,
        title=_("计划对照"),
        lead=" · ".join(plan.name for plan in plans),
        figures=tuple(_figures(plans)),
        said=(*(said(pair) for pair in found), *dict.fromkeys(remarks)),
        tables=(files.figures_table(plans), files.money_table(plans), files.pairs_table(found)),
        listed=_listed(found),
    )


def _figures(plans: Sequence[PlanRecord]) -> list[Figure]:
    from jiugai.kernel import counts
    from jiugai.kernel.money import grouped
    from jiugai.reporting.changes_page import Figure

    return [
        Figure(
            f"{plan.milli / 1000:,.0f}",
            _("“{name}”的效益；{estates}、{households}、{cost} 万元").format(
                name=plan.name,
                estates=counts.estates(len(plan.chosen)),
                households=counts.households(plan.households),
                cost=grouped(plan.cost),
            ),
        )
        for plan in plans
    ]


def _listed(found: Sequence[Comparison]) -> ListOf:
    from jiugai.planning.comparing.compare import Move, move_title
    from jiugai.reporting.changes_page import Filter, ListOf

    kinds = [move for move in Move if move is not Move.SAME]
    named = [f"{pair.first.name} → {pair.second.name}" for pair in found]
    by_kind = Filter(_("变化"), tuple(map(move_title, kinds)))
    several = (Filter(_("对照"), tuple(named)),) if len(found) > 1 else ()
    lines = [
        _line(pair, one, kinds.index(one.move), index if several else None)
        for index, pair in enumerate(found)
        for one in pair.moved
        if one.move is not Move.SAME
    ]
    heads = (_("小区"), _("街道"), _("变化"), _("原安排"), _("新安排"), _("说明"))
    return ListOf(heads, lines, (by_kind, *several), "comparison.csv")


def _line(pair: Comparison, one: Moved, kind: int, at: int | None) -> Line:
    from jiugai.planning.comparing.compare import move_title
    from jiugai.planning.output.comparison import arranged, why_out
    from jiugai.reporting.changes_page import Line

    between = "" if at is None else f"{pair.first.name} → {pair.second.name}"
    cells = (
        (one.name, one.id),
        (one.street, ""),
        (move_title(one.move), between),
        (arranged(one.before), ""),
        (arranged(one.after), ""),
        (why_out(pair, one.id), ""),
    )
    return Line(cells, ((kind,),) if at is None else ((kind,), (at,)))
