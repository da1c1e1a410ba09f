"""Judge many estates at once with the core's register reader, a district at a time."""

import json
from collections.abc import Sequence
from datetime import date
from typing import Final, NamedTuple

import polars as pl
from django.db import connection

from jiugai.apps.registry.law import LawKey, key_for, law_by
from jiugai.apps.registry.queries.frames import facts_frame
from jiugai.apps.registry.services.copied import copy_out, temporary
from jiugai.kernel.ahead import ahead
from jiugai.kernel.division import DISTRICT
from jiugai.kernel.verdict import Verdict
from jiugai.policy.key import KEY
from jiugai.policy.law import Law
from jiugai.policy.overall import overall_of
from jiugai.policy.rule import Topic
from jiugai.policy.verdicts import Verdicts, judge_estates
from jiugai.policy.vocabulary import Building, Estate

#: Row security takes no COPY, so they come by way of temporary tables: what was said, each
#: different saying once, and of which estates.
_SAYINGS: Final = {
    "saying": "bigint",
    "overall": "text",
    "met": "text[]",
    "not_met": "text[]",
    "unknown": "text[]",
    "missing": "text[]",
}
_ASSESSED: Final = {"estate_id": "bigint", "division": "text", "saying": "bigint"}
_INSERT: Final = """
INSERT INTO registry_assessment (estate_id, division, day, digest, readings, overall,
  met, not_met, unknown, missing)
SELECT a.estate_id, a.division, %s, %s, %s::jsonb, s.overall,
  s.met, s.not_met, s.unknown, s.missing
FROM assessed a JOIN sayings s USING (saying)"""
_DISTRICTS: Final = """
SELECT DISTINCT left(division, %s) FROM registry_estate WHERE id IN (TABLE judged) ORDER BY 1"""
#: Estates of which no district is known lie in the city itself, not in all of its districts.
_HERE: Final = """
e.id IN (TABLE judged) AND e.division >= {} AND e.division < {} AND left(e.division, {}) = {}"""
_ESTATES: Final = f"""
SELECT e.id, e.division, e.facts FROM registry_estate e WHERE {_HERE} ORDER BY e.id"""  # noqa: S608 - words of ours
_BUILDINGS: Final = f"""
SELECT b.estate_id, b.division, b.facts
FROM registry_building b JOIN registry_estate e ON e.id = b.estate_id WHERE {_HERE}"""  # noqa: S608 - words of ours
_TEXTS: Final = {KEY: pl.Int64(), "division": pl.String(), "facts": pl.String()}


def assess_many(ids: Sequence[int], *, day: date) -> int:
    """Judge estates again and keep what came of it; return how many."""
    if not ids:
        return 0
    temporary(pl.DataFrame({"id": ids}, schema={"id": pl.Int64}), "judged", {"id": "bigint"})
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM registry_assessment WHERE estate_id IN (TABLE judged)")
        cursor.execute(_DISTRICTS, [DISTRICT])
        districts = [str(code) for (code,) in cursor.fetchall()]
    count = 0
    for judged in ahead(_judged, (_read(one, key_for(one, day)) for one in districts)):
        _keep(judged, day)
        count += judged.rows.height
    return count


class _Known(NamedTuple):
    """The estates of a district with their buildings, and its law."""

    key: LawKey
    law: Law
    estates: pl.DataFrame
    buildings: pl.DataFrame


class _Judged(NamedTuple):
    """What the law of a district says: each saying once, and of which estates."""

    key: LawKey
    law: Law
    sayings: pl.DataFrame
    rows: pl.DataFrame


def _read(district: str, key: LawKey) -> _Known:
    within = [district, district + ":", DISTRICT, district]
    return _Known(
        key, law_by(key), *(copy_out(query, within, _TEXTS) for query in (_ESTATES, _BUILDINGS))
    )


def _judged(known: _Known) -> _Judged:
    """Judge the estates of one district."""
    key, law, estates, buildings = known
    children = {"building": facts_frame(buildings, Building)} if buildings.height else {}
    found = judge_estates(law, facts_frame(estates, Estate), children=children)
    outcomes = _outcomes(found)
    scope = {rule.id for rule in law.rules_on(topics=[Topic.SCOPE])}
    said = [(number, *_said(found, outcome, scope)) for number, *outcome in outcomes.iter_rows()]
    numbered = found.table.join(
        outcomes, on=list(found.rules), how="left", maintain_order="left", nulls_equal=True
    )
    rows = estates.select(KEY, "division").hstack([numbered["saying"]])
    return _Judged(key, law, pl.DataFrame(said, schema=list(_SAYINGS), orient="row"), rows)


def _keep(judged: _Judged, day: date) -> None:
    """Keep what came of the estates of one district."""
    temporary(judged.sayings, "sayings", _SAYINGS)
    temporary(judged.rows, "assessed", _ASSESSED)
    with connection.cursor() as cursor:
        chosen = json.dumps(dict(judged.key.readings))
        cursor.execute(_INSERT, [day, judged.law.book.digest, chosen])


def _outcomes(found: Verdicts) -> pl.DataFrame:
    """Return each different set of reasons once, numbered."""
    return found.table.drop(KEY).unique(maintain_order=True).with_row_index("saying")


def _said(found: Verdicts, outcome: Sequence[int], scope: set[str]) -> list[str]:
    reasons = {
        rule: found.reasons[rule][index] for rule, index in zip(found.rules, outcome, strict=True)
    }
    by_verdict = {
        verdict: sorted(rule for rule, reason in reasons.items() if reason.verdict == verdict)
        for verdict in Verdict
    }
    missing = sorted({fact for reason in reasons.values() for fact in reason.missing})
    overall = overall_of(reasons[rule].verdict for rule in reasons if rule in scope)
    lists = [by_verdict[v] for v in (Verdict.MET, Verdict.NOT_MET, Verdict.UNKNOWN)]
    return [overall.value, *map(_array, [*lists, missing])]


def _array(words: Sequence[str]) -> str:
    """Return names as PostgreSQL writes an array; they hold neither quotes nor braces."""
    return "{" + ",".join(f'"{word}"' for word in words) + "}"
