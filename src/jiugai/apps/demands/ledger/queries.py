"""What is asked about demands: lists, who may answer, what waits."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.utils import timezone

from jiugai.apps.accounts.models import Organisation
from jiugai.apps.accounts.permissions import Permission
from jiugai.apps.accounts.rows import within
from jiugai.apps.accounts.viewer import Viewer
from jiugai.apps.demands.models import Contentment, Demand, State
from jiugai.apps.demands.models.choices import OPEN
from jiugai.apps.demands.models.demand import PREFIX
from jiugai.apps.registry.models import Estate, Party
from jiugai.kernel.division import ancestors

ORDERS: Final = {
    "due": (F("due_on").asc(nulls_last=True), F("pk").asc()),
    "newest": (F("pk").desc(),),
    "oldest": (F("pk").asc(),),
}


@dataclass(frozen=True, slots=True)
class Sought:
    """What somebody looks for among demands; empty means anything."""

    words: str = ""
    which: str = "open"
    kind: str = ""
    channel: str = ""
    division: str = ""
    estate: int | None = None
    organisation: int | None = None
    since: date | None = None
    until: date | None = None
    order: str = "due"


def find_demands(sought: Sought, *, on: date) -> QuerySet[Demand]:
    """Return the demands that fit, in the order that is asked for."""
    found = Demand.objects.select_related("estate", "building", "organisation")
    found = _of_which(found, sought.which, on)
    plain = {
        "kind": sought.kind,
        "channel": sought.channel,
        "estate": sought.estate,
        "organisation": sought.organisation,
        "asked_at__date__gte": sought.since,
        "asked_at__date__lte": sought.until,
    }
    found = found.filter(**{name: value for name, value in plain.items() if value})
    if sought.division:
        found = found.filter(within(sought.division))
    for word in sought.words.split():
        found = found.filter(_named(word))
    return found.order_by(*ORDERS.get(sought.order, ORDERS["due"]))


def _of_which(found: QuerySet[Demand], which: str, on: date) -> QuerySet[Demand]:
    match which:
        case "open":
            return found.filter(state__in=OPEN)
        case "overdue":
            return found.filter(state__in=OPEN, due_on__lt=on)
        case "raised":
            return found.filter(state__in=OPEN, raised_on__isnull=False)
        case "sorry":
            return found.filter(Q(contentment=Contentment.SORRY) | Q(is_solved=False))
        case "repeats":
            more = Demand.objects.filter(matter=OuterRef("pk"))
            return found.filter(Q(matter__isnull=False) | Exists(more))
        case "all":
            return found
        case _:
            return found.filter(state=which)


def _named(word: str) -> Q:
    fits = (
        Q(text__icontains=word)
        | Q(estate__name__icontains=word)
        | Q(estate__initials__icontains=word)
        | Q(ticket__icontains=word)
    )
    digits = word.upper().removeprefix(PREFIX)
    if digits.isdecimal() and len(digits) < 19:
        fits |= Q(pk=int(digits))
    return fits


def units_for(estate: Estate) -> QuerySet[Organisation]:
    """Return who can be responsible: offices from the estate's division up, and its parties."""
    places = [*ancestors(estate.division), estate.division]
    now = Party.objects.current(timezone.localdate())
    parties = now.filter(estate=estate).values("organisation")
    return Organisation.objects.filter(Q(division__in=places) | Q(pk__in=parties)).order_by("name")


def answering_units() -> QuerySet[Organisation]:
    """Return who is responsible for some demand in scope."""
    return Organisation.objects.filter(demands__isnull=False).distinct().order_by("name")


def may_answer(viewer: Viewer, demand: Demand) -> bool:
    """Return whether somebody may answer: whose turn it is, or who runs the ledger there."""
    if viewer.may(Permission.RUN_DEMANDS, division=demand.division):
        return True
    own = viewer.person.organisation_id
    return (
        own is not None
        and demand.organisation_id == own
        and viewer.may(Permission.ANSWER_DEMANDS, division=demand.division)
    )


def own_open(viewer: Viewer) -> QuerySet[Demand]:
    """Return what the viewer's own organisation has to answer; each matter once."""
    own = viewer.person.organisation_id
    if own is None:
        return Demand.objects.none()
    return Demand.objects.filter(state=State.ASSIGNED, organisation=own)


def unassigned() -> QuerySet[Demand]:
    """Return what nobody is responsible for."""
    return Demand.objects.filter(state=State.NEW)


def brought_up() -> QuerySet[Demand]:
    """Return what was brought up and is still open."""
    return Demand.objects.filter(state__in=OPEN, raised_on__isnull=False)


def discontent() -> QuerySet[Demand]:
    """Return what was answered and is not solved, or not to the content of who asked."""
    sorry = Q(contentment=Contentment.SORRY) | Q(is_solved=False)
    return Demand.objects.filter(sorry, state=State.ANSWERED)
