"""Rows of many projects read at once, each table as one text, which is quicker than row by row."""

import io
from collections.abc import Mapping, Sequence
from typing import Final

import polars as pl
from django.db import connection

from jiugai.policy.key import KEY

#: Between columns and between rows; JSON and names hold neither.
COLUMN, ROW = "\x1f", "\x1e"
#: As a list of rows the keys are hashed; as an array they would be searched for every row.
_WHOLE: Final = (
    "SELECT string_agg(concat_ws(%s, {columns}), %s) FROM {table}"
    " WHERE {key} IN (SELECT unnest(%s::bigint[]))"
)


def _read(
    table: str, key: str, columns: Mapping[str, "pl.DataType"], ids: Sequence[int]
) -> pl.DataFrame:
    """Return columns of the rows of a table with one of some keys; no value may be null."""
    statement = _WHOLE.format(columns=", ".join(columns), table=table, key=key)
    with connection.cursor() as cursor:
        cursor.execute(statement, [COLUMN, ROW, list(ids)])
        (text,) = cursor.fetchone()
    if not text:
        return pl.DataFrame(schema=dict(columns))
    found = pl.read_csv(
        io.BytesIO(text.encode()),
        has_header=False,
        schema=dict(columns),
        separator=COLUMN,
        eol_char=ROW,
        quote_char=None,
    )
    return found.with_columns(pl.col(pl.String).fill_null(""))


def projects_with_facts(ids: Sequence[int]) -> pl.DataFrame:
    """Return projects with division and facts of their estates, and facts of their works."""
    whole = {"id": pl.Int64(), "estate_id": pl.Int64()}
    projects = _read("projects_project", "id", whole, ids)
    texts = {"id": pl.Int64(), "division": pl.String(), "facts": pl.String()}
    estates = _read("registry_estate", "id", texts, projects["estate_id"].to_list())
    kept = {"project_id": pl.Int64(), "facts": pl.String()}
    works = _read("projects_works", "project_id", kept, ids).rename({"facts": "works"})
    return (
        projects.join(estates, left_on="estate_id", right_on="id", how="inner")
        .join(works, left_on="id", right_on="project_id", how="left")
        .rename({"id": KEY, "estate_id": "estate"})
        .sort(KEY)
    )


def buildings_of(projects: pl.DataFrame) -> pl.DataFrame:
    """Return the facts of the buildings of projects, which are known by their estates."""
    kept = {"id": pl.Int64(), "estate_id": pl.Int64(), "facts": pl.String()}
    found = _read("registry_building", "estate_id", kept, projects["estate"].to_list())
    return (
        found.sort("id")
        .select(pl.col("estate_id").alias("estate"), "facts")
        .join(projects.select(KEY, "estate"), on="estate", how="inner", maintain_order="left")
        .select(KEY, "facts")
    )


#: Parts of the works as they are chosen now. How many households a part concerns is known from the
#: register unless evidence says otherwise; of several pieces that stand, the latest counts.
_PARTS: Final = """(
SELECT m.project_id, m.item, coalesce(m.building_id, 0) AS building,
  (jsonb_strip_nulls(jsonb_build_object('households_concerned',
    CASE WHEN m.building_id IS NULL THEN e.facts ELSE b.facts END -> 'household_count'))
    || coalesce(said.facts, '{}'))::text AS facts
FROM projects_menuchoice m
JOIN projects_project p ON p.id = m.project_id
JOIN registry_estate e ON e.id = p.estate_id
LEFT JOIN registry_building b ON b.id = m.building_id
LEFT JOIN LATERAL (
  SELECT jsonb_object_agg(one.key, one.value ORDER BY proof.id) AS facts
  FROM projects_partproof proof
  JOIN projects_evidence v ON v.id = proof.evidence_id AND v.withdrawn_at IS NULL
  CROSS JOIN LATERAL jsonb_each(proof.facts) AS one
  WHERE proof.project_id = m.project_id AND proof.item = m.item
    AND proof.building_id IS NOT DISTINCT FROM m.building_id
) AS said ON true
WHERE m.dropped_at IS NULL AND m.state = 'chosen'
ORDER BY m.id) AS parts"""


def parts_of(ids: Sequence[int]) -> pl.DataFrame:
    """Return the parts of the works of projects with facts; building 0 is the whole estate."""
    columns = {
        "project_id": pl.Int64(),
        "item": pl.String(),
        "building": pl.Int64(),
        "facts": pl.String(),
    }
    return _read(_PARTS, "project_id", columns, ids)


def states_of(ids: Sequence[int], between: str) -> pl.DataFrame:
    """Return how gates were kept: project, rule, verdict, grounds and what is missing."""
    columns = {
        "project_id": pl.Int64(),
        "rule": pl.String(),
        "verdict": pl.String(),
        f"array_to_string(because, '{between}')": pl.String(),
        f"array_to_string(missing, '{between}')": pl.String(),
    }
    found = _read("projects_gatestate", "project_id", columns, ids)
    return found.rename(dict(zip(list(columns)[3:], ("because", "missing"), strict=True)))
