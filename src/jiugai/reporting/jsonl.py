"""One estate a line, each verdict with its clauses and missing facts."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import polars as pl

from jiugai.policy.register import KEY

if TYPE_CHECKING:
    from jiugai.policy.verdicts import Reason, Verdicts


def write_jsonl(path: Path, verdicts: Verdicts, estates: pl.DataFrame) -> None:
    """Write `verdicts.jsonl`; every different reason is put into words only once."""
    names = estates.select(KEY, _name(estates))
    table = verdicts.table.join(names, on=KEY, how="left", maintain_order="left")
    fragments = [
        pl.Series([fragment(rule, reason) for reason in verdicts.reasons[rule]], dtype=pl.String)
        .gather(verdicts.table[rule])
        .alias(rule)
        for rule in verdicts.rules
    ]
    heads = pl.Series(
        [
            f'{{"estate_id": {_json(key)}, "name": {_json(name)}, "verdicts": ['
            for key, name in table.select(KEY, "name").iter_rows()
        ],
        dtype=pl.String,
    )
    body = pl.DataFrame(fragments).select(pl.concat_str(pl.all(), separator=", "))
    lines = heads + body.to_series() + "]}"
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


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
