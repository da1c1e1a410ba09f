"""Questions for features: a page of a collection, one feature, how many there are."""

from dataclasses import dataclass, field
from typing import Any, Final

from jiugai.apps.registry.features.layers import Layer
from jiugai.kernel.quad import ranges

Box = tuple[float, float, float, float]
Question = tuple[str, list[Any]]

#: Counting stops here: a page does not wait for more.
MOST_COUNTED: Final = 50_000
RANGES: Final = 24


@dataclass(frozen=True)
class Asked:
    """A page of a collection: where, which, how many, and after which place or id."""

    limit: int
    offset: int = 0
    box: Box | None = None
    after: tuple[int, ...] = ()
    filters: tuple[tuple[str, str], ...] = field(default=())


def page_of(layer: Layer, asked: Asked) -> Question:
    """Return the question for a page: its features as text, how many, and their last key.

    One more than the limit is asked for, which tells whether there is a next page.
    """
    inner, values = _rows(layer, asked, asked.limit + 1)
    limit = asked.limit
    return (
        (
            f"SELECT coalesce(json_agg({_feature(layer)}) FILTER (WHERE f.at <= {limit}), '[]')"
            f"::text, count(*), (array_agg(f.key_quad))[{limit}], (array_agg(f.id))[{limit}]"
            f" FROM (SELECT *, row_number() OVER () AS at FROM ({inner}) AS page) AS f"
            f" {layer.join}"
        ),
        values,
    )


def one_of(layer: Layer, id_: int) -> Question:
    """Return the question for one feature as text."""
    return (
        (
            f"SELECT {_feature(layer)}::text FROM {layer.table} f {layer.join}"
            f" WHERE f.id = %s AND {layer.where}"
        ),
        [id_],
    )


def count_of(layer: Layer, asked: Asked) -> Question:
    """Return the question how many features fit, counted up to a limit."""
    inner, values = _rows(layer, asked, MOST_COUNTED + 1, columns="f.id", ordered=False)
    return f"SELECT count(*) FROM ({inner}) AS found", values


def _feature(layer: Layer) -> str:
    pairs = ", ".join(f"'{name}', {sql}" for name, sql in layer.properties.items())
    return (
        f"json_build_object('type', 'Feature', 'id', f.id, 'geometry', {layer.geometry},"
        f" 'properties', json_build_object({pairs}))"
    )


def _rows(
    layer: Layer, asked: Asked, most: int, *, columns: str = "", ordered: bool = True
) -> Question:
    where, values = [layer.where], []
    for name, word in asked.filters:
        where.append(layer.filters.get(name) or f"({layer.properties[name]})::text = %s")
        values.append(word)
    columns = columns or f"f.*, {layer.place}.quad AS key_quad"
    if asked.box is None:
        return _by_id(layer, asked, most, columns, where, values, ordered=ordered)
    return _by_place(layer, asked, most, columns, where, values, ordered=ordered)


def _by_id(
    layer: Layer, asked: Asked, most: int, columns: str, where: list[str], values: list[Any],
    *, ordered: bool,
) -> Question:  # fmt: skip
    if ordered and asked.after:
        where.append("f.id > %s")
        values.append(asked.after[-1])
    order = f"ORDER BY f.id LIMIT {most} OFFSET {asked.offset}" if ordered else f"LIMIT {most}"
    return f"SELECT {columns} FROM {layer.source} WHERE {' AND '.join(where)} {order}", values


def _by_place(
    layer: Layer, asked: Asked, most: int, columns: str, where: list[str], values: list[Any],
    *, ordered: bool,
) -> Question:  # fmt: skip
    """Look in ranges of numbers, each in order; a nested loop keeps the order of the ranges.

    The inner offset keeps PostgreSQL from reading the whole table once instead of each range.
    """
    assert asked.box is not None  # noqa: S101 - the caller looked
    west, south, east, north = asked.box
    reach = layer.reach if layer.place == "e" else 0.0
    found = ranges(west - reach, south - reach, east + reach, north + reach, most=RANGES)
    quad = f"{layer.place}.quad"
    where = [f"{quad} >= r.low", f"{quad} < r.high", layer.inside, *where]
    values = [west, east, south, north, *values]
    if ordered and len(asked.after) == 2:
        where.append(f"({quad}, f.id) > (%s, %s)")
        values += asked.after
    order = f"ORDER BY {quad}, f.id LIMIT {most + asked.offset}" if ordered else "OFFSET 0"
    offset = asked.offset if ordered else 0
    return (
        (
            "SELECT f.* FROM unnest(%s::bigint[], %s::bigint[]) AS r (low, high)"
            f" CROSS JOIN LATERAL (SELECT {columns} FROM {layer.source}"
            f" WHERE {' AND '.join(where)} {order}) AS f"
            f" LIMIT {most} OFFSET {offset}"
        ),
        [[low for low, _ in found], [high for _, high in found], *values],
    )
