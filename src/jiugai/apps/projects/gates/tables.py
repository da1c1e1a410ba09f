"""Frames of facts as rules read them, and of verdicts as gates are kept."""

from collections.abc import Sequence
from typing import Any, Final

import polars as pl

from jiugai.census.cells.readers import DTYPES
from jiugai.policy.key import KEY
from jiugai.policy.verdicts import Verdicts
from jiugai.policy.vocabulary.fact import Fact

#: Between the names of a list that is compared and stored as one text.
BETWEEN: Final = "|"
SCHEMA: Final = {
    "project_id": pl.Int64(),
    "rule": pl.String(),
    "verdict": pl.String(),
    "because": pl.String(),
    "missing": pl.String(),
}


def facts_in(rows: pl.DataFrame, column: str, facts: Sequence[Fact]) -> pl.DataFrame:
    """Return the key and kept facts as the columns that rules read."""
    keys = rows.select(pl.col(KEY).cast(pl.String))
    if not facts:
        return keys
    schema: dict[str, Any] = {fact.name: DTYPES[fact.kind] for fact in facts}
    known = rows[column].fill_null("{}").str.json_decode(pl.Struct(schema))
    return keys.hstack(known.struct.unnest())


def rows_of(found: Verdicts, rule: str) -> pl.DataFrame:
    """Return the verdicts of one rule as rows of SCHEMA; the key stands for the project."""
    reasons = found.reasons[rule]
    words = pl.DataFrame(
        {
            "rule": [rule] * len(reasons),
            "verdict": [one.verdict.value for one in reasons],
            "because": [BETWEEN.join(map(str, one.because)) for one in reasons],
            "missing": [BETWEEN.join(one.missing) for one in reasons],
        },
        schema={name: pl.String() for name in list(SCHEMA)[1:]},
    )
    projects = found.table.select(pl.col(KEY).cast(pl.Int64).alias("project_id"))
    return projects.hstack(words[found.table[rule]])


def as_json(names: Sequence[str]) -> pl.Expr:
    """Return columns of a row as one text of JSON."""
    return pl.struct(*names).struct.json_encode() if names else pl.lit("{}")
