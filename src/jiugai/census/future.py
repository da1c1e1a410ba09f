"""Years that have not come yet cannot be when something was built or finished."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Final

import polars as pl

from jiugai.census.census import Census
from jiugai.census.issues import Issue, IssueKind, IssueLog, said_of_cell
from jiugai.kernel.i18n import _
from jiugai.policy.vocabulary import Estate
from jiugai.policy.vocabulary.fact import Fact

PAST: Final = (Estate.built_year, Estate.retrofit_year)


def without_future(census: Census, day: date) -> Census:
    """Return the census with years after `day` taken out of past facts, each one an issue."""
    log = IssueLog()
    for fact in PAST:
        for issue in _too_late(census, fact, day):
            log.add(issue)
    if not log.singles:
        return census
    files = list(dict.fromkeys(source.file for source in census.sources))
    log.frames.append(census.issues.frame)
    kept = [
        pl.when(pl.col(fact.name) <= day.year).then(pl.col(fact.name)).alias(fact.name)
        for fact in PAST
    ]
    return replace(census, estates=census.estates.with_columns(kept), issues=log.issues(files))


def _too_late(census: Census, fact: Fact, day: date) -> Iterator[Issue]:
    late = census.estates.filter(pl.col(fact.name) > day.year)
    origins = census.provenance.frame(fact.name)
    found = late.select("estate_id", value=fact.name).join(
        origins, on="estate_id", maintain_order="left"
    )
    for line in found.iter_rows(named=True):
        remedy = _("晚于判定日期 {day}，未采用；请核对原件").format(day=day)
        yield Issue(
            file=line["file"],
            sheet=line["sheet"],
            row=line["row"],
            column=line["heading"],
            value=str(line["value"]),
            kind=IssueKind.OUT_OF_RANGE,
            advice=said_of_cell(line["row"], line["heading"], str(line["value"]), remedy),
            cell=f"{line['column']}{line['row']}",
        )
