"""The overall answer on an estate: out if one text says so, in if all do, else open."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from jiugai.kernel.verdict import Verdict

if TYPE_CHECKING:
    import polars as pl

    from jiugai.policy.rule import Rule


def overall(truth: pl.DataFrame, rules: Sequence[Rule]) -> pl.Series:
    """Return one answer per row over the scope rules in force; open where there is none."""
    import polars as pl  # who asks for one estate needs no tables

    if not rules:
        return pl.Series([Verdict.UNKNOWN.value] * truth.height, dtype=pl.String)
    columns = [pl.col(rule.id) for rule in rules]
    out = pl.any_horizontal(column.eq_missing(False) for column in columns)
    met = pl.all_horizontal(column.eq_missing(True) for column in columns)
    word = (
        pl.when(out)
        .then(pl.lit(Verdict.NOT_MET.value))
        .when(met)
        .then(pl.lit(Verdict.MET.value))
        .otherwise(pl.lit(Verdict.UNKNOWN.value))
    )
    return truth.select(word.alias("answer")).to_series()


def overall_of(verdicts: Iterable[Verdict]) -> Verdict:
    """Return the overall answer on one estate from its scope verdicts."""
    found = set(verdicts)
    if Verdict.NOT_MET in found:
        return Verdict.NOT_MET
    return Verdict.MET if found == {Verdict.MET} else Verdict.UNKNOWN
