"""Tiles of the layer of demands."""

from django.http import HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_GET

from jiugai.apps.accounts.permissions import Permission
from jiugai.apps.accounts.permitted import permitted
from jiugai.apps.accounts.viewer import StaffRequest
from jiugai.apps.demands.map.counts import COLUMNS, spots_in
from jiugai.apps.demands.map.layer import LAYER, filters_of
from jiugai.apps.registry.api.problem import Turned, turned
from jiugai.apps.registry.features.pages import MVT
from jiugai.apps.registry.tiles.make import tile_of_points
from jiugai.apps.registry.tiles.views import tile_at, wanted_of


@require_GET
@permitted(Permission.VIEW_RESIDENTS)
def tile(request: StaffRequest, level: int, row: int, column: int) -> HttpResponse:
    """Give one tile of the demands at the estates that the map's filters choose."""
    try:
        at, among = tile_at(level, row, column), wanted_of(request.GET)
    except Turned as error:
        return turned(error)
    sought = filters_of(request.GET).sought()
    spots = spots_in(at, sought, among, on=timezone.localdate())
    response = HttpResponse(tile_of_points(LAYER, at, spots, COLUMNS), content_type=MVT)
    response["Cache-Control"] = "private, no-cache"
    return response
