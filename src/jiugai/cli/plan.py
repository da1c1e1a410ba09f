"""Choose years and works for every estate within the money."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from jiugai.cli import options
from jiugai.cli.plan_blocks import blocks_shown, on_blocks, told_blocks, with_blocks
from jiugai.cli.plan_figures import on_figures, told_figures, with_figures
from jiugai.cli.plan_search import (
    changes_shown,
    curve_shown,
    on_search,
    told_search,
    watching,
    with_search,
    with_way,
)
from jiugai.kernel.i18n import _, listed, ngettext

if TYPE_CHECKING:
    from jiugai.census.census import Census
    from jiugai.cli.ledgers import Ledgers
    from jiugai.cli.options import F
    from jiugai.planning.blocks.blocks import Blocks
    from jiugai.planning.plan import Plan
    from jiugai.planning.pool.candidates import Candidate
    from jiugai.planning.pool.entry import Where
    from jiugai.planning.search.watch import Watch
    from jiugai.planning.terms import Terms
    from jiugai.policy.entries import Works
    from jiugai.policy.law import Law
    from jiugai.reporting.plan_page import PlannedEstate, PlanSheet


_seconds = click.option(
    "--seconds",
    type=click.FloatRange(min=0.1),
    default=20.0,
    show_default=True,
    help=_("最多求解多少秒；到时给出已有的最好计划和差距。"),
)
_strict = click.option("--strict", is_flag=True, help=_("证据不足的小区不进计划。"))
_carry = click.option("--carry", is_flag=True, help=_("当年未用完的资金可结转下一年。"))
_capacity = click.option(
    "--capacity",
    default="",
    metavar="NAME=N,…",
    help=_("每年最多开工多少，如 小区=80,户=20000,街道小区=10,街道户=3000。"),
)
_demands = click.option(
    "--demands",
    type=click.Path(dir_okay=False, path_type=Path),
    help=_("各项要求的文件：配额、锁定、排除、企业产能、试点（csv 或 xlsx）。"),
)
_weights = click.option(
    "--weights",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help=_("改变打分权重的文件（YAML），只写要改的几项。"),
)


def on_terms(command: F) -> F:
    """Add the options about what a plan keeps to."""
    for option in (_weights, _demands, _capacity, _carry, _strict, _seconds):
        command = option(command)
    return on_figures(on_blocks(command))


@click.command(
    help=_(
        "在资金之内编制多年计划：选哪些小区、哪一年、做哪几类，未选的逐个说明原因。\n\n"
        "写出 plan.json、plan.csv、packages.csv、plan.xlsx、map.html。"
        "规则明确不纳入的小区不进计划；证据不足的保留并注明，--strict 则不保留。退出码同 assess。"
    ),
)
@options.on_ledgers
@click.option(
    "--budget",
    required=True,
    metavar="FILE|AMOUNT",
    help=_("预算文件，或整个计划期的金额，如 12.8亿、60000万、600000000（元），平均分到各年。"),
)
@click.option(
    "--years",
    required=True,
    type=click.IntRange(1, 10),
    help=_("计划年数；第一年是 --day 所在的年份。"),
)
@on_terms
@on_search
def plan(
    ledgers: tuple[Path, ...],
    place: str,
    day: date,
    out: Path,
    readings: tuple[str, ...],
    outlines: tuple[Path, ...],
    mapping: Path | None,
    budget: str,
    years: int,
    last: Path | None,
    changes: int | None,
    curve: float,
    ways: float,
    **asked: Any,
) -> None:
    """Write the plan."""
    from jiugai.cli.ledgers import read_for_command

    law = options.law_for(place, day, readings)
    terms = terms_asked(law, years=years, **asked)
    terms = with_search(terms, last=last, changes=changes, curve=curve, ways=ways)
    found = read_for_command(ledgers, place=place, outlines=outlines, mapping=mapping, day=day)
    with watching() as watch:
        made = make(found.census, law, budget=budget, years=years, terms=terms, watch=watch)
    blocks = write(out, made, found)
    for remark in made.budget.remarks:
        click.echo(remark, err=True)
    for sentence in (
        *told_figures(made),
        *told_blocks(made, blocks),
        *told_search(made),
        told(made),
    ):
        click.echo(sentence, err=True)
    click.echo(_("结果在 {out}；先看 map.html 和 plan.xlsx。").format(out=out), err=True)
    sys.exit(found.exit_code)


def terms_asked(
    law: Law,
    *,
    years: int,
    demands: Path | None,
    scoring: str | None,
    assumptions: Path | None,
    barriers: Path | None,
    packages: str,
    **asked: Any,
) -> Terms:
    """Return what the options of `on_terms` ask of a plan under a law.

    Raises UsageError or InputError if one of them cannot be read.
    """
    terms = with_demands(terms_for(law, **asked), demands, first=law.day.year, years=years)
    terms = with_figures(terms, scoring=scoring, assumptions=assumptions)
    return with_blocks(terms, barriers=barriers, packages=packages)


def terms_for(
    law: Law, *, seconds: float, strict: bool, carry: bool, capacity: str, weights: Path | None
) -> Terms:
    """Return what the options ask of the plan.

    Raises UsageError or InputError if the capacity or the weights cannot be read.
    """
    from jiugai.planning.model.capacity import NO_BOUND, read_capacity
    from jiugai.planning.need.weights import default_weights, read_weights
    from jiugai.planning.terms import terms_of

    return terms_of(
        law,
        seconds=seconds,
        strict=strict,
        carry=carry,
        capacity=read_capacity(capacity) if capacity else NO_BOUND,
        weights=read_weights(weights) if weights else default_weights(),
    )


def with_demands(terms: Terms, path: Path | None, *, first: int, years: int) -> Terms:
    """Return terms with the demands of a file, if there is one.

    Raises InputError if it cannot be used.
    """
    from dataclasses import replace

    from jiugai.planning.demands.read import read_demands
    from jiugai.planning.money.budget import horizon

    if path is None:
        return terms
    return replace(terms, demands=read_demands(path, years=horizon(first, years)))


def make(
    census: Census, law: Law, *, budget: str, years: int, terms: Terms, watch: Watch | None = None
) -> Plan:
    """Return the plan of a census."""
    from jiugai.cli.assess import children_of
    from jiugai.planning.plan import plan_estates
    from jiugai.planning.search.watch import unwatched

    return plan_estates(
        census.estates,
        law=law,
        budget=budget,
        years=years,
        terms=terms,
        children=children_of(census),
        where=where_in(census),
        watch=watch or unwatched,
    )


def where_in(census: Census) -> Where:
    """Return a function that tells from which cell a fact of an estate was read."""

    def where(estate: str, fact: str) -> str:
        origin = census.provenance.of(estate, fact)
        if origin is None:
            return ""
        return _("{file} 第 {row} 行").format(file=origin.file, row=origin.row)

    return where


def told(made: Plan) -> str:
    """Return the outcome in one sentence."""
    return ngettext(
        "列入 {chosen} 个小区，未列入 {left}；目标值 {objective:.1f}，与最优至多相差 {gap:.2%}。",
        len(made.chosen),
    ).format(
        chosen=len(made.chosen),
        left=len(made.left_out),
        objective=made.objective,
        gap=made.gap,
    )


def write(out: Path, made: Plan, found: Ledgers) -> Blocks:
    """Write everything that `plan` promises, or nothing; return what lies together in it."""
    from dataclasses import replace

    from jiugai.cli.ledgers import write_issues
    from jiugai.planning.blocks.blocks import blocks_of
    from jiugai.planning.output.files import write_plan
    from jiugai.reporting.folder import whole_folder
    from jiugai.reporting.plan_page import render_plan

    blocks = blocks_of(made)
    with whole_folder(out) as folder:
        write_plan(folder, made, blocks)
        write_issues(folder, found.census)
        page = render_plan(replace(sheet_of(made, found), blocks=blocks_shown(made, blocks)))
        (folder / "map.html").write_text(page, encoding="utf-8")
    return blocks


def sheet_of(made: Plan, found: Ledgers) -> PlanSheet:
    """Return a plan as its page shows it."""
    from jiugai.cli.plan_fairness import fairness_shown
    from jiugai.kernel.money import grouped
    from jiugai.planning.classes import CLASSES, class_title
    from jiugai.planning.model.problem import MILLI
    from jiugai.planning.output.money_table import money_lines
    from jiugai.reporting.borders import areas_of
    from jiugai.reporting.plan_page import PlanSheet

    heads = [
        _("年度"),
        _("资金来源"),
        _("可用于"),
        _("安排"),
        *map(class_title, CLASSES),
        _("结余"),
    ]
    money = [
        (
            str(line.year),
            line.title,
            listed(class_title(works) for works in CLASSES if works in line.classes),
            *(grouped(cents) for cents in (line.given, *line.paid, line.left)),
        )
        for line in money_lines(made)
    ]
    return PlanSheet(
        place=made.place,
        day=made.day,
        years=made.years,
        objective=made.objective,
        bound=made.bound / MILLI,
        gap=made.gap,
        binding=tuple(one.text for one in made.binding),
        money_heads=tuple(heads),
        money=tuple(money),
        estates=tuple(estates_of(made, found.census)),
        outlines=areas_of(found.outlines),
        fairness=fairness_shown(made),
        curve=curve_shown(made),
        changes=changes_shown(made),
    )


def estates_of(made: Plan, census: Census) -> list[PlannedEstate]:
    """Return every estate of the pool with its place, the chosen by year first."""
    from jiugai.planning.classes import class_title
    from jiugai.reporting.plan_page import PlannedEstate

    known = set(census.estates.columns)
    lon, lat = (
        census.estates[name].to_list() if name in known else [None] * census.estates.height
        for name in ("lon", "lat")
    )
    places = dict(zip(census.estates["estate_id"], zip(lon, lat, strict=True), strict=True))
    rows: list[tuple[Candidate, int | None, tuple[Works, ...], int, str]] = [
        (one.estate, one.year, one.works, one.cost, one.reason) for one in made.chosen
    ]
    ways = {way.estate: way for way in made.ways}
    for out in made.left_out:
        everything = sum(cents or 0 for cents in out.estate.gross)
        reason = with_way(out.reason, ways.get(out.estate.id))
        rows.append((out.estate, None, (), everything, reason))
    found = [
        PlannedEstate(
            id=estate.id,
            name=estate.name,
            street=estate.street_name,
            year=year,
            score=float(estate.score.points),
            cost=cost,
            households=estate.households,
            works=listed(class_title(one) for one in works),
            reason=reason,
            lon=places[estate.id][0],
            lat=places[estate.id][1],
        )
        for estate, year, works, cost, reason in rows
    ]
    return sorted(found, key=lambda one: (one.year or 9999, -one.score, one.id))
