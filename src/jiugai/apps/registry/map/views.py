"""The map page, and what its island asks for."""

from typing import Any, Final
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpResponse, JsonResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET

from jiugai.apps.accounts.permissions import Permission
from jiugai.apps.accounts.permitted import permitted
from jiugai.apps.accounts.viewer import StaffRequest
from jiugai.apps.registry.forms.filters import FilterForm
from jiugai.apps.registry.map.choose import inside
from jiugai.apps.registry.map.drawing import bounds_of_borders, drawing_of
from jiugai.apps.registry.map.figures import figures_of
from jiugai.apps.registry.map.groups import DISTANCES, as_geojson, groups_of
from jiugai.apps.registry.map.island import config_of
from jiugai.apps.registry.map.seen import Seen, asked_of
from jiugai.apps.registry.models import Outline
from jiugai.apps.registry.queries.listing import page_of_estates
from jiugai.apps.registry.queries.places import places_within
from jiugai.kernel.errors import InputError, Refusal

PAGE: Final = "registry/map.html"


@require_GET
@permitted(Permission.VIEW_REGISTER)
def page(request: StaffRequest) -> HttpResponse:
    """Show where the estates that fit stand, what they add up to, and their rows."""
    return _page(request)


@require_GET
@permitted(Permission.VIEW_REGISTER)
def choose(request: StaffRequest) -> HttpResponse:
    """Lead from a line on the map to the list of what lies within it."""
    try:
        ids = inside(_form(request).wanted(), request.GET.get("ring", ""))
    except Refusal as refusal:
        return _page(request, refusal=refusal, status=422)
    chosen = urlencode([("ids", one) for one in ids or [0]])
    return redirect(f"{reverse('registry:estates')}?{chosen}")


@require_GET
@permitted(Permission.VIEW_REGISTER)
def outlines(_request: StaffRequest) -> HttpResponse:
    """Give the borders of divisions."""
    features = [
        {
            "type": "Feature",
            "properties": {"code": one.code, "name": one.name},
            "geometry": one.shape,
        }
        for one in Outline.objects.all()
    ]
    return JsonResponse({"type": "FeatureCollection", "features": features})


@require_GET
@permitted(Permission.VIEW_REGISTER)
def groups(request: StaffRequest) -> HttpResponse:
    """Give the groups of neighbours among the estates that fit."""
    try:
        found = groups_of(_form(request).wanted(), within_m=_distance(request.GET) or DISTANCES[1])
    except InputError as error:
        return JsonResponse({"error": str(error)}, status=422)
    return JsonResponse(as_geojson(found))


def _page(
    request: StaffRequest, *, refusal: Refusal | None = None, status: int = 200
) -> HttpResponse:
    form = _form(request)
    wanted = form.wanted()
    by = "verdict" if request.GET.get("by") == "verdict" else "stage"
    drawing = drawing_of(wanted)
    filters, added = asked_of(request.GET)
    seen = Seen(wanted, drawing, by, filters, added)
    query = seen.query
    context: dict[str, Any] = {
        "form": form,
        "by": by,
        "figures": [
            (one, urlencode(dict(QueryDict(query).items()) | one.rows))
            for one in figures_of(wanted)
        ],
        "page": page_of_estates(wanted, 1),
        "drawing": drawing,
        "seen": seen,
        "query": query,
        "in_words": form.in_words(),
        "is_wall": bool(request.GET.get("wall")),
        "refusal": refusal,
        "island": config_of(
            query=query,
            by=by,
            tianditu=settings.CONFIG.tianditu,
            bounds=drawing.bounds if drawing else bounds_of_borders(),
        ),
        **_groups(request, form),
    }
    return render(request, PAGE, context, status=status)


def _groups(request: StaffRequest, form: FilterForm) -> dict[str, Any]:
    """Return the groups for the distance that is asked for, or why there are none."""
    chosen = _distance(request.GET)
    told: dict[str, Any] = {"distances": DISTANCES, "within": chosen}
    if chosen is None:
        return told
    try:
        found = groups_of(form.wanted(), within_m=chosen)
    except InputError as error:
        return told | {"crowd": str(error)}
    rows = [(one, urlencode([("ids", pk) for pk in one.ids])) for one in found]
    return told | {"groups": rows, "groups_drawn": as_geojson(found)}


def _distance(query: QueryDict) -> int | None:
    word = query.get("within", "")
    return int(word) if word in {str(one) for one in DISTANCES} else None


def _form(request: StaffRequest) -> FilterForm:
    scope = request.viewer.division or ""
    return FilterForm(
        request.GET, scope=scope, places=places_within(scope, request.GET.get("division", ""))
    )
