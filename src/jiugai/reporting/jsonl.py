"""One estate a line, each verdict with its clauses and missing facts."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final

import polars as pl

from jiugai.policy.key import KEY

if TYPE_CHECKING:
    from jiugai.policy.verdicts import Reason, Verdicts

#: So many lines are put into words at a time, however long the register.
SLICE: Final = 20_000


def write_jsonl(path: Path, verdicts: Verdicts, estates: pl.DataFrame) -> None:
    """Write `verdicts.jsonl`; every different reason is put into words only once."""
    names = estates.select(KEY, _name(estates))
    table = verdicts.table.join(names, on=KEY, how="left", maintain_order="left")
    fragments = {
        rule: pl.Series(
            [fragment(rule, reason) for reason in verdicts.reasons[rule]], dtype=pl.String
        )
        for rule in verdicts.rules
    }
    with path.open("w", encoding="utf-8") as file:
        for part in table.iter_slices(SLICE):
            file.writelines(f"{line}\n" for line in _lines(part, fragments))


def _lines(table: pl.DataFrame, fragments: Mapping[str, pl.Series]) -> pl.Series:
    heads = pl.Series(
        [
            f'{{"estate_id": {_json(key)}, "name": {_json(name)}, "verdicts": ['
            for key, name in table.select(KEY, "name").iter_rows()
        ],
        dtype=pl.String,
    )
    if not fragments:  # no document in force speaks of estates
        return heads + "]}"
    said = pl.DataFrame(
        [found.gather(table[rule]).alias(rule) for rule, found in fragments.items()]
    )
    return heads + said.select(pl.concat_str(pl.all(), separator=", ")).to_series() + "]}"


def fragment(rule: str, reason: Reason) -> str:
    """Return one verdict as JSON."""
    return _json(
        {
            "rule": rule,
            "verdict": reason.verdict,
            "because": [{"document": c.document, "clause": c.number} for c in reason.because],
            "missing": list(reason.missing),
        }
    )


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _name(estates: pl.DataFrame) -> pl.Expr:
    return pl.col("name") if "name" in estates.columns else pl.lit("").alias("name")
