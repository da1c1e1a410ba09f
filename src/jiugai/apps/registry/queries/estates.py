"""Find estates: by words, by filters, in an order."""

from dataclasses import dataclass, field
from typing import Any, Final

from django.db.models import Exists, F, Func, OuterRef, Q, QuerySet, TextField

from jiugai.apps.registry.models import Conflict, Estate
from jiugai.apps.registry.models.words import with_word

#: What a list may be sorted by, and the columns for it; the id makes every order whole.
ORDERS: Final = {
    "name": ("name", "id"),
    "code": ("code", "id"),
    "division": ("division", "name", "id"),
    "year": ("built_year", "id"),
    "households": ("household_count", "id"),
    "buildings": ("building_count", "id"),
    "area": ("floor_area_m2", "id"),
    "management": ("management_mode", "id"),
    "stage": ("stage", "id"),
}
#: Columns in which nothing is known stand last, whichever way the list goes.
_MAY_LACK: Final = frozenset(
    {"built_year", "household_count", "building_count", "floor_area_m2", "management_mode"}
)


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
    conflicts: bool = False
    built_from: int | None = None
    built_to: int | None = None
    order: str = "name"
    backwards: bool = False
    within: tuple[float, float, float, float] | None = None
    ids: tuple[int, ...] = field(default=())

    @property
    def is_narrow(self) -> bool:
        """Return whether few can fit: those of a division with something else asked of them."""
        others = (self.verdict, self.missing, self.management, self.built_from, self.built_to)
        return bool(self.division) and any(others)


def find_estates(wanted: Wanted) -> QuerySet[Estate]:
    """Return the estates that fit, with their assessments, in the order asked for."""
    return in_order(fitting(wanted), wanted).select_related("assessment")


def fitting(wanted: Wanted) -> QuerySet[Estate]:
    """Return the estates that fit, in no order."""
    found = Estate.objects.filter(retired_on=None)
    for condition in _conditions(wanted):
        found = found.filter(condition)
    return found


def in_order(found: QuerySet[Estate], wanted: Wanted) -> QuerySet[Estate]:
    """Return estates in the order asked for."""
    columns = ORDERS.get(wanted.order, ORDERS["name"])
    return found.order_by(*(_towards(column, wanted) for column in columns))


def _towards(column: str, wanted: Wanted) -> Any:
    lacking = True if column in _MAY_LACK else None
    told = _Sorted(column) if column == "name" and wanted.is_narrow else F(column)
    return told.desc(nulls_last=lacking) if wanted.backwards else told.asc()


class _Sorted(Func):
    """A name that is sorted when found.

    The index by name would be walked from its beginning for the few that fit.
    """

    template = "(%(expressions)s || '')"
    output_field = TextField()


def _conditions(wanted: Wanted) -> list[Any]:
    exact: dict[str, Any] = {
        "stage": wanted.stage,
        "management_mode": wanted.management,
        "built_year__gte": wanted.built_from,
        "built_year__lte": wanted.built_to,
        "assessment__missing__contains": [wanted.missing] if wanted.missing else None,
        "id__in": wanted.ids,
    }
    found: list[Any] = [
        Q(**{name: value}) for name, value in exact.items() if value not in (None, "", ())
    ]
    found.extend(with_word(word) for word in wanted.words.split())
    if wanted.division:
        found.append(_below("division", wanted.division))
    if wanted.verdict:
        found.append(_verdict(wanted.rule, wanted.verdict))
        if wanted.division:  # said of the verdicts, too, they are found by their own index
            found.append(_below("assessment__division", wanted.division))
    if wanted.conflicts:
        found.append(Exists(Conflict.objects.filter(estate=OuterRef("pk"), settled_at=None)))
    if wanted.within:
        west, south, east, north = wanted.within
        found.append(Q(lon__gte=west, lon__lte=east, lat__gte=south, lat__lte=north))
    return found


def _below(column: str, division: str) -> Q:
    return Q(**{f"{column}__gte": division, f"{column}__lt": f"{division}:"})


def _verdict(rule: str, verdict: str) -> Q:
    if not rule:
        return Q(assessment__overall=verdict)
    return Q(**{f"assessment__{verdict}__contains": [rule]})
