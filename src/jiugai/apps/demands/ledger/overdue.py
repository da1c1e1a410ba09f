"""What nobody answered by its day goes up, whoever forgot it."""

from datetime import date
from typing import Final

from django.utils.translation import gettext as _

from jiugai.apps.accounts.rows import scope
from jiugai.apps.demands.ledger.services import raise_up
from jiugai.apps.demands.models import Demand
from jiugai.apps.demands.models.choices import OPEN

#: So many at a time, so that the worker never holds a long transaction.
MOST: Final = 200


def raise_overdue(*, on: date) -> int:
    """Bring up, once for each deadline, what is overdue since a day; return how many."""
    with scope(""):
        late = (
            Demand.objects.select_for_update(skip_locked=True, of=("self",), no_key=True)
            .filter(state__in=OPEN, due_on__lt=on, raised_on=None)
            .order_by("due_on", "id")[:MOST]
        )
        found = list(late)
        for one in found:
            words = _("期限 {due} 已过，没有答复，自动上报。").format(due=one.due_on)
            raise_up(pk=one.pk, words=words, by=None, on=on)
        return len(found)
