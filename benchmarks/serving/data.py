"""Made-up estates and buildings, the same every time, written into PostgreSQL by COPY."""

from functools import cache
from typing import Any, Final

import numpy as np
import polars as pl
import psycopg

ESTATES: Final = 220_000
BUILDINGS: Final = 1_000_000
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
STRUCTURES: Final = ("砖混", "砖木", "框架", "剪力墙", "大板")
MODES: Final = ("物业企业", "单位自管", "业主自管", "街道托管", "无人管理")
OWNERS: Final = ("商品房", "房改房", "直管公房", "单位公房")
HEATING: Final = ("市政", "锅炉", "分户", "无")

TABLES: Final = """
CREATE TABLE estates (
  id integer PRIMARY KEY, name text NOT NULL, alias text, division text NOT NULL,
  address text NOT NULL, built_year integer, buildings integer, households integer,
  residents integer, floor_area_m2 double precision, storeys integer, structure text,
  ownership text, management_mode text, heating text, has_lift boolean,
  lon double precision, lat double precision, verdict text NOT NULL, score double precision,
  updated_on date NOT NULL
);
CREATE TABLE buildings (
  id integer PRIMARY KEY, estate_id integer NOT NULL, name text NOT NULL, built_year integer,
  storeys integer, structure text, units integer, area_m2 double precision,
  geom geometry(Point, 4326) NOT NULL
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


def write(url: str) -> None:
    """Write both tables with their indexes and statistics into a database."""
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(TABLES)
        copy(connection, "estates", estates())
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
    """Return the made-up estates; each name is there once."""
    chance = np.random.default_rng(1)
    number = np.arange(1, ESTATES + 1)
    division = _divisions(chance)
    lon, lat = _points(ESTATES, chance)
    households = chance.integers(20, 3000, ESTATES)
    frame = pl.DataFrame(
        {
            "id": number,
            "name": _names(chance),
            "alias": _picked([f"{word}大院" for word in WORDS], chance),
            "division": division,
            "address": [f"{code[6:9]}街{at % 400 + 1}号" for at, code in enumerate(division)],
            "built_year": chance.integers(1950, 2011, ESTATES),
            "buildings": chance.integers(1, 40, ESTATES),
            "households": households,
            "residents": households * 27 // 10,
            "floor_area_m2": (households * chance.uniform(45, 95, ESTATES)).round(1),
            "storeys": chance.integers(2, 25, ESTATES),
            "structure": _picked(STRUCTURES, chance),
            "ownership": _picked(OWNERS, chance),
            "management_mode": _picked(MODES, chance),
            "heating": _picked(HEATING, chance),
            "has_lift": chance.random(ESTATES) < 0.2,
            "lon": lon,
            "lat": lat,
            "verdict": np.array(VERDICTS)[chance.choice(3, ESTATES, p=(0.5, 0.3, 0.2))],
            "score": chance.uniform(0, 100, ESTATES).round(2),
            "updated_on": [f"2026-{at % 12 + 1:02d}-{at % 28 + 1:02d}" for at in range(ESTATES)],
        }
    )
    return frame.with_columns(
        pl.when(pl.Series(chance.random(ESTATES) >= MISSING)).then(pl.col(name)).alias(name)
        for name in ("alias", "built_year", "households", "floor_area_m2", "heating", "has_lift")
    )


@cache
def buildings() -> pl.DataFrame:
    """Return the made-up buildings; the point is written as PostGIS reads it."""
    chance = np.random.default_rng(2)
    lon, lat = building_points()
    return pl.DataFrame(
        {
            "id": np.arange(1, BUILDINGS + 1),
            "estate_id": chance.integers(1, ESTATES + 1, BUILDINGS),
            "name": [f"{at % 60 + 1}号楼" for at in range(BUILDINGS)],
            "built_year": chance.integers(1950, 2011, BUILDINGS),
            "storeys": chance.integers(2, 25, BUILDINGS),
            "structure": np.array(STRUCTURES)[chance.integers(len(STRUCTURES), size=BUILDINGS)],
            "units": chance.integers(1, 9, BUILDINGS),
            "area_m2": chance.uniform(600, 20_000, BUILDINGS).round(1),
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


def _picked(words: tuple[str, ...] | list[str], chance: np.random.Generator) -> Any:
    return np.array(words)[chance.integers(len(words), size=ESTATES)]
