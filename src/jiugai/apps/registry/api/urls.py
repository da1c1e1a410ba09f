"""Addresses for other systems: the interface, features, tiles."""

from typing import Any

from django.urls import URLPattern, path

from jiugai.apps.registry.api.routes import api
from jiugai.apps.registry.features import views as features
from jiugai.apps.registry.tiles import views as tiles


def _open(urls: Any) -> Any:
    """Return addresses whose own door says who may enter, in words that a program reads."""
    patterns, app, space = urls
    for one in patterns:
        if isinstance(one, URLPattern):
            one.callback.login_required = False  # type: ignore[attr-defined]
    return patterns, app, space


_COLLECTION = "features/collections/<str:name>"
_TILES = f"{_COLLECTION}/tiles"
urlpatterns = [
    path("api/", _open(api.urls)),
    path("features", features.landing, name="features"),
    path("features/", features.landing),
    path("features/conformance", features.conformance),
    path("features/collections", features.collections),
    path(_COLLECTION, features.collection),
    path(f"{_COLLECTION}/items", features.items),
    path(f"{_COLLECTION}/items/<int:pk>", features.item),
    path(_TILES, tiles.tilesets),
    path(f"{_TILES}/WebMercatorQuad/metadata", tiles.metadata),
    path(f"{_TILES}/WebMercatorQuad/<int:level>/<int:row>/<int:column>", tiles.tile),
]
