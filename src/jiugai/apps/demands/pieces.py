"""What demands add to the page of an estate, and to that of a household."""

from collections.abc import Mapping
from typing import Any, Final, cast

from django.http import HttpRequest
from django.utils import timezone

from jiugai.apps.accounts.permissions import Permission
from jiugai.apps.accounts.viewer import StaffRequest
from jiugai.apps.demands.desks.services import desks_of
from jiugai.apps.demands.ledger.counted import FACT, tickets_in_a_year
from jiugai.apps.demands.map.layer import drawing, rows, side
from jiugai.apps.demands.models import Demand
from jiugai.apps.demands.models.choices import OPEN
from jiugai.apps.registry.models import Estate, Household
from jiugai.web.pieces import (
    ESTATE_MENU,
    ESTATE_SECTIONS,
    MAP_DRAWING,
    MAP_ROWS,
    MAP_SIDE,
    RESIDENT_HOME,
    Piece,
)

#: Demands that the page of an estate names.
SHOWN: Final = 5


def _actions(request: HttpRequest, estate: Estate) -> Mapping[str, Any] | None:
    may = cast(StaffRequest, request).viewer.may
    if estate.retired_on is not None:
        return None
    return {
        "estate": estate,
        "may_take": may(Permission.TAKE_DEMANDS, division=estate.division),
        "may_run": may(Permission.RUN_DEMANDS, division=estate.division),
    }


def _section(request: HttpRequest, estate: Estate) -> Mapping[str, Any] | None:
    viewer = cast(StaffRequest, request).viewer
    if not viewer.may(Permission.VIEW_RESIDENTS):
        return None
    today = timezone.localdate()
    open_ones = Demand.objects.filter(estate=estate, state__in=OPEN)
    desks = list(desks_of(estate, on=today))
    if not desks and not Demand.objects.filter(estate=estate).exists():
        return None
    tickets = tickets_in_a_year(estate, on=today)
    said = estate.facts.get(FACT)
    return {
        "estate": estate,
        "desks": desks,
        "open": open_ones.count(),
        "overdue": open_ones.filter(due_on__lt=today).count(),
        "first": open_ones.select_related("organisation").order_by("due_on", "id")[:SHOWN],
        "tickets": tickets,
        "said": said,
        "may_supply": bool(tickets)
        and tickets != said
        and viewer.may(Permission.EDIT_REGISTER, division=estate.division),
        "today": today,
    }


def _home(_request: HttpRequest, household: Household) -> Mapping[str, Any]:
    estate = household.building.estate
    found = Demand.objects.filter(household=household)
    return {
        "waiting": found.filter(state="answered", rated_on=None).order_by("-id"),
        "open": found.filter(state__in=OPEN).count(),
        "desks": desks_of(estate, on=timezone.localdate()),
    }


PIECES: Final = (
    Piece(ESTATE_MENU, "demands/parts/estate_menu.html", 30, _actions),
    Piece(ESTATE_SECTIONS, "demands/parts/estate_section.html", 30, _section),
    Piece(RESIDENT_HOME, "demands/parts/resident_home.html", 30, _home),
    Piece(MAP_SIDE, "demands/parts/map_side.html", 10, side),
    Piece(MAP_DRAWING, "demands/parts/map_drawing.html", 10, drawing),
    Piece(MAP_ROWS, "demands/parts/map_rows.html", 10, rows),
)
