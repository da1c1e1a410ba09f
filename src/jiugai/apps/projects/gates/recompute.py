"""Work out anew how gates stand, and write only what changed, with its history."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

import polars as pl
from django.db import connection, transaction

from jiugai.apps.accounts.models import Person
from jiugai.apps.projects.gates.judge import Register, registers
from jiugai.apps.projects.gates.read import (
    buildings_of,
    parts_of,
    projects_with_facts,
    states_of,
)
from jiugai.apps.projects.gates.tables import BETWEEN
from jiugai.apps.projects.models import Cause, Evidence
from jiugai.apps.registry.services.copied import temporary
from jiugai.policy.key import KEY

_COLUMNS: Final = {
    "project_id": "bigint",
    "rule": "text",
    "division": "text",
    "before": "text",
    "verdict": "text",
    "because": "text",
    "missing": "text",
    "facts": "text",
    "digest": "text",
}
#: The projects are locked: who had no state before has none now, and plain rows go in quickly.
_ADD: Final = """
INSERT INTO projects_gatestate
  (project_id, rule, division, verdict, since, because, missing, digest)
SELECT project_id, rule, division, verdict, %(day)s,
  coalesce(string_to_array(nullif(because, ''), '|'), '{}'),
  coalesce(string_to_array(nullif(missing, ''), '|'), '{}'), digest
FROM gates_changed WHERE verdict <> '' AND before = ''"""
_CHANGE: Final = """
UPDATE projects_gatestate s SET verdict = c.verdict,
  because = coalesce(string_to_array(nullif(c.because, ''), '|'), '{}'),
  missing = coalesce(string_to_array(nullif(c.missing, ''), '|'), '{}'),
  digest = c.digest, division = c.division,
  since = CASE WHEN s.verdict = c.verdict THEN s.since ELSE %(day)s END
FROM gates_changed c
WHERE c.verdict <> '' AND c.before <> '' AND s.project_id = c.project_id AND s.rule = c.rule"""
_DROP: Final = """
DELETE FROM projects_gatestate s USING gates_changed c
WHERE c.verdict = '' AND s.project_id = c.project_id AND s.rule = c.rule"""
#: What is first seen and still open is no event: nothing happened yet.
_TELL: Final = """
INSERT INTO projects_gateevent (project_id, rule, division, at, day, before, after, cause,
  by_id, evidence_id, facts, digest)
SELECT project_id, rule, division, now(), %(day)s, before, verdict, %(cause)s,
  %(by)s, %(evidence)s, facts::jsonb, digest
FROM gates_changed WHERE before <> verdict AND NOT (before = '' AND verdict = 'unknown')"""


@dataclass(frozen=True, slots=True)
class Why:
    """What made gates change: by whose hand, with which evidence."""

    cause: Cause = Cause.FACTS
    by: Person | None = None
    evidence: Evidence | None = None


#: Nobody's hand: facts came in another way, or the law changed.
FACTS_CHANGED: Final = Why()


@transaction.atomic
def recompute(projects: Sequence[int], *, day: date, why: Why = FACTS_CHANGED) -> int:
    """Work out the gates of projects anew; return how many states were written.

    The projects stay locked for this transaction, so that two of these follow one another.
    """
    ids = lock(projects)
    if not ids:
        return 0
    rows = projects_with_facts(ids)
    buildings = buildings_of(rows)
    kept = states_of(ids, BETWEEN)
    written = 0
    for register in registers(rows, buildings, parts_of(ids), day=day):
        changed = _changed(register, kept)
        written += changed.height
        if changed.height:
            _write(changed, day, why)
    return written


def lock(projects: Sequence[int]) -> list[int]:
    """Lock projects for this transaction, in one order for everybody; return those there are."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT id FROM projects_project WHERE id = ANY(%s) ORDER BY id FOR NO KEY UPDATE",
            [list(projects)],
        )
        return [pk for (pk,) in cursor.fetchall()]


def _changed(register: Register, kept: pl.DataFrame) -> pl.DataFrame:
    """Return the states that are new, other than before, or no longer asked (verdict '')."""
    key = ["project_id", "rule"]
    own = kept.filter(pl.col("project_id").is_in(register.projects[KEY].implode()))
    both = register.judged().join(own, on=key, how="left", suffix="_before")
    parts = ["verdict", "because", "missing"]
    differs = pl.any_horizontal(pl.col(one).ne_missing(pl.col(f"{one}_before")) for one in parts)
    changed = both.filter(differs).select(
        *key, pl.col("verdict_before").fill_null("").alias("before"), *parts
    )
    gone = own.join(both, on=key, how="anti").select(
        *key,
        pl.col("verdict").alias("before"),
        *(pl.lit("").alias(one) for one in parts),
    )
    return _with_grounds(register, pl.concat([changed, gone]))


def _with_grounds(register: Register, changed: pl.DataFrame) -> pl.DataFrame:
    divisions = register.projects.select(pl.col(KEY).alias("project_id"), "division")
    parts = [
        _grounded(register, str(rule), part)
        for (rule,), part in changed.group_by("rule", maintain_order=True)
    ]
    found = pl.concat(parts) if parts else _plain(changed, "")
    return found.join(divisions, on="project_id", how="left").select(list(_COLUMNS))


def _grounded(register: Register, rule: str, part: pl.DataFrame) -> pl.DataFrame:
    """Return states of one gate with what it read; one that is no longer asked reads nothing."""
    asked, gone = part.filter(pl.col("verdict") != ""), part.filter(pl.col("verdict") == "")
    if not asked.height:
        return _plain(gone, register.law.book.digest)
    grounds = register.grounds(rule, asked["project_id"])
    return pl.concat(
        [
            asked.join(grounds, on="project_id", how="left"),
            _plain(gone, register.law.book.digest),
        ]
    )


def _plain(part: pl.DataFrame, digest: str) -> pl.DataFrame:
    return part.with_columns(facts=pl.lit("{}"), digest=pl.lit(digest))


def _write(changed: pl.DataFrame, day: date, why: Why) -> None:
    temporary(changed, "gates_changed", _COLUMNS, joined=False)
    said: dict[str, Any] = {
        "day": day,
        "cause": why.cause.value,
        "by": why.by.pk if why.by else None,
        "evidence": why.evidence.pk if why.evidence else None,
    }
    with connection.cursor() as cursor:
        for statement in (_ADD, _CHANGE, _DROP, _TELL):
            cursor.execute(statement, said)
