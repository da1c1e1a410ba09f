"""Whether sides give the answers that the made-up data demand; wrong ones are not measured."""

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


class DifferentAnswerError(RuntimeError):
    """A side answers something else than the data say."""


def check_register(side: Register) -> None:
    """Raise unless a side's pages and estates are those of the data, with every column."""
    columns = len(estates().columns)
    for page in (*pages()[:SAMPLE], *filtered_pages()[:SAMPLE]):
        path = side.page(page)
        answer = side.asked(path)
        expect(side.name, path, side.found(answer), page_of(page))
        expect_columns(side.name, path, side.items(answer), columns)
    names = estates()["name"]
    for id_ in estate_ids()[:SAMPLE]:
        path = side.estate(id_)
        item = side.item(side.asked(path))
        expect(side.name, path, (str(item["id"]), item["name"]), (str(id_), names[id_ - 1]))
        expect_columns(side.name, path, [item], columns)


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
    names = buildings()["name"]
    columns = len(buildings().columns) - 2  # without the id and the point
    for id_ in building_ids()[:SAMPLE]:
        path = side.building(id_)
        answer = side.asked(path)
        known = answer["properties"]
        expect(side.name, path, (int(answer["id"]), known["name"]), (id_, names[id_ - 1]))
        expect_columns(side.name, path, [known], columns)


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


def expect_columns(side: str, path: str, items: list[dict[str, Any]], columns: int) -> None:
    """Raise unless each item says at least as much as the made-up one, whatever the names."""
    least = min((len(item) for item in items), default=columns)
    if least < columns:
        raise DifferentAnswerError(
            f"{side}: {path}: {least} columns, where the data have {columns}."
        )
