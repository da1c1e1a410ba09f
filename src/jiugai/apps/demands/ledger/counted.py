"""How many tickets of the hotline an estate had in a year, as a fact of the register.

Rules read it (`p14.priority.demands`), and so does the score of need of a plan.
"""

from datetime import date, timedelta
from typing import Final

from django.db import transaction
from django.utils.translation import gettext as _

from jiugai.apps.accounts.models import Person
from jiugai.apps.audit.actions import Action
from jiugai.apps.audit.services import record
from jiugai.apps.demands.models import Channel, Demand, State
from jiugai.apps.registry.models import Estate, Source
from jiugai.apps.registry.services.assess import assess
from jiugai.apps.registry.services.edit import apply_values
from jiugai.kernel.errors import Refusal

FACT: Final = "complaint_count"
YEAR: Final = timedelta(days=365)


def tickets_in_a_year(estate: Estate, *, on: date) -> int:
    """Return how many tickets came in the year up to a day; each counts, repeats, too."""
    found = Demand.objects.filter(estate=estate, channel=Channel.HOTLINE)
    found = found.exclude(state=State.WITHDRAWN)
    return found.filter(asked_at__date__gt=on - YEAR, asked_at__date__lte=on).count()


@transaction.atomic
def supply_count(*, estate: Estate, by: Person, on: date) -> int:
    """Put the year's number of tickets into the register, with the ledger as its source.

    Raises Refusal if the ledger has none, or the register has the same number.
    """
    locked = Estate.objects.select_for_update(of=("self",)).get(pk=estate.pk)
    count = tickets_in_a_year(locked, on=on)
    if not count:
        raise Refusal(_("近一年的台账里没有这个小区的 12345 工单，没有可写的件数。"))
    if locked.facts.get(FACT) == count:
        raise Refusal(_("小区台账里已经是 {n} 件。").format(n=count))
    reason = _("诉求台账：{start} 至 {end} 的 12345 工单").format(start=on - YEAR, end=on)
    source = Source.objects.create(
        kind=Source.Kind.PROOF, division=locked.division, reason=reason[:300], by=by
    )
    apply_values(locked, {FACT: count}, source=source)
    record(Action.COUNT_SUPPLIED, locked, by=by, count=count)
    assess([locked.pk], day=on)
    return count
