"""Response, resolution and satisfaction (条例 三十二②; P14 四(三)), and what counts for each."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.db.models import Count, F, Q

from jiugai.apps.demands.models import Contentment, Demand, State
from jiugai.apps.demands.models.choices import OPEN

#: By what figures are counted: the field, and the one that names it.
BY: Final[Mapping[str, tuple[str, str]]] = {
    "estate": ("estate", "estate__name"),
    "unit": ("organisation", "organisation__name"),
    "street": ("division", "division"),
    "kind": ("kind", "kind"),
}


@dataclass(frozen=True, slots=True)
class Rates:
    """How the demands of an estate, a unit or a sub-district were dealt with.

    Of `asked`, `matters` are different ones. `answerable` were responded to or are past their
    day; `in_time` of them were responded to by it. `rated` were rated by who asked.
    """

    key: Any
    name: str
    asked: int
    matters: int
    open: int
    overdue: int
    answerable: int
    in_time: int
    rated: int
    solved: int
    content: int

    @property
    def response(self) -> float | None:
        """Return the share that was responded to in time."""
        return self.in_time / self.answerable if self.answerable else None

    @property
    def resolution(self) -> float | None:
        """Return the share that who asked calls solved."""
        return self.solved / self.rated if self.rated else None

    @property
    def satisfaction(self) -> float | None:
        """Return the share with whose answer who asked is content."""
        return self.content / self.rated if self.rated else None


def rates(by: str, *, since: date, until: date, on: date) -> list[Rates]:
    """Return the rates of what was asked on some days, most demands first."""
    field, name = BY[by]
    rows = _asked(since, until).values(field, name).annotate(**_counts(on))
    found = [
        Rates(row[field], str(row[name] or ""), **{key: row[key] for key in _COUNTED})
        for row in map(dict[str, Any], rows)
    ]
    return sorted(found, key=lambda one: (-one.asked, one.name))


def rates_of_all(*, since: date, until: date, on: date) -> Rates:
    """Return the rates of everything in scope that was asked on some days."""
    row = _asked(since, until).aggregate(**_counts(on))
    return Rates(None, "", **{key: row[key] for key in _COUNTED})


def _asked(since: date, until: date) -> Any:
    found = Demand.objects.exclude(state=State.WITHDRAWN).order_by()
    return found.filter(asked_at__date__gte=since, asked_at__date__lte=until)


_COUNTED: Final = (
    *("asked", "matters", "open", "overdue", "answerable", "in_time", "rated", "solved"),
    "content",
)


def _counts(on: date) -> dict[str, Count]:
    responded = Q(responded_on__isnull=False)
    in_time = responded & (Q(due_on=None) | Q(responded_on__lte=F("due_on")))
    content = Q(contentment__in=(Contentment.GLAD, Contentment.FAIR))
    conditions = {
        "matters": Q(matter=None),
        "open": Q(state__in=OPEN),
        "overdue": Q(state__in=OPEN, due_on__lt=on),
        "answerable": responded | Q(due_on__lt=on),
        "in_time": in_time,
        "rated": Q(rated_on__isnull=False),
        "solved": Q(rated_on__isnull=False, is_solved=True),
        "content": content,
    }
    counted = {name: Count("pk", filter=one) for name, one in conditions.items()}
    return {"asked": Count("pk"), **counted}
