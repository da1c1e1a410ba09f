"""How a side is asked and how its answers are read, so that all sides are asked the same."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from benchmarks.serving.questions import Box, Page, Tile
from benchmarks.serving.service import fetch
from benchmarks.serving.tiles import Layer, layers_of

#: An answer as it is compared: how many match in all, and the ids that it carries.
Found = tuple[int, list[str]]
GEOJSON: Final = {"Accept": "application/geo+json, application/json;q=0.9"}


@dataclass(frozen=True, slots=True)
class Register:
    """A side that serves estates: the paths that it is asked for and how its answers read."""

    name: str
    base: str
    page: Callable[[Page], str]
    estate: Callable[[int], str]
    found: Callable[[Any], Found]
    items: Callable[[Any], list[dict[str, Any]]]
    item: Callable[[Any], dict[str, Any]]
    headers: Mapping[str, str]

    def asked(self, path: str) -> Any:
        """Return an answer, read as JSON."""
        return json.loads(fetch(self.base, path, self.headers))


@dataclass(frozen=True, slots=True)
class Features:
    """A side that serves buildings as features, and as tiles if `tile` is given."""

    name: str
    base: str
    items: str
    tile: Callable[[Tile], str] | None = None
    headers: Mapping[str, str] = field(default_factory=lambda: GEOJSON)

    def box(self, box: Box, limit: int) -> str:
        """Return the path of the features of a box."""
        return f"{self.items}?bbox={box}&limit={limit}"

    def building(self, id_: int) -> str:
        """Return the path of one feature."""
        return f"{self.items}/{id_}"

    def asked(self, path: str) -> Any:
        """Return an answer, read as JSON."""
        return json.loads(fetch(self.base, path, self.headers))

    def tile_paths(self, tiles: list[Tile]) -> list[str]:
        """Return the paths of tiles."""
        if self.tile is None:
            raise ValueError(f"{self.name} serves no tiles.")
        return [self.tile(one) for one in tiles]

    def layer(self, tile: Tile) -> Layer:
        """Return the only layer of a tile; a tile in which nothing lies may have none."""
        (path,) = self.tile_paths([tile])
        (found,) = layers_of(fetch(self.base, path, self.headers)) or [Layer("", 0, frozenset())]
        return found
