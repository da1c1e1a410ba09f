"""What is worked out anew here when the law of a place is read otherwise."""

from datetime import date

from django.db.models import Exists, OuterRef
from django.utils import timezone

from jiugai.apps.audit.actions import Action
from jiugai.apps.audit.services import record
from jiugai.apps.demands.ledger.deadlines import due_of
from jiugai.apps.demands.models import Demand, DemandStep
from jiugai.apps.demands.models.choices import OPEN, Channel, DueBy, Verb
from jiugai.apps.registry.services.followers import follows_law


@follows_law
def deadlines(_place: str, *, day: date) -> None:
    """Give open tickets without a day of their own the day by the law of when they came.

    One that was given back has its days from then on, and one that was extended keeps its own.
    """
    given_back = DemandStep.objects.filter(demand=OuterRef("pk"), verb=Verb.REOPENED)
    waiting = (
        Demand.objects.select_for_update(of=("self",), no_key=True)
        .filter(state__in=OPEN, channel=Channel.HOTLINE, due_by__in=(DueBy.NONE, DueBy.OFFICE))
        .exclude(Exists(given_back))
        .order_by("id")
    )
    for one in list(waiting):
        _follow(one, day)


def _follow(demand: Demand, day: date) -> None:
    on = timezone.localdate(demand.asked_at)
    due_on, due_by = due_of(demand.division, demand.kind, on=on, is_ticket=True, ticket_due=None)
    if due_by == demand.due_by:
        return  # how many days an office gives is another matter: what waits keeps its day
    before = [demand.due_on and demand.due_on.isoformat(), demand.due_by]
    demand.due_on, demand.due_by, demand.version = due_on, due_by, demand.version + 1
    demand.save(update_fields=["due_on", "due_by", "version"])
    now = [due_on and due_on.isoformat(), due_by]
    record(Action.DEMAND_DUE_READ, demand, by=None, changes={"due": [before, now]}, day=str(day))
