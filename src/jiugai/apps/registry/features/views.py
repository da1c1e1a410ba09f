"""Features for maps and desktops of others (OGC API Features 1.0)."""

import json
from collections.abc import Callable
from functools import wraps
from typing import Any, Final
from urllib.parse import urlencode

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from jiugai.apps.registry.api.counts import COUNTS, Kept
from jiugai.apps.registry.api.door import Caller, ask, ask_on
from jiugai.apps.registry.api.problem import Turned, turned
from jiugai.apps.registry.features import pages
from jiugai.apps.registry.features.asked import asked_of
from jiugai.apps.registry.features.items import MOST_COUNTED, Asked, count_of, one_of, page_of
from jiugai.apps.registry.features.layers import LAYERS, Layer
from jiugai.apps.registry.models import ApiScope
from jiugai.kernel.i18n import listed

View = Callable[..., HttpResponse]
EXTENT: Final = (
    "SELECT min(lon), min(lat), max(lon), max(lat) FROM registry_estate WHERE retired_on IS NULL"
)
EXTENTS: Final[Kept[tuple[Any, ...]]] = Kept(1000)


def for_machines(view: View) -> View:
    """Let the door decide who may enter, and say no as programs read it."""

    @wraps(view)
    def answered(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except Turned as error:
            return turned(error)

    return login_not_required(answered)


def layer_of(name: str) -> Layer:
    """Return a layer by its name; raises Turned if there is none."""
    if name not in LAYERS:
        names = listed(LAYERS)
        raise Turned(
            _("没有图层 {name}；现有 {names}。").format(name=name, names=names), status=404
        )
    return LAYERS[name]


def extent_of(caller: Caller) -> pages.Extent:
    """Return the box that holds every estate of a caller, or None without any."""
    key = (caller.division, caller.generation)
    found = EXTENTS.get(key)
    if found is None:
        found = ask_on(caller, EXTENT, often=True)[0]
        EXTENTS.put(key, found)
    return found if found[0] is not None else None


@for_machines
def landing(request: HttpRequest) -> HttpResponse:
    """Say what there is."""
    return pages.answer(pages.landing(request))


@for_machines
def conformance(_request: HttpRequest) -> HttpResponse:
    """Say which standards are kept."""
    return pages.answer({"conformsTo": list(pages.CONFORMS)})


@for_machines
def collections(request: HttpRequest) -> HttpResponse:
    """Say which layers there are."""
    caller = ask(request, ApiScope.FEATURES).caller
    return pages.answer(pages.collections(request, extent_of(caller)))


@for_machines
def collection(request: HttpRequest, name: str) -> HttpResponse:
    """Say what a layer is."""
    caller = ask(request, ApiScope.FEATURES).caller
    return pages.answer(pages.collection(request, layer_of(name), extent_of(caller)))


@for_machines
def items(request: HttpRequest, name: str) -> HttpResponse:
    """Give a page of a layer's features."""
    layer = layer_of(name)
    asked = asked_of(layer, request.GET)
    answer = ask(request, ApiScope.FEATURES, *page_of(layer, asked))
    text, found, quad, id_ = answer.rows[0]
    shown = min(found, asked.limit)
    matched = _count(answer.caller, layer, asked)
    more = _next(request, layer, asked, (quad, id_)) if found > asked.limit else None
    links = [pages.link(request.build_absolute_uri(), "self", pages.GEOJSON)]
    if more:
        links.append(pages.link(more, "next", pages.GEOJSON))
    told = {"type": "FeatureCollection", "numberReturned": shown, "links": links}
    if matched is not None:
        told["numberMatched"] = matched
    head = json.dumps(told)[:-1]
    return HttpResponse(f'{head}, "features": {text}}}', content_type=pages.GEOJSON)


@for_machines
def item(request: HttpRequest, name: str, pk: int) -> HttpResponse:
    """Give one feature."""
    layer = layer_of(name)
    rows = ask(request, ApiScope.FEATURES, *one_of(layer, min(pk, 2**63 - 1)), often=True).rows
    if not rows:
        raise Turned(_("没有这个要素，或它在您的区划之外。"), status=404)
    base = f"{pages.root(request)}/collections/{layer.id}"
    links = json.dumps(
        [
            pages.link(f"{base}/items/{pk}", "self", pages.GEOJSON),
            pages.link(base, "collection"),
        ]
    )
    return HttpResponse(f'{rows[0][0][:-1]}, "links": {links}}}', content_type=pages.GEOJSON)


def _count(caller: Caller, layer: Layer, asked: Asked) -> int | None:
    """Return how many match, None where that is more than is counted."""
    key = (caller.division, caller.generation, layer.id, asked.box, asked.filters)
    found = COUNTS.get(key)
    if found is None:
        found = int(ask_on(caller, *count_of(layer, asked))[0][0])
        COUNTS.put(key, found)
    return found if found <= MOST_COUNTED else None


def _next(request: HttpRequest, layer: Layer, asked: Asked, last: tuple[int, int]) -> str:
    key = f"{last[0]}.{last[1]}" if asked.box else str(last[1])
    words = request.GET.dict() | {"after": key}
    words.pop("offset", None)
    return f"{pages.root(request)}/collections/{layer.id}/items?{urlencode(words)}"
