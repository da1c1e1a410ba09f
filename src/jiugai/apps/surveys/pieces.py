"""What surveys add to the page of an estate and to the first page of a household."""

from collections.abc import Mapping
from typing import Any, Final, cast

from django.http import HttpRequest
from django.utils import timezone

from jiugai.apps.accounts.permissions import Permission
from jiugai.apps.accounts.rows import of_household
from jiugai.apps.accounts.viewer import StaffRequest
from jiugai.apps.registry.models import Estate, Household
from jiugai.apps.surveys.models import Answer, Purpose, Survey
from jiugai.apps.surveys.residents.answering import spoken
from jiugai.apps.surveys.results.demand import latest
from jiugai.apps.surveys.results.kept import results_of
from jiugai.apps.surveys.results.shown import ratings_of
from jiugai.web.pieces import (
    ESTATE_MENU,
    ESTATE_SECTIONS,
    RESIDENT_HOME,
    RESIDENT_TODO,
    Piece,
)


def _actions(request: HttpRequest, estate: Estate) -> Mapping[str, Any] | None:
    may = cast(StaffRequest, request).viewer.may
    if estate.retired_on or not may(Permission.RUN_SURVEYS, division=estate.division):
        return None
    return {"estate": estate}


def _section(request: HttpRequest, estate: Estate) -> Mapping[str, Any] | None:
    if not cast(StaffRequest, request).viewer.may(Permission.VIEW_RESIDENTS):
        return None
    surveys = list(Survey.objects.filter(estate=estate))
    if not surveys:
        return None
    rating = latest(estate, Purpose.RATING)
    ratings = ratings_of(results_of(rating), spoken()) if rating else []
    return {"surveys": surveys, "rating": rating, "ratings": ratings}


def _to_do(_request: HttpRequest, household: Household) -> Mapping[str, Any] | None:
    """Return the surveys that a household can answer and has not finished."""
    today = timezone.localdate()
    done = Answer.objects.filter(household=household, state=Answer.State.DONE)
    found = Survey.objects.filter(
        estate=household.building.estate_id,
        state=Survey.State.OPEN,
        is_online=True,
        opens_on__lte=today,
        closes_on__gte=today,
    ).exclude(pk__in=done.values("survey"))
    surveys = list(found.order_by("closes_on", "id"))
    return {"surveys": surveys} if surveys else None


def _more(_request: HttpRequest, household: Household) -> Mapping[str, Any] | None:
    """Return what the household answered, and results that were announced."""
    today = timezone.localdate()
    answered = Answer.objects.filter(household=household, state=Answer.State.DONE)
    own = Survey.objects.filter(pk__in=answered.values("survey"), announced_on=None)
    announced = Survey.objects.filter(
        estate=household.building.estate_id, announced_on__isnull=False
    )
    with of_household(0):
        results = [(one, results_of(one)) for one in announced.order_by("-announced_on")[:5]]
    shown = [(one, found, ratings_of(found, spoken())[:1]) for one, found in results]
    mine = [(one, one.takes_answers(today)) for one in own.order_by("-id")]
    return {"mine": mine, "announced": shown} if mine or shown else None


PIECES: Final = (
    Piece(ESTATE_MENU, "surveys/parts/estate_menu.html", 25, _actions),
    Piece(ESTATE_SECTIONS, "surveys/parts/estate_section.html", 25, _section),
    Piece(RESIDENT_TODO, "surveys/parts/resident_todo.html", 20, _to_do),
    Piece(RESIDENT_HOME, "surveys/parts/resident_more.html", 20, _more),
)
