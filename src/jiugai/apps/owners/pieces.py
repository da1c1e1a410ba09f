"""What owners' records add to the page of an estate, and to the first page of a household."""

from collections.abc import Mapping
from typing import Any, Final, cast

from django.http import HttpRequest
from django.utils import timezone

from jiugai.apps.accounts.permissions import Permission
from jiugai.apps.accounts.viewer import StaffRequest
from jiugai.apps.owners.contributions.sums import account_of
from jiugai.apps.owners.models import Contribution, OwnersBody
from jiugai.apps.owners.residents.views import service_shown
from jiugai.apps.owners.ruled import clause_from
from jiugai.apps.registry.models import Estate, Household
from jiugai.web.pieces import ESTATE_MENU, ESTATE_SECTIONS, RESIDENT_HOME, Piece


def _actions(request: HttpRequest, estate: Estate) -> Mapping[str, Any] | None:
    may = cast(StaffRequest, request).viewer.may
    if estate.retired_on is not None:
        return None
    return {
        "estate": estate,
        "may_form": may(Permission.KEEP_BODIES, division=estate.division),
        "may_start": may(Permission.RUN_SERVICE, division=estate.division)
        and service_shown(estate) is None,
        "may_keep": may(Permission.KEEP_CONTRIBUTIONS, division=estate.division),
    }


def _section(request: HttpRequest, estate: Estate) -> Mapping[str, Any] | None:
    if not cast(StaffRequest, request).viewer.may(Permission.VIEW_RESIDENTS):
        return None
    bodies = list(OwnersBody.objects.filter(estate=estate, ended_on=None))
    former = OwnersBody.objects.filter(estate=estate).exclude(ended_on=None)
    services = list(estate.property_services.select_related("company")[:3])
    gave = Contribution.objects.filter(estate=estate).exists()
    if not (bodies or former or services or gave):
        return None
    today = timezone.localdate()
    return {
        "estate": estate,
        "bodies": [(one, clause_from(one.due_clause)) for one in bodies],
        "former": former,
        "services": [(one, clause_from(one.due_clause)) for one in services],
        "account": account_of(estate) if gave else None,
        "today": today,
    }


def _home(_request: HttpRequest, household: Household) -> Mapping[str, Any]:
    estate = household.building.estate
    running = OwnersBody.objects.filter(estate=estate, ended_on=None)
    return {
        "body": running.exclude(kind__in=("group", "renewal")).first() or running.first(),
        "service": service_shown(estate),
    }


PIECES: Final = (
    Piece(ESTATE_MENU, "owners/parts/estate_menu.html", 40, _actions),
    Piece(ESTATE_SECTIONS, "owners/parts/estate_section.html", 40, _section),
    Piece(RESIDENT_HOME, "owners/parts/resident_home.html", 40, _home),
)
