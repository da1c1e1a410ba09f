"""Tiles, kept in memory until something in the caller's division changes."""

from hashlib import blake2b
from typing import Final

from django.http import HttpRequest, HttpResponse, QueryDict
from django.http.response import HttpResponseNotModified
from django.utils.translation import gettext as _
from pydantic import ValidationError

from jiugai.apps.registry.api.counts import Kept
from jiugai.apps.registry.api.door import ask
from jiugai.apps.registry.api.problem import Turned
from jiugai.apps.registry.api.shapes import EstateQuery
from jiugai.apps.registry.features import pages
from jiugai.apps.registry.features.layers import ESTATES
from jiugai.apps.registry.features.views import extent_of, for_machines, layer_of
from jiugai.apps.registry.models import ApiScope
from jiugai.apps.registry.queries.estates import Wanted
from jiugai.apps.registry.tiles.make import ANYTHING, make_tile
from jiugai.kernel.quad import LEVEL, Tile

DEEPEST: Final = 22
#: Tiles of this many bytes are kept in each process.
TILES: Final[Kept[bytes]] = Kept(64 << 20, weight=lambda tile: len(tile) + 200)


@for_machines
def tilesets(request: HttpRequest, name: str) -> HttpResponse:
    """Say which tiles a layer has."""
    ask(request, ApiScope.FEATURES)
    return pages.answer(pages.tilesets(request, layer_of(name)))


@for_machines
def metadata(request: HttpRequest, name: str) -> HttpResponse:
    """Say what a map needs to show a layer's tiles."""
    caller = ask(request, ApiScope.FEATURES).caller
    return pages.answer(pages.tilejson(request, layer_of(name), extent_of(caller)))


@for_machines
def tile(request: HttpRequest, name: str, level: int, row: int, column: int) -> HttpResponse:
    """Give one tile; the estates of it may be filtered as in the list."""
    layer = layer_of(name)
    asked = tile_at(level, row, column)
    wanted = wanted_of(request.GET) if layer is ESTATES and request.GET else ANYTHING
    caller = ask(request, ApiScope.FEATURES).caller
    key = (caller.division, caller.generation, layer.id, level, row, column, wanted)
    tag = f'"{blake2b(repr(key).encode(), digest_size=12).hexdigest()}"'
    if request.headers.get("If-None-Match") == tag:
        return _marked(HttpResponseNotModified(), tag)
    found = TILES.get(key)
    if found is None:
        found = make_tile(caller, layer, asked, wanted)
        TILES.put(key, found)
    return _marked(HttpResponse(found, content_type=pages.MVT), tag)


def tile_at(level: int, row: int, column: int) -> Tile:
    """Return a tile by its address; raises Turned where there can be none."""
    if level > DEEPEST or max(row, column) >= 1 << min(level, LEVEL):
        raise Turned(_("没有这一张瓦片；行列号须小于 2 的层级次方。"), status=404)
    return Tile(level, column, row)


def wanted_of(query: QueryDict) -> Wanted:
    """Return what the filters of the list ask for; raises Turned for one that makes no sense."""
    said = {name: query[name] for name in query if query[name]}
    said |= {"ids": ",".join(query.getlist("ids"))} if "ids" in said else {}
    try:
        return EstateQuery.model_validate(said).wanted()
    except ValidationError as error:
        raise Turned(_("瓦片地址里的筛选条件不能用；请从地图页重新打开。"), status=400) from error


def _marked(response: HttpResponse, tag: str) -> HttpResponse:
    response["ETag"] = tag
    response["Cache-Control"] = "private, no-cache"
    return response
