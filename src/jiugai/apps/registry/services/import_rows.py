"""The rows of a reading as the register takes them: key, division, facts as JSON, origins."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

import polars as pl

from jiugai.apps.registry.initials import initials_of
from jiugai.apps.registry.services.import_reading import ROW, TABLE, Reading
from jiugai.kernel.division import DISTRICT
from jiugai.kernel.quad import quads_of
from jiugai.policy.vocabulary import Building, Estate, Kind
from jiugai.policy.vocabulary.fact import Subject

#: The number of a row among all of its reading.
AT: Final = "at"


def estate_rows(reading: Reading, *, division: str) -> tuple[pl.DataFrame, int]:
    """Return the estates that lie in a division, and how many of the reading do not.

    A row that says no more than a part of the division's path is taken to lie in it.
    """
    frame = reading.estates.with_row_index(AT)
    said = pl.col("division").fill_null(division)
    place = (
        pl.when(said.str.starts_with(division))
        .then(said)
        .when(pl.lit(division).str.starts_with(said))
        .then(pl.lit(division))
    )
    frame = frame.with_columns(place=place)
    here = frame.filter(pl.col("place").is_not_null())
    rows = here.select(
        AT,
        code="estate_id",
        division="place",
        district=pl.col("place").str.slice(0, DISTRICT),
        has_id=pl.col("id").is_not_null(),
        name="name",
        lon="lon",
        lat="lat",
        facts=_json(here.with_columns(division="place"), Estate),
    )
    return rows, frame.height - here.height


def building_rows(reading: Reading) -> pl.DataFrame:
    """Return the buildings with the code of their estate; the first of each counts."""
    frame = reading.buildings.unique("building_id", keep="first", maintain_order=True)
    frame = frame.with_row_index(AT)
    own = pl.coalesce("id", pl.format("r{}", ROW))
    return frame.select(
        AT,
        TABLE,
        ROW,
        code=own.str.slice(0, 40),
        estate_code="estate_id",
        facts=_json(frame.drop("estate_id"), Building),
    )


def _json(frame: pl.DataFrame, subject: type[Subject]) -> pl.Series:
    """Return the facts of each row as JSON; unknown ones are null there."""
    texts = {fact.name for fact in subject.facts() if fact.kind is Kind.TEXT}
    known = [
        pl.col(fact.name).str.replace_all("\x00", "", literal=True)
        if fact.name in texts
        else pl.col(fact.name)
        for fact in subject.facts()
        if fact.name in frame.columns and frame[fact.name].null_count() < frame.height
    ]
    if not known:
        return pl.repeat("{}", frame.height, dtype=pl.String, eager=True)
    return frame.select(pl.struct(known).struct.json_encode().alias("facts"))["facts"]


def with_search(rows: pl.DataFrame) -> pl.DataFrame:
    """Return estates with the initials of their names and their number on the map."""
    lon = rows["lon"].cast(pl.Float64).fill_null(float("nan")).to_numpy()
    lat = rows["lat"].cast(pl.Float64).fill_null(float("nan")).to_numpy()
    quads = pl.Series("quad", quads_of(lon, lat))
    initials = pl.Series("initials", [initials_of(name or "") for name in rows["name"]], pl.String)
    return rows.with_columns(quad=quads.set(quads < 0, None), initials=initials)


def estate_origins(reading: Reading, sources: Sequence[int]) -> pl.Series:
    """Return for each estate of a reading where its facts are from, as JSON for the register."""
    tables = reading.about["tables"]
    frame = reading.rows.rename(lambda name: f"row{name}").hstack(
        reading.winners.rename(lambda name: f"by:{name}")
    )
    entries = [
        _entry(number, sources[number], table["columns"], reading.winners.columns)
        for number, table in enumerate(tables)
    ]
    inside = pl.concat_str(entries, separator=",", ignore_nulls=True)
    whole = pl.concat_str(pl.lit("{"), inside, pl.lit("}"))
    return frame.select(whole.alias("origins"))["origins"]


def _entry(number: int, source: int, columns: Mapping[str, Any], known: Sequence[str]) -> pl.Expr:
    """Return what one source gave: its row, and the facts where others gave some of its own."""
    facts = [name for name in columns if name in known]
    others = pl.any_horizontal([pl.col(f"by:{n}").ne(number) for n in facts] or [pl.lit(False)])
    mine = [pl.when(pl.col(f"by:{n}").eq(number)).then(pl.lit(f'"{n}"')) for n in facts]
    listed = pl.concat_str(mine or [pl.lit(None, pl.String)], separator=",", ignore_nulls=True)
    row = pl.col(f"row{number}")
    start = pl.concat_str(pl.lit(f'"{source}":{{"row":'), row.cast(pl.String))
    partial = pl.concat_str(start, pl.lit(',"facts":['), listed, pl.lit("]}"))
    whole = pl.concat_str(start, pl.lit("}"))
    return pl.when(row.is_not_null()).then(
        pl.when(others.fill_null(value=False)).then(partial).otherwise(whole)
    )
