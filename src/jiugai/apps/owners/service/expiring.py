"""A trial begins and ends with its days; the register follows without anybody's doing."""

from datetime import date
from typing import Final

from django.db.models import Q

from jiugai.apps.accounts.models import Person
from jiugai.apps.accounts.rows import scope
from jiugai.apps.owners.models import PropertyService
from jiugai.apps.owners.service.facts import register_of, words_of
from jiugai.apps.owners.supplying import supply

#: So many at a time, so that the worker never holds a long transaction.
MOST: Final = 100


def follow_days(*, on: date) -> int:
    """Bring the register up to a day for trials that began or ended since; return how many."""
    true = Q(estate__facts__property_trial=True)
    with scope(""):
        trials = PropertyService.objects.filter(kind=PropertyService.Kind.TRIAL, ended_on=None)
        over = trials.filter(true, until__lt=on)
        begun = trials.filter(since__lte=on, until__gte=on).exclude(true)
        found = list(
            (over | begun).select_related("estate", "company").order_by("id").distinct()[:MOST]
        )
        for one in found:
            values = register_of(one.estate, on=on)
            supply(one.estate, values, words=words_of(one), by=_keeper(one), on=on)
        return len(found)


def _keeper(service: PropertyService) -> Person:
    """Who wrote the trial down gave its days, and so what follows from them."""
    return service.steps.select_related("by").earliest("id").by
