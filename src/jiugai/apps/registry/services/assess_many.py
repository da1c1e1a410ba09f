"""Judge many estates at once with the core's register reader, a district at a time."""

from collections.abc import Sequence
from datetime import date
from typing import Final

import polars as pl
from django.db import connection

from jiugai.apps.registry.law import law_for
from jiugai.apps.registry.queries.frames import facts_frame
from jiugai.apps.registry.services.copied import copy_out, temporary
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
INSERT INTO registry_assessment (estate_id, division, day, digest, overall, met, not_met, unknown,
  missing)
SELECT a.estate_id, a.division, %s, %s, s.overall, s.met, s.not_met, s.unknown, s.missing
FROM assessed a JOIN sayings s USING (saying)"""
_TEXTS: Final = {KEY: pl.Int64(), "division": pl.String(), "facts": pl.String()}


def assess_many(ids: Sequence[int], *, day: date) -> int:
    """Judge estates again and keep what came of it; return how many."""
    if not ids:
        return 0
    estates = copy_out(
        "SELECT id, division, facts FROM registry_estate WHERE id = ANY({}) ORDER BY id",
        [list(ids)],
        _TEXTS,
    )
    buildings = copy_out(
        "SELECT estate_id, division, facts FROM registry_building WHERE estate_id = ANY({})",
        [list(ids)],
        _TEXTS,
    )
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM registry_assessment WHERE estate_id = ANY(%s)", [list(ids)])
    own = pl.col("division").str.slice(0, DISTRICT)
    for (district,), part in estates.group_by(own, maintain_order=True):
        below = buildings.filter(pl.col(KEY).is_in(part[KEY].implode()))
        _assess(part, below, law_for(str(district), day), day)
    return estates.height


def _assess(estates: pl.DataFrame, buildings: pl.DataFrame, law: Law, day: date) -> None:
    """Judge the estates of one district and keep what came of it."""
    children = {"building": facts_frame(buildings, Building)} if buildings.height else {}
    found = judge_estates(law, facts_frame(estates, Estate), children=children)
    outcomes = _outcomes(found)
    scope = {rule.id for rule in law.rules_on(topics=[Topic.SCOPE])}
    said = [(number, *_said(found, outcome, scope)) for number, *outcome in outcomes.iter_rows()]
    numbered = found.table.join(
        outcomes, on=list(found.rules), how="left", maintain_order="left", nulls_equal=True
    )
    rows = estates.select(KEY, "division").hstack([numbered["saying"]])
    temporary(pl.DataFrame(said, schema=list(_SAYINGS), orient="row"), "sayings", _SAYINGS)
    temporary(rows, "assessed", _ASSESSED)
    with connection.cursor() as cursor:
        cursor.execute(_INSERT, [day, law.book.digest])


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
