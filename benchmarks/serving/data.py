"""Made-up estates and buildings, the same every time, written into PostgreSQL by COPY."""

import json
import os
from functools import cache
from typing import Any, Final

import numpy as np
import polars as pl
import psycopg

#: `JIUGAI_BENCH_PART=0.02` makes a fiftieth of both, to see whether everything runs.
PART: Final = float(os.environ.get("JIUGAI_BENCH_PART", "1"))
ESTATES: Final = int(220_000 * PART)
BUILDINGS: Final = int(1_000_000 * PART)
WEST, EAST, SOUTH, NORTH = 116.2, 116.6, 39.8, 40.1
CENTRES: Final = 300
MISSING: Final = 0.04
DISTRICTS: Final = tuple(
    f"1101{number}" for number in "01 02 05 06 07 08 09 11 12 13 14 15 16 17 18 19".split()
)
VERDICTS: Final = ("met", "not_met", "unknown")
WORDS: Final = tuple(
    "松榆 柳荫 槐柏 安贞 和平 永乐 双桥 团结 建设 红旗 朝霞 清河 梅园 翠微 北辰".split()
)
KINDS: Final = tuple("里 小区 东里 西里 南里 北里 家园 大院".split())
STRUCTURES: Final = ("brick", "brick_wood", "frame", "shear_wall", "large_panel")
MODES: Final = ("professional", "unit", "owners", "street", "none")
STAGES: Final = ("ledger", "reserve", "plan", "works", "acceptance", "stewardship")
DANGERS: Final = ("none", "c", "d")
RULES: Final = tuple(f"bj.renewal_{number}.rule_{number % 5}" for number in range(16))
#: Ways in which the rules can turn out; in a register many estates share each.
OUTCOMES: Final = 400

TABLES: Final = """
CREATE TABLE estates (
  id integer PRIMARY KEY, code text NOT NULL, name text NOT NULL, address text NOT NULL,
  division text NOT NULL, district text NOT NULL, stage text NOT NULL, verdict text NOT NULL,
  judged_on date NOT NULL, met json NOT NULL, not_met json NOT NULL, unknown json NOT NULL,
  missing json NOT NULL, built_year integer, building_count integer, household_count integer,
  floor_area_m2 double precision, management_mode text, lon double precision,
  lat double precision, version integer NOT NULL, updated_at timestamptz NOT NULL
);
CREATE TABLE buildings (
  id integer PRIMARY KEY, estate_id integer NOT NULL, code text NOT NULL, name text NOT NULL,
  built_year integer, storeys integer, structure text, household_count integer,
  floor_area_m2 double precision, danger text, geom geometry(Point, 4326) NOT NULL
);
"""
#: Every filtered column, and what the filtered page is found by in order and counted by.
INDEXES: Final = """
CREATE INDEX ON estates (name);
CREATE INDEX ON estates (division text_pattern_ops);
CREATE INDEX ON estates (built_year);
CREATE INDEX ON estates (verdict, name);
CREATE INDEX ON estates (verdict, division text_pattern_ops, built_year);
CREATE INDEX ON buildings USING gist (geom);
CREATE INDEX ON buildings (estate_id);
"""


def write(url: str, *, with_buildings: bool = True) -> None:
    """Write both tables with their indexes and statistics into a database."""
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(TABLES)
        copy(connection, "estates", estates())
        if with_buildings:
            copy(connection, "buildings", buildings())
        connection.execute(INDEXES)
        connection.execute("VACUUM (ANALYZE, FREEZE) estates")
        connection.execute("VACUUM (ANALYZE, FREEZE) buildings")


def copy(connection: psycopg.Connection[Any], table: str, rows: pl.DataFrame) -> None:
    """Write rows into a table by COPY."""
    words = f"COPY {table} ({', '.join(rows.columns)}) FROM STDIN (FORMAT csv)"
    with connection.cursor() as cursor, cursor.copy(words.encode()) as stream:
        for piece in rows.iter_slices(50_000):
            stream.write(piece.write_csv(include_header=False))


@cache
def estates() -> pl.DataFrame:
    """Return the made-up estates; each name is there once, and lists are JSON."""
    chance = np.random.default_rng(1)
    division = _divisions(chance)
    lon, lat = _points(ESTATES, chance)
    households = chance.integers(20, 3000, ESTATES)
    outcomes = _outcomes(chance)[chance.integers(0, OUTCOMES, ESTATES).tolist()]
    frame = pl.DataFrame(
        {
            "id": np.arange(1, ESTATES + 1),
            "code": [f"LJ{number:07d}" for number in range(1, ESTATES + 1)],
            "name": _names(chance),
            "address": [f"{code[6:9]}街{at % 400 + 1}号" for at, code in enumerate(division)],
            "division": division,
            "district": [code[:6] for code in division],
            "stage": _picked(STAGES, chance),
            "verdict": np.array(VERDICTS)[chance.choice(3, ESTATES, p=(0.5, 0.3, 0.2))],
            "judged_on": "2026-06-01",
            **outcomes.to_dict(),
            "built_year": chance.integers(1950, 2011, ESTATES),
            "building_count": chance.integers(1, 40, ESTATES),
            "household_count": households,
            "floor_area_m2": (households * chance.uniform(45, 95, ESTATES)).round(1),
            "management_mode": _picked(MODES, chance),
            "lon": lon,
            "lat": lat,
            "version": 1,
            "updated_at": "2026-06-01T08:00:00Z",
        }
    )
    return frame.with_columns(
        pl.when(pl.Series(chance.random(ESTATES) >= MISSING)).then(pl.col(name)).alias(name)
        for name in ("built_year", "household_count", "floor_area_m2", "management_mode")
    )


def _outcomes(chance: np.random.Generator) -> pl.DataFrame:
    """Return what the rules say: each rule is in one of three lists, and some facts lack."""
    facts = ("built_year", "household_count", "floor_area_m2", "structure", "consent_share")
    rows = []
    for _ in range(OUTCOMES):
        said = chance.integers(0, 3, len(RULES)).tolist()
        lists = [
            [rule for rule, one in zip(RULES, said, strict=True) if one == at] for at in (0, 1, 2)
        ]
        lists.append(list(facts[: int(chance.integers(0, len(facts) + 1))]))
        rows.append([json.dumps(one) for one in lists])
    return pl.DataFrame(rows, schema=["met", "not_met", "unknown", "missing"], orient="row")


@cache
def buildings() -> pl.DataFrame:
    """Return the made-up buildings; the point is written as PostGIS reads it."""
    chance = np.random.default_rng(2)
    lon, lat = building_points()
    return pl.DataFrame(
        {
            "id": np.arange(1, BUILDINGS + 1),
            "estate_id": chance.integers(1, ESTATES + 1, BUILDINGS),
            "code": [f"B{at + 1}" for at in range(BUILDINGS)],
            "name": [f"{at % 60 + 1}号楼" for at in range(BUILDINGS)],
            "built_year": chance.integers(1950, 2011, BUILDINGS),
            "storeys": chance.integers(2, 25, BUILDINGS),
            "structure": np.array(STRUCTURES)[chance.integers(len(STRUCTURES), size=BUILDINGS)],
            "household_count": chance.integers(8, 240, BUILDINGS),
            "floor_area_m2": chance.uniform(600, 20_000, BUILDINGS).round(1),
            "danger": np.array(DANGERS)[chance.choice(3, BUILDINGS, p=(0.9, 0.07, 0.03))],
            "geom": _written(lon, lat),
        }
    )


@cache
def building_points() -> tuple[np.ndarray[Any, Any], np.ndarray[Any, Any]]:
    """Return the longitude and latitude of every building."""
    return _points(BUILDINGS, np.random.default_rng(3))


def _points(count: int, chance: np.random.Generator) -> tuple[Any, Any]:
    """Return points, most of them around some centres of unequal weight, the rest anywhere."""
    weight = chance.pareto(1.2, CENTRES) + 0.1
    at = chance.choice(CENTRES, count, p=weight / weight.sum())
    spread = chance.uniform(0.002, 0.02, CENTRES)[at]
    anywhere = chance.random(count) < 0.15
    found = []
    for low, high in ((WEST, EAST), (SOUTH, NORTH)):
        near = chance.uniform(low, high, CENTRES)[at] + chance.normal(0, 1, count) * spread
        outside = anywhere | (near < low) | (near > high)
        found.append(np.where(outside, chance.uniform(low, high, count), near).round(6))
    return found[0], found[1]


def _written(lon: Any, lat: Any) -> Any:
    """Return points as hexadecimal EWKB in WGS-84."""
    kinds = [("order", "u1"), ("type", "<u4"), ("srid", "<u4"), ("x", "<f8"), ("y", "<f8")]
    rows = np.empty(len(lon), dtype=kinds)
    rows["order"], rows["type"], rows["srid"] = 1, 0x20000001, 4326
    rows["x"], rows["y"] = lon, lat
    return np.frombuffer(rows.tobytes().hex().encode(), dtype="S50").astype(str)


def _divisions(chance: np.random.Generator) -> list[str]:
    """Return a community's code for every estate; some districts have far more than others."""
    share = np.linspace(1, 4, len(DISTRICTS))
    district = chance.choice(len(DISTRICTS), ESTATES, p=share / share.sum())
    street = chance.integers(1, 21, ESTATES)
    community = chance.integers(1, 31, ESTATES)
    return [
        f"{DISTRICTS[one]}{two:03d}{three:03d}"
        for one, two, three in zip(
            district.tolist(), street.tolist(), community.tolist(), strict=True
        )
    ]


def _names(chance: np.random.Generator) -> list[str]:
    """Return names that sort in another order than the ids."""
    numbers = chance.permutation(ESTATES).tolist()
    return [
        f"{WORDS[at % len(WORDS)]}{KINDS[at // 15 % len(KINDS)]}{at // 120 + 1}" for at in numbers
    ]


def _picked(words: tuple[str, ...], chance: np.random.Generator) -> Any:
    return np.array(words)[chance.integers(len(words), size=ESTATES)]
