"""What a reading says otherwise than the register: what is taken, what a person must settle."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import cos, hypot, isclose, radians
from pathlib import PurePath
from typing import Any, Final, NamedTuple

import polars as pl
from django.db import connection

from jiugai.apps.registry.models import Source
from jiugai.apps.registry.queries.origins import claiming_source
from jiugai.apps.registry.services.copied import temporary
from jiugai.apps.registry.services.import_reading import Reading
from jiugai.census.words import key
from jiugai.policy.vocabulary import Building, Estate, Kind
from jiugai.policy.vocabulary.fact import Fact, Subject

TABLES: Final[dict[type[Subject], str]] = {
    Estate: "registry_estate",
    Building: "registry_building",
}
#: These are taken or kept together, for half a place is worth nothing.
POINT: Final = ("lon", "lat", "datum")
#: Points of two sources that are nearer than this are the same place.
NEAR_M: Final = 100.0
_METRES_PER_DEGREE: Final = 111_320.0
_EDITIONS: Final = re.compile(
    r"[\d\W_]+|副本|copy|最终版?|终稿|定稿|修改版?|更新版?|新版|年度?|月|日|第.期", re.IGNORECASE
)


class Difference(NamedTuple):
    """One value that the register has otherwise; `source` is where the register's is from."""

    at: int
    thing: int
    fact: str
    old: Any
    new: Any
    source: int | None
    table: int
    row: int | None

    @property
    def fills(self) -> bool:
        """Return whether the register knew nothing."""
        return self.old is None


@dataclass(frozen=True)
class Lines:
    """Which sources of the register are former editions of the tables of a reading."""

    sources: Mapping[int, Source]
    same: Sequence[frozenset[int]]
    replaced: frozenset[int] = field(default=frozenset())

    def takes(self, difference: Difference) -> bool:
        """Return whether the new value replaces the old without asking a person."""
        source = difference.source
        if difference.fills:
            return True
        return source is not None and (
            source in self.replaced or source in self.same[difference.table]
        )


def line_of(file: str, sheet: str) -> str:
    """Return what the editions of one ledger have in common: its name without year and number."""
    return f"{_EDITIONS.sub('', PurePath(file).stem)}|{_EDITIONS.sub('', sheet)}".lower()


def lines_of(tables: Sequence[Mapping[str, Any]], replaced: Sequence[int]) -> Lines:
    """Return which known sources the tables of a reading continue."""
    known = {source.pk: source for source in Source.objects.select_related("by")}
    lines = {
        pk: line_of(source.file, source.sheet)
        for pk, source in known.items()
        if source.kind == Source.Kind.SHEET
    }
    same = [
        frozenset(pk for pk, line in lines.items() if line == line_of(t["file"], t["sheet"]))
        for t in tables
    ]
    return Lines(known, same, frozenset(replaced))


def differences(
    subject: type[Subject], matched: pl.DataFrame, reading: Reading, lines: Lines
) -> Iterator[Difference]:
    """Yield where known things differ from the rows that speak of them.

    `matched` has `at`, `id` and `facts`; its rows are in the register.
    """
    if matched.is_empty():
        return
    temporary(matched, "incoming", {"at": "integer", "id": "bigint", "facts": "jsonb"})
    givers = _givers(subject, reading)
    with connection.cursor() as cursor:
        cursor.execute(_DIFFERENT.format(table=TABLES[subject]))
        while rows := cursor.fetchmany(5_000):
            for at, thing, said, origins, lon, lat in rows:
                pairs = _telling(subject, _json(said), _json(lon), _json(lat))
                for name, (old, new) in pairs.items():
                    source = claiming_source(_json(origins), name, lines.sources)
                    table, row = givers(at, name)
                    yield Difference(at, thing, name, old, new, source, table, row)


_DIFFERENT: Final = """
    SELECT i.at, i.id, d.said, t.origins, t.facts->'lon', t.facts->'lat'
    FROM incoming i JOIN {table} t ON t.id = i.id
    CROSS JOIN LATERAL (
        SELECT jsonb_object_agg(n.key, jsonb_build_array(t.facts->n.key, n.value)) AS said
        FROM jsonb_each(i.facts) n
        WHERE n.value <> 'null' AND t.facts->n.key IS DISTINCT FROM n.value
    ) d
    WHERE d.said IS NOT NULL ORDER BY i.at
"""


def _json(value: Any) -> Any:
    return json.loads(value) if isinstance(value, str) else value


def _givers(subject: type[Subject], reading: Reading) -> Any:
    """Return a function that says which table and row of a reading gave a fact of a row."""
    if subject is Building:
        tables = reading.buildings.unique("building_id", keep="first", maintain_order=True)
        table, row = tables["_table"], tables["_row"]
        return lambda at, _fact: (table[at], row[at])

    def of_estate(at: int, fact: str) -> tuple[int, int | None]:
        winners, rows = reading.winners, reading.rows
        number = winners[fact][at] if fact in winners.columns else None
        if number is None:
            known = (int(name) for name in rows.columns if rows[name][at] is not None)
            number = next(known, 0)
        return number, rows[str(number)][at]

    return of_estate


def _telling(
    subject: type[Subject], said: dict[str, list[Any]], lon: Any, lat: Any
) -> dict[str, tuple[Any, Any]]:
    """Return the differences that mean something."""
    found = {
        name: (old, new)
        for name, (old, new) in said.items()
        if not _same(subject.fact(name), old, new)
    }
    if subject is Estate and "division" not in found:
        found.pop("district", None)
    if set(POINT) & found.keys() and _is_near(found, lon, lat):
        found = {name: pair for name, pair in found.items() if name not in POINT}
    return found


def _same(fact: Fact, old: Any, new: Any) -> bool:
    if old is None:
        return False
    if fact is Estate.division:  # a code that says less is no other division
        return bool(old.startswith(new))
    match fact.kind:
        case Kind.TEXT:
            return key(old) == key(new)
        case Kind.DECIMAL | Kind.SHARE:
            return isclose(old, new, rel_tol=1e-9)
        case _:
            return bool(old == new)


def _is_near(found: Mapping[str, tuple[Any, Any]], lon: Any, lat: Any) -> bool:
    """Return whether the point is the same within what sources differ by."""
    if lon is None or lat is None:
        return False
    new_lon, new_lat = (
        found[n][1] if n in found else was for n, was in (("lon", lon), ("lat", lat))
    )
    east = (new_lon - lon) * cos(radians(lat))
    return hypot(east, new_lat - lat) * _METRES_PER_DEGREE < NEAR_M
