"""The two readers side by side on the same facts."""

from collections.abc import Mapping, Sequence
from typing import Any

import ibis
import polars as pl

from jiugai.kernel.verdict import NAMES
from jiugai.policy.expressions import TYPES
from jiugai.policy.key import KEY
from jiugai.policy.register import judge_register
from jiugai.policy.rule import Rule
from jiugai.policy.vocabulary.fact import Subject

POLARS = {
    "boolean": pl.Boolean,
    "int64": pl.Int64,
    "float64": pl.Float64,
    "date": pl.Date,
    "string": pl.String,
}


def frame(
    subject: type[Subject], rows: Sequence[Mapping[str, Any]], keys: Sequence[str]
) -> pl.DataFrame:
    """Return facts as a table with a key."""
    columns: dict[str, pl.Series] = {KEY: pl.Series(keys, dtype=pl.String)}
    for fact in subject.facts():
        if fact.name != KEY:
            column = [row.get(fact.name) for row in rows]
            columns[fact.name] = pl.Series(column, dtype=POLARS[TYPES[fact.kind]])
    return pl.DataFrame(columns)


def tables(
    subject: type[Subject],
    rows: Sequence[Mapping[str, Any]],
    children: Sequence[type[Subject]],
) -> dict[str, pl.DataFrame]:
    """Return the rows and their children as tables."""
    keys = [str(index) for index in range(len(rows))]
    found = {"subject": frame(subject, rows, keys)}
    for child in children:
        name = child.__name__.lower()
        below = [(k, c) for k, row in zip(keys, rows, strict=True) for c in row.get(name) or ()]
        found[name] = frame(child, [c for _, c in below], [k for k, _ in below])
    return found


def register_verdicts(
    law: Any,
    rules: Sequence[Rule],
    connection: Any,
    children: Sequence[str],
) -> dict[str, list[str]]:
    """Return each rule's verdicts over the table `subject` of an Ibis connection, in key order."""
    judged = judge_register(
        law,
        connection.table("subject"),
        rules=rules,
        children={name: connection.table(name) for name in children},
    )
    found = judged.collect().sort(pl.col(KEY).cast(pl.Int64))
    return {rule.id: [NAMES[value] for value in found[rule.id]] for rule in rules}


def polars_connection(found: Mapping[str, pl.DataFrame]) -> Any:
    """Return an Ibis connection over frames in memory."""
    return ibis.polars.connect({name: table.lazy() for name, table in found.items()})
