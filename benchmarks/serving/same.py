"""Whether sides give the answers that the made-up data demand; wrong ones are not measured."""

import json
from typing import Any, Final

import numpy as np
import polars as pl

from benchmarks.serving.data import building_points, buildings, estates
from benchmarks.serving.questions import (
    FEATURES,
    PAGE,
    SMALL_SIDE,
    TILE_FEATURES,
    Box,
    Page,
    boxes,
    building_ids,
    corners,
    estate_ids,
    filtered_pages,
    pages,
    tiles,
)
from benchmarks.serving.sides import Features, Found, Register

SAMPLE: Final = 12
LISTS: Final = ("met", "not_met", "unknown", "missing")


class DifferentAnswerError(RuntimeError):
    """A side answers something else than the data say."""


def check_register(side: Register) -> None:
    """Raise unless a side's pages and estates are those of the data, column by column."""
    for page in (*pages()[:SAMPLE], *filtered_pages()[:SAMPLE]):
        path = side.page(page)
        answer = side.asked(path)
        expect(side.name, path, side.found(answer), page_of(page))
        for item in side.items(answer):
            expect_row(side.name, path, item)
    for id_ in estate_ids()[:SAMPLE]:
        path = side.estate(id_)
        item = side.item(side.asked(path))
        expect(side.name, path, str(item["id"]), str(id_))
        expect_row(side.name, path, item)


def expect_row(side: str, path: str, item: dict[str, Any]) -> None:
    """Raise unless an estate says what the data say; moments are written in several ways."""
    known = estates().row(int(item["id"]) - 1, named=True)
    known |= {name: json.loads(known[name]) for name in LISTS}
    expect(side, path, set(known) - set(item), set())
    same = set(known) - {"updated_at"}
    expect(side, path, {n: item[n] for n in same}, {n: known[n] for n in same})


def page_of(page: Page) -> Found:
    """Return the count and ids that the data demand of a page."""
    rows = estates()
    if page.division:
        rows = rows.filter(pl.col("division").str.starts_with(page.division))
    if page.built_before:
        rows = rows.filter(pl.col("built_year") < page.built_before)
    if page.verdict:
        rows = rows.filter(pl.col("verdict") == page.verdict)
    shown = rows.sort("name").slice(page.offset, PAGE)["id"]
    return rows.height, [str(id_) for id_ in shown]


def check_features(side: Features) -> None:
    """Raise unless a side's features, by box and by id, are those of the data."""
    for box in (*boxes()[:SAMPLE], *boxes(SMALL_SIDE)[:SAMPLE]):
        path = side.box(box, FEATURES)
        answer = side.asked(path)
        inside = ids_in(box)
        shown = {int(one["id"]) for one in answer["features"]}
        expect(side.name, path, answer["numberMatched"], len(inside))
        expect(side.name, path, len(shown), min(len(inside), FEATURES))
        expect(side.name, path, shown - inside, set())
        for one in answer["features"]:
            expect_building(side.name, path, one)
    for id_ in building_ids()[:SAMPLE]:
        path = side.building(id_)
        answer = side.asked(path)
        expect(side.name, path, int(answer["id"]), id_)
        expect_building(side.name, path, answer)


def ids_in(box: Box) -> set[int]:
    """Return the buildings of a box, as exact as its corners are."""
    lon, lat = building_points()
    inside = (lon >= box.west) & (lon <= box.east) & (lat >= box.south) & (lat <= box.north)
    return set((np.flatnonzero(inside) + 1).tolist())


def check_tiles(side: Features, zoom: int) -> None:
    """Raise unless a side's tiles carry every building inside, or as many as a tile may have."""
    columns = set(buildings().columns) - {"geom", "id"}
    for tile in tiles(zoom)[:SAMPLE]:
        inside = len(ids_in(corners(tile)))
        layer = side.layer(tile)
        least = min(inside, TILE_FEATURES)
        if not least <= layer.features <= TILE_FEATURES:
            raise DifferentAnswerError(
                f"{side.name}: {tile} has {layer.features} buildings, not {least} or some more."
            )
        if layer.features:
            expect(side.name, str(tile), columns - layer.properties, set())


def expect(side: str, path: str, answered: object, demanded: object) -> None:
    """Raise unless both are equal."""
    if answered != demanded:
        raise DifferentAnswerError(f"{side}: {path}: {answered}, where the data say {demanded}.")


def expect_building(side: str, path: str, feature: dict[str, Any]) -> None:
    """Raise unless a feature has the properties and the place that the data say."""
    id_ = int(feature["id"])
    known = {
        n: v for n, v in buildings().row(id_ - 1, named=True).items() if n not in ("id", "geom")
    }
    told = feature["properties"]
    expect(side, path, {name: told.get(name) for name in known}, known)
    lon, lat = building_points()
    place = [float(lon[id_ - 1]), float(lat[id_ - 1])]
    expect(side, path, [round(one, 6) for one in feature["geometry"]["coordinates"]], place)
