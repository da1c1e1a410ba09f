"""What participation adds to the page of an estate."""

from collections.abc import Mapping
from typing import Any, Final, cast

from django.http import HttpRequest

from jiugai.apps.accounts.permissions import Permission
from jiugai.apps.accounts.viewer import StaffRequest
from jiugai.apps.participation.models import Vote
from jiugai.apps.registry.models import Estate, Household
from jiugai.web.pieces import ESTATE_MENU, ESTATE_SECTIONS, HOUSEHOLD, Piece


def _actions(request: HttpRequest, estate: Estate) -> Mapping[str, Any] | None:
    may = cast(StaffRequest, request).viewer.may
    if estate.retired_on is not None:
        return None
    return {
        "estate": estate,
        "may_run": may(Permission.RUN_VOTES, division=estate.division),
        "may_notice": may(Permission.RUN_NOTICES, division=estate.division),
        "may_import": may(Permission.IMPORT_LEDGER, division=estate.division),
        "may_issue": may(Permission.ISSUE_CODES, division=estate.division),
    }


def _section(request: HttpRequest, estate: Estate) -> Mapping[str, Any] | None:
    if not cast(StaffRequest, request).viewer.may(Permission.VIEW_RESIDENTS):
        return None
    votes = list(Vote.objects.filter(estate=estate))
    return {"votes": votes} if votes else None


def _household(request: HttpRequest, home: Household) -> Mapping[str, Any] | None:
    may = cast(StaffRequest, request).viewer.may
    return {"home": home} if may(Permission.EDIT_REGISTER, division=home.division) else None


PIECES: Final = (
    Piece(HOUSEHOLD, "participation/parts/care_link.html", 10, _household),
    Piece(ESTATE_MENU, "participation/parts/estate_menu.html", 20, _actions),
    Piece(ESTATE_SECTIONS, "participation/parts/estate_section.html", 20, _section),
)
