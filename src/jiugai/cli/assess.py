"""Judge every estate of some ledgers under the law of a place on a day."""

from __future__ import annotations

import sys
from collections import Counter
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from jiugai.cli import options
from jiugai.kernel.i18n import _

if TYPE_CHECKING:
    import polars as pl

    from jiugai.census.census import Census
    from jiugai.cli.ledgers import Ledgers
    from jiugai.policy.law import Law
    from jiugai.policy.verdicts import Verdicts


@click.command(
    help=_(
        "判定台账中的每个小区：哪些政策让它纳入、还缺什么，每个结论带条款。\n\n"
        "写出 verdicts.parquet、verdicts.jsonl、issues.csv、report.html 以及重算所需的一切。"
        "退出码：0 完成，1 有存疑之处（已列出），2 用法有误。"
    ),
)
@options.on_ledgers
@click.option(
    "--engine",
    type=click.Choice(["polars", "postgres", "spark"]),
    default="polars",
    show_default=True,
    help=_("在哪里计算整册判定；结论相同。"),
)
@click.option(
    "--database",
    default="",
    envvar="DATABASE_URL",
    help=_("postgres 引擎的数据库地址；不给时用内嵌的。"),
)
def assess(
    ledgers: tuple[Path, ...],
    place: str,
    day: date,
    out: Path,
    readings: tuple[str, ...],
    outlines: tuple[Path, ...],
    mapping: Path | None,
    engine: str,
    database: str,
) -> None:
    """Write the verdicts and the report."""
    from jiugai.cli.ledgers import read_for_command

    law = options.law_for(place, day, readings)
    ledgers_ = read_for_command(ledgers, place=place, outlines=outlines, mapping=mapping, day=day)
    verdicts = judge(ledgers_.census, law, engine=engine, database=database)
    write(out, ledgers_, law, verdicts)
    click.echo(_("结果在 {out}；先看 report.html。").format(out=out), err=True)
    sys.exit(ledgers_.exit_code)


def judge(census: Census, law: Law, *, engine: str = "polars", database: str = "") -> Verdicts:
    """Return the verdicts of every estate rule in force."""
    from jiugai.policy.engines import Engine
    from jiugai.policy.verdicts import judge_estates

    return judge_estates(
        law,
        census.estates,
        children=children_of(census),
        engine=Engine(engine),
        database=database,
    )


def children_of(census: Census) -> dict[str, pl.DataFrame]:
    """Return the tables below the estates that the ledgers had."""
    return {"building": census.buildings} if census.buildings.height else {}


def write(out: Path, ledgers: Ledgers, law: Law, verdicts: Verdicts) -> None:
    """Write everything that `assess` promises, or nothing."""
    from jiugai.cli.ledgers import write_issues
    from jiugai.policy.decision import decision_of, seal, write_evidence
    from jiugai.reporting.assessment import Assessment, write_report
    from jiugai.reporting.borders import areas_of
    from jiugai.reporting.folder import whole_folder
    from jiugai.reporting.jsonl import write_jsonl

    census = ledgers.census
    hashes = {source.file: source.sha256 for source in census.sources}
    tables = {"estate": census.estates, **children_of(census)}
    rows = Counter({source.file: 0 for source in census.sources})
    for source in census.sources:
        rows[source.file] += source.rows
    with whole_folder(out) as folder:
        write_evidence(folder, tables=tables, words=verdicts.words())
        write_jsonl(folder / "verdicts.jsonl", verdicts, census.estates)
        write_issues(folder, census)
        assessment = Assessment(
            law=law,
            estates=census.estates,
            children=children_of(census),
            verdicts=verdicts,
            issues=census.issues.frame,
            sources=tuple(rows.items()),
            outlines=areas_of(ledgers.outlines),
        )
        write_report(folder / "report.html", assessment)
        seal(folder, decision_of(law, hashes))
