"""What the layer of demands shows of the map's selection, as its pieces of the page need it."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import sqrt
from typing import Any, Final, cast
from urllib.parse import urlencode

from django.http import HttpRequest, QueryDict
from django.urls import reverse
from django.utils import timezone

from jiugai.apps.accounts.permissions import Permission
from jiugai.apps.accounts.viewer import StaffRequest
from jiugai.apps.demands.ledger.forms import Filters
from jiugai.apps.demands.ledger.queries import answering_units
from jiugai.apps.demands.map.counts import AtEstate, at_marks, by_estate, sums_of
from jiugai.apps.registry.map.drawing import Mark
from jiugai.apps.registry.map.seen import MARK, Seen

#: The layer, in the address of the map and among its tiles.
LAYER: Final = "demands"
#: Of the ledger's filters those that make sense on the map.
SHOWN: Final = ("which", "kind", "channel", "organisation", "since", "until")
#: Rows below the map; all are in the ledger.
ROWS: Final = 20
SMALLEST, LARGEST = 9.0, 24.0


@dataclass(frozen=True, slots=True)
class Halo:
    """The demands of an estate on the picture: around its dot, by how many there are."""

    mark: Mark
    at: AtEstate
    radius: float


def filters_of(query: QueryDict) -> Filters:
    """Return the ledger's filters as the map's address names them."""
    return Filters(query, units=answering_units(), order="due", prefix=LAYER)


def side(request: HttpRequest, seen: Seen) -> Mapping[str, Any] | None:
    """Return the legend and the filters of the layer, or the way to show it."""
    if not _may(request):
        return None
    asked = seen.asked(LAYER)
    form = filters_of(request.GET)
    told: dict[str, Any] = {
        "seen": seen,
        "shown": bool(asked),
        "fields": [form[name] for name in SHOWN],
        "plain": f"{seen.without(LAYER)}&{LAYER}{MARK}which=open",
        "without": seen.without(LAYER),
    }
    if asked:
        told["sums"] = sums_of(form.sought(), seen.wanted, on=timezone.localdate())
        told["tiles"] = f"/demands/tiles/{{z}}/{{y}}/{{x}}?{seen.here}"
        told["ledger"] = _ledger(asked)
    return told


def drawing(request: HttpRequest, seen: Seen) -> Mapping[str, Any] | None:
    """Return a halo for each dot of the picture at which there are demands."""
    if not (_may(request) and seen.drawing and (asked := seen.asked(LAYER))):
        return None
    marks = {one.pk: one for one in seen.drawing.marks}
    sought = filters_of(request.GET).sought()
    found = at_marks(sought, list(marks), on=timezone.localdate())
    most = max((one.n for one in found.values()), default=1)
    # By its area, so that twice the demands look twice as much.
    halos = [
        Halo(marks[pk], one, round(SMALLEST + (LARGEST - SMALLEST) * sqrt(one.n / most), 1))
        for pk, one in found.items()
    ]
    return {"halos": halos, "ledger": _ledger(asked)}


def rows(request: HttpRequest, seen: Seen) -> Mapping[str, Any] | None:
    """Return the estates of the selection with the most demands."""
    if not (_may(request) and (asked := seen.asked(LAYER))):
        return None
    sought = filters_of(request.GET).sought()
    found = by_estate(sought, seen.wanted, on=timezone.localdate(), most=ROWS + 1)
    return {"rows": found[:ROWS], "is_cut": len(found) > ROWS, "ledger": _ledger(asked)}


def _ledger(asked: Mapping[str, str]) -> str:
    """Return the list of the same demands, to which an estate can be added."""
    return f"{reverse('demands:demands')}?{urlencode(asked)}"


def _may(request: HttpRequest) -> bool:
    return cast(StaffRequest, request).viewer.may(Permission.VIEW_RESIDENTS)
