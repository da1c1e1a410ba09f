"""One tile of one layer: clusters from afar, single things from near."""

import json
from collections import defaultdict
from collections.abc import Sequence
from typing import Any, Final

import numpy as np
from django.db import connection

from jiugai.apps.accounts.message import Rows
from jiugai.apps.accounts.rows import scope
from jiugai.apps.registry.api.door import Caller, ask_on
from jiugai.apps.registry.features.layers import ESTATES, Layer
from jiugai.apps.registry.models import Stage
from jiugai.apps.registry.queries.estates import Wanted, fitting
from jiugai.apps.registry.tiles.draw import commands_of, to_tile
from jiugai.apps.registry.tiles.mvt import EXTENT, Features, Whole, layer, points
from jiugai.kernel.quad import LEVEL, Tile, ranges
from jiugai.kernel.verdict import Verdict

#: From this level on a tile holds single things.
SINGLE: Final = 12
#: From this level on shapes are drawn instead of points.
SHAPED: Final = 14
#: A tile of clusters has 8 by 8 cells, a tile of shapes at most so many things.
CELLS: Final = 3
MOST: Final = 10_000
#: So many squares, at most, cover a tile and what may reach into it.
AROUND: Final = 128
#: Estates that fit some filters are looked up in SQL; any other layer has none.
ANYTHING: Final = Wanted()


def make_tile(caller: Caller, of: Layer, tile: Tile, wanted: Wanted = ANYTHING) -> bytes:
    """Return a tile as its caller may see it; empty where there is nothing."""
    if of is ESTATES:
        with scope(caller.division):
            found = _estates_in(tile, wanted)
        return layer(of.id, [found])
    if tile.level < SINGLE:
        return (
            layer(of.id, [_clusters(tile, _cells(caller, of, tile))]) if of.place == "f" else b""
        )
    return layer(of.id, _things(of, tile, _rows(caller, of, tile)))


def tile_of_points(name: str, tile: Tile, rows: Rows, names: Sequence[str]) -> bytes:
    """Return a tile of points, for an app that counts something at estates of its own scope.

    Rows begin with id, longitude and latitude; `names` says what the other columns are.
    """
    return layer(name, [_points_of(tile, rows, names)])


def cell_of(tile: Tile) -> int | None:
    """Return by how many bits places of one cell agree, None where each stands alone."""
    return None if tile.level >= SINGLE else 2 * (LEVEL - tile.level - CELLS)


def _estates_in(tile: Tile, wanted: Wanted) -> Features:
    low, high = tile.numbers
    inner, values = (
        fitting(wanted)
        .filter(quad__gte=low, quad__lt=high)
        .values_list("pk")
        .query.sql_with_params()
    )
    shift = cell_of(tile)
    if shift is None:
        rows = _asked(_single(inner), values)
        return _points_of(tile, rows, ("name", "stage", "verdict", "households"))
    return _clusters(tile, _asked(_grouped(inner, shift), values), _COUNTED)


_FROM: Final = (
    "registry_estate e JOIN ({inner}) AS wanted (id) USING (id)"
    " LEFT JOIN registry_assessment a ON a.estate_id = e.id"
)
_COUNTED: Final = (
    *(f"stage_{one.value}" for one in Stage),
    *(f"verdict_{one.value}" for one in Verdict),
    "name",
    "stage",
    "verdict",
    "households",
)


def _single(inner: str) -> str:
    return (
        "SELECT e.id, e.lon, e.lat, e.name, e.stage, a.overall, e.household_count"
        f" FROM {_FROM.format(inner=inner)} LIMIT {MOST}"
    )


def _grouped(inner: str, shift: int) -> str:
    stages = ", ".join(
        f"nullif(count(*) FILTER (WHERE e.stage = '{one.value}'), 0)" for one in Stage
    )
    verdicts = ", ".join(
        f"nullif(count(*) FILTER (WHERE a.overall = '{one.value}'), 0)" for one in Verdict
    )
    alone = ", ".join(
        f"CASE WHEN count(*) = 1 THEN min({column}) END"
        for column in ("e.name", "e.stage", "a.overall")
    )
    return (
        f"SELECT min(e.id), avg(e.lon), avg(e.lat), count(*), {stages}, {verdicts}, {alone},"
        f" sum(e.household_count) FROM {_FROM.format(inner=inner)} GROUP BY e.quad >> {shift}"
    )


def _asked(sql: str, values: Sequence[Any]) -> Rows:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        rows: Rows = cursor.fetchall()
    return rows


def _cells(caller: Caller, of: Layer, tile: Tile) -> Rows:
    low, high = tile.numbers
    shift = 2 * (LEVEL - tile.level - CELLS)
    return ask_on(
        caller,
        f"SELECT min(f.id), avg(f.lon), avg(f.lat), count(*) FROM {of.table} f"
        f" WHERE f.quad >= %s AND f.quad < %s AND {of.where} GROUP BY f.quad >> {shift}",
        [low, high],
    )


def _clusters(tile: Tile, rows: Rows, more: Sequence[str] = ()) -> Features:
    return _points_of(tile, rows, ("count", *more))


def _points_of(tile: Tile, rows: Rows, names: Sequence[str]) -> Features:
    """Return points of rows that begin with id, longitude and latitude."""
    ids, lon, lat, *columns = zip(*rows, strict=True) if rows else [()] * (3 + len(names))
    xy = to_tile(tile, lon, lat)
    return points(ids, dict(zip(names, columns, strict=True)), xy)


def _rows(caller: Caller, of: Layer, tile: Tile) -> Rows:
    """Return id, place, shape and properties of what lies in a tile and, if shaped, around it.

    What lies in it comes first: neighbours are drawn only where there is room.
    """
    shaped = of.shape if tile.level >= SHAPED or of.place == "e" else "NULL"
    reach = of.reach if shaped != "NULL" or of.place == "e" else 0.0
    found = _rows_within(caller, of, shaped, [tile.numbers], MOST)
    if reach and len(found) < MOST:
        found += _rows_within(caller, of, shaped, _around(tile, reach), MOST - len(found))
    return found


def _rows_within(
    caller: Caller, of: Layer, shaped: str, among: Sequence[tuple[int, int]], most: int
) -> Rows:
    place = "f.lon, f.lat" if "lon" in of.inside else "e.lon, e.lat"
    columns = ", ".join(of.properties.values())
    return ask_on(
        caller,
        f"SELECT f.id, {place}, {shaped}, {columns}"
        f" FROM unnest(%s::bigint[], %s::bigint[]) AS r (low, high) JOIN {of.source}"
        f" ON {of.place}.quad >= r.low AND {of.place}.quad < r.high"
        f" WHERE {of.where} LIMIT {most}",
        [[low for low, _ in among], [high for _, high in among]],
    )


def _around(tile: Tile, reach: float) -> list[tuple[int, int]]:
    """Return the ranges of numbers around a tile, without its own."""
    west, north = tile.west_north
    east, south = Tile(tile.level, tile.column + 1, tile.row + 1).west_north
    own_low, own_high = tile.numbers
    around = ranges(west - reach, south - reach, east + reach, north + reach, most=AROUND)
    outside = [
        piece
        for low, high in around
        for piece in ((low, min(high, own_low)), (max(low, own_high), high))
    ]
    return [(low, high) for low, high in outside if low < high]


def _things(of: Layer, tile: Tile, rows: Rows) -> list[Features]:
    """Return what has a shape as shapes by kind, and the rest as points inside the tile."""
    shaped = [row for row in rows if row[3] is not None]
    plain = [row for row in rows if row[3] is None and row[1] is not None]
    names = tuple(of.properties)
    found = [_within(tile, plain, names)]
    drawn: dict[int, list[tuple[Any, Whole]]] = defaultdict(list)
    for row in shaped:
        if (one := commands_of(tile, _read(row[3]))) is not None:
            drawn[one[0]].append((row, one[1]))
    for kind, pairs in drawn.items():
        columns = zip(*(row[4:] for row, _ in pairs), strict=True)
        found.append(
            Features(
                kind,
                [row[0] for row, _ in pairs],
                dict(zip(names, columns, strict=True)),
                np.concatenate([commands for _, commands in pairs]),
                np.array([len(commands) for _, commands in pairs]),
            )
        )
    return found


def _read(shape: Any) -> Any:
    return json.loads(shape) if isinstance(shape, str) else shape


def _within(tile: Tile, rows: Rows, names: Sequence[str]) -> Features:
    if not rows:
        return _points_of(tile, [], names)
    xy = to_tile(tile, [row[1] for row in rows], [row[2] for row in rows])
    here = np.all((xy >= 0) & (xy < EXTENT), axis=1)
    kept = [row[:3] + row[4:] for row, inside in zip(rows, here.tolist(), strict=True) if inside]
    return _points_of(tile, kept, names)
