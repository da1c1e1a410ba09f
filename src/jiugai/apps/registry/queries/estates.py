"""Find estates: by words, by filters, in an order."""

from dataclasses import dataclass, field
from typing import Any, Final

from django.db.models import Q, QuerySet

from jiugai.apps.registry.models import Estate

#: What a list may be sorted by, and the columns for it; the id makes every order whole.
ORDERS: Final = {
    "name": ("name", "id"),
    "year": ("built_year", "id"),
    "households": ("household_count", "id"),
    "area": ("floor_area_m2", "id"),
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody looks for; empty means anything."""

    words: str = ""
    division: str = ""
    stage: str = ""
    verdict: str = ""
    rule: str = ""
    missing: str = ""
    management: str = ""
    built_from: int | None = None
    built_to: int | None = None
    order: str = "name"
    backwards: bool = False
    within: tuple[float, float, float, float] | None = None
    ids: tuple[int, ...] = field(default=())


def find_estates(wanted: Wanted) -> QuerySet[Estate]:
    """Return the estates that fit, with their assessments, in the order asked for."""
    found = Estate.objects.filter(retired_on=None).select_related("assessment")
    for condition in _conditions(wanted):
        found = found.filter(condition)
    columns = ORDERS.get(wanted.order, ORDERS["name"])
    if wanted.backwards:
        return found.order_by(*(f"-{column}" for column in columns))
    return found.order_by(*columns)


def _conditions(wanted: Wanted) -> list[Q]:
    exact: dict[str, Any] = {
        "stage": wanted.stage,
        "management_mode": wanted.management,
        "built_year__gte": wanted.built_from,
        "built_year__lte": wanted.built_to,
        "assessment__missing__contains": [wanted.missing] if wanted.missing else None,
        "id__in": wanted.ids,
    }
    found = [Q(**{name: value}) for name, value in exact.items() if value not in (None, "", ())]
    if wanted.words:
        found.append(_words(wanted.words))
    if wanted.division:
        found.append(Q(division__gte=wanted.division, division__lt=wanted.division + ":"))
    if wanted.verdict:
        found.append(_verdict(wanted.rule, wanted.verdict))
    if wanted.within:
        west, south, east, north = wanted.within
        found.append(Q(lon__gte=west, lon__lte=east, lat__gte=south, lat__lte=north))
    return found


def _words(text: str) -> Q:
    """Every word must stand in the name, the address, the code or the initials."""
    found = Q()
    for word in text.split():
        found &= (
            Q(name__icontains=word)
            | Q(address__icontains=word)
            | Q(code__iexact=word)
            | Q(initials__startswith=word.lower())
        )
    return found


def _verdict(rule: str, verdict: str) -> Q:
    if not rule:
        return Q(assessment__overall=verdict)
    return Q(**{f"assessment__{verdict}__contains": [rule]})
