"""The files of a tally: result.json, result.csv, ballots.csv and result.xlsx."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from fractions import Fraction
from pathlib import Path
from typing import Any, Final

import polars as pl

from jiugai.consent.ballot_table import ballot_table
from jiugai.consent.electorate import COUNTING
from jiugai.consent.marks import Choice
from jiugai.consent.result import Alternative, Outcome, Result
from jiugai.consent.said import metres, trace_told
from jiugai.consent.shares import Requirement
from jiugai.consent.standing import Standing
from jiugai.consent.vote_book import outcome_table, vote_workbook

FORMAT: Final = "jiugai.vote.1"


def write_result(folder: Path, result: Result, digests: Mapping[str, str]) -> None:
    """Write the files of a tally; `digests` names each file that was read with its SHA-256."""
    text = json.dumps(_content(result, digests), ensure_ascii=False, indent=2)
    (folder / "result.json").write_text(text + "\n", encoding="utf-8")
    table = outcome_table(result)
    rows = pl.DataFrame(
        table.texts(), schema=[column.heading for column in table.columns], orient="row"
    )
    rows.write_csv(folder / "result.csv", include_bom=True)
    ballots = ballot_table(result)
    ballots.write_csv(folder / "ballots.csv", include_bom=True)
    (folder / "result.xlsx").write_bytes(vote_workbook(result, ballots))


def _content(result: Result, digests: Mapping[str, str]) -> dict[str, Any]:
    law = result.law
    term = result.publication
    codes = pl.Series(result.standing).value_counts(sort=True)
    names = ((_standing(code), count) for code, count in codes.iter_rows())
    return {
        "format": FORMAT,
        "place": law.place,
        "day": law.day.isoformat(),
        "rulebook": law.book.digest,
        "documents": [document.id for document in law.documents],
        "readings": {id_: law.readings[id_] for id_ in _readings(result)},
        "files": dict(digests),
        "body": result.body.value,
        "opens": _moment(result.window.opens),
        "closes": _moment(result.window.closes),
        "roll": {"flats": result.roll.flats.height, "area_m2": metres(result.roll.area)},
        "ballots": {"all": len(result.standing), **dict(names)},
        "outcomes": [_outcome(one, result) for one in result.outcomes],
        "publication": term
        and {"days": term.days, "due": term.due.isoformat(), "clause": str(term.clause)},
        "notes": list(result.notes),
    }


def _standing(code: int) -> str:
    return Standing(code).name.lower()


def _readings(result: Result) -> list[str]:
    told = (one.reading for outcome in result.outcomes for one in outcome.alternatives)
    return list(dict.fromkeys([*told, *COUNTING]))


def _moment(moment: datetime | None) -> str | None:
    return moment.isoformat(sep=" ") if moment else None


def _outcome(one: Outcome, result: Result) -> dict[str, Any]:
    area = one.needed.area
    return {
        "item": one.item,
        "matter": one.matter.value,
        "body": one.body,
        "carried": one.carried,
        "rule": one.finding.rule.id,
        "because": [str(clause) for clause in one.finding.because],
        "area_m2": {c.name.lower(): _exact(one.count.area[c], 100) for c in Choice},
        "heads": {c.name.lower(): one.count.heads[c] for c in Choice},
        "silent_follow": one.vote.followed and one.vote.followed.name.lower(),
        "facts": one.vote.facts,
        "area_unit": f"1/{one.vote.per} dm²",
        "requirements": [_requirement(each) for each in one.requirements],
        "still_needed": {
            "area_m2": None if area is None else _exact(Fraction(area, one.vote.per), 100),
            "heads": one.needed.heads,
        },
        "trace": trace_told(one, result.law),
        "other_readings": [_alternative(each) for each in one.alternatives],
    }  # fmt: skip


def _exact(number: Fraction, per: int) -> str:
    """Return a number as a decimal where it is one, else as a fraction."""
    exact = Fraction(number) / per
    whole, rest = divmod(exact * 100, 100)
    return f"{whole}.{int(rest):02d}" if rest.denominator == 1 else str(exact)


def _requirement(one: Requirement) -> dict[str, Any]:
    return {
        "part": one.part.name,
        "whole": one.whole.name,
        "count": one.count,
        "base": one.base,
        "share": None if one.share is None else str(one.share),
        "percent": one.percent,
        "asks": f"{one.op} {one.threshold}",
        "met": one.met,
        "over": None if one.over is None else str(one.over),
        "spare": one.spare,
        "clause": one.clause and str(one.clause),
    }


def _alternative(one: Alternative) -> dict[str, Any]:
    return {
        "reading": one.reading,
        "clause": str(one.clause),
        "taken": one.taken,
        "option": one.option,
        "carried": one.carried,
        "differs": one.differs,
        "bears": one.bears,
        "why": one.why,
    }
