"""The facts of many estates as the tables that the core reads, without a file in between."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Final

import polars as pl

from jiugai.apps.registry.models import Stage
from jiugai.apps.registry.services.copied import copy_out
from jiugai.census.cells.readers import DTYPES
from jiugai.kernel.division import DISTRICT, shortest
from jiugai.policy.key import KEY
from jiugai.policy.vocabulary import Building, Estate, Resource
from jiugai.policy.vocabulary.fact import Subject

_PK: Final = "pk"
_ESTATES: Final = """
    SELECT id, code, division, facts, md5(facts::text) FROM registry_estate
    WHERE retired_on IS NULL AND stage = ANY({}) AND division >= {} AND division < {}
    AND id <> ALL({}) ORDER BY id
"""
_BELOW: Final = """
    SELECT b.estate_id, b.facts, md5(b.facts::text) FROM registry_{table} b
    JOIN registry_estate e ON e.id = b.estate_id
    WHERE e.retired_on IS NULL AND e.stage = ANY({{}}) AND e.division >= {{}} AND e.division < {{}}
    AND e.id <> ALL({{}}) ORDER BY b.id
"""


@dataclass(frozen=True, eq=False)
class Register:
    """Estates and what stands below them, as the core reads them.

    `keys` maps an estate's key in the tables to its number in the register, `seen` the number to
    a digest of everything that was read of it.
    """

    estates: pl.DataFrame
    children: dict[str, pl.DataFrame]
    keys: dict[str, int]
    seen: dict[int, str]

    @property
    def digest(self) -> str:
        """Return one digest of everything that was read."""
        text = ";".join(f"{pk}:{said}" for pk, said in sorted(self.seen.items()))
        return sha256(text.encode()).hexdigest()


def facts_frame(rows: pl.DataFrame, subject: type[Subject]) -> pl.DataFrame:
    """Return kept facts as the columns that rules read, the id of the estate as their key."""
    schema: dict[str, Any] = {fact.name: DTYPES[fact.kind] for fact in subject.facts()}
    known = rows["facts"].str.json_decode(pl.Struct(schema)).struct.unnest()
    keys = rows.select(pl.col(KEY).cast(pl.String))
    return keys.hstack(known.drop(KEY, strict=False))


def read_register(
    division: str, stages: Sequence[Stage], *, but: Collection[int] = ()
) -> Register:
    """Return what the register knows of the estates of a division in some stages, `but` a few.

    Within a district the key of an estate is its code; above, the district stands before it.
    """
    asked: list[Any] = [
        [stage.value for stage in stages],
        shortest(division),
        shortest(division) + ":",
    ]
    asked.append(sorted(but))
    texts = {_PK: pl.Int64(), "code": pl.String(), "division": pl.String()}
    kept = {"facts": pl.String(), "seen": pl.String()}
    rows = copy_out(_ESTATES, asked, {**texts, **kept})
    own = pl.col("code")
    if len(shortest(division)) < DISTRICT:
        own = pl.col("division").str.slice(0, DISTRICT) + "-" + own
    rows = rows.with_columns(own.alias(KEY))
    names = rows.select(_PK, KEY)
    below = {
        table: copy_out(_BELOW.format(table=table), asked, {_PK: pl.Int64(), **kept})
        for table in ("building", "resource")
    }
    estates = facts_frame(rows, Estate).with_columns(division=rows["division"])
    children = {
        table: facts_frame(found.join(names, on=_PK, maintain_order="left"), subject)
        for (table, found), subject in zip(below.items(), (Building, Resource), strict=True)
        if found.height
    }
    keys = dict(rows.select(KEY, _PK).iter_rows())
    return Register(estates, children, keys, _seen([rows, *below.values()]))


def _seen(tables: Sequence[pl.DataFrame]) -> dict[int, str]:
    found = pl.concat([table.select(_PK, "seen") for table in tables])
    joined = found.group_by(_PK, maintain_order=True).agg(pl.col("seen").str.join(""))
    return {pk: sha256(said.encode()).hexdigest()[:32] for pk, said in joined.iter_rows()}
