"""What the interface says of itself: landing page, conformance, collections, tile sets."""

import json
from collections.abc import Mapping
from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from jiugai.apps.registry.features.asked import CRS84
from jiugai.apps.registry.features.layers import LAYERS, Layer

JSON: Final = "application/json"
GEOJSON: Final = "application/geo+json"
MVT: Final = "application/vnd.mapbox-vector-tile"
OPENAPI: Final = "application/vnd.oai.openapi+json;version=3.0"
FEATURES: Final = "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/"
TILES: Final = "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/"
CONFORMS: Final = (
    f"{FEATURES}core",
    f"{FEATURES}geojson",
    f"{TILES}core",
    f"{TILES}tileset",
    f"{TILES}geodata-tilesets",
    f"{TILES}mvt",
)
WEB_MERCATOR: Final = "http://www.opengis.net/def/tilematrixset/OGC/1.0/WebMercatorQuad"
TILE: Final = "tiles/WebMercatorQuad/{tileMatrix}/{tileRow}/{tileCol}"
DEEPEST: Final = 16

Extent = tuple[float, float, float, float] | None


def root(request: HttpRequest) -> str:
    """Return the address of the interface as the caller reached it."""
    return request.build_absolute_uri("/features")


def link(href: str, rel: str, kind: str = JSON, **more: Any) -> dict[str, Any]:
    """Return a link."""
    return {"href": href, "rel": rel, "type": kind, **more}


def landing(request: HttpRequest) -> dict[str, Any]:
    """Return the first page."""
    base = root(request)
    return {
        "title": _("旧改台账要素服务"),
        "description": _("小区、楼栋、管线与存量资源。用令牌读取，只见本区划之内。"),
        "links": [
            link(base, "self"),
            link(request.build_absolute_uri("/api/openapi.json"), "service-desc", OPENAPI),
            link(f"{base}/conformance", "conformance"),
            link(f"{base}/collections", "data"),
        ],
    }


def collections(request: HttpRequest, extent: Extent) -> dict[str, Any]:
    """Return every collection."""
    return {
        "links": [link(f"{root(request)}/collections", "self")],
        "collections": [collection(request, layer, extent) for layer in LAYERS.values()],
    }


def collection(request: HttpRequest, layer: Layer, extent: Extent) -> dict[str, Any]:
    """Return what one collection is."""
    base = f"{root(request)}/collections/{layer.id}"
    found: dict[str, Any] = {
        "id": layer.id,
        "title": str(layer.title),
        "itemType": "feature",
        "crs": [CRS84],
        "links": [
            link(base, "self"),
            link(f"{base}/items", "items", GEOJSON),
            link(f"{base}/tiles", "http://www.opengis.net/def/rel/ogc/1.0/tilesets-vector"),
        ],
    }
    if extent:
        found["extent"] = {"spatial": {"bbox": [list(extent)], "crs": CRS84}}
    return found


def tilesets(request: HttpRequest, layer: Layer) -> dict[str, Any]:
    """Return the tile sets of a collection: there is one."""
    base = f"{root(request)}/collections/{layer.id}"
    return {
        "tilesets": [
            {
                "title": str(layer.title),
                "dataType": "vector",
                "crs": "http://www.opengis.net/def/crs/EPSG/0/3857",
                "tileMatrixSetURI": WEB_MERCATOR,
                "links": [
                    link(f"{base}/{TILE}", "item", MVT, templated=True),
                    link(f"{base}/tiles/WebMercatorQuad/metadata", "describedby"),
                ],
            }
        ]
    }


def tilejson(request: HttpRequest, layer: Layer, extent: Extent) -> dict[str, Any]:
    """Return what a map needs to show the tiles of a collection (TileJSON 3.0)."""
    base = f"{root(request)}/collections/{layer.id}/tiles/WebMercatorQuad"
    numbers = {"built_year", "storeys", "household_count", "floor_area_m2", "estate_id"}
    kinds = {name: "Number" if name in numbers else "String" for name in layer.properties}
    found: dict[str, Any] = {
        "tilejson": "3.0.0",
        "name": str(layer.title),
        "tiles": [f"{base}/{{z}}/{{y}}/{{x}}"],
        "minzoom": 0,
        "maxzoom": DEEPEST,
        "vector_layers": [{"id": layer.id, "fields": kinds}],
    }
    return found | ({"bounds": list(extent)} if extent else {})


def answer(body: Mapping[str, Any]) -> HttpResponse:
    """Return a page of the interface about itself."""
    return HttpResponse(json.dumps(body, ensure_ascii=False), content_type=JSON)
