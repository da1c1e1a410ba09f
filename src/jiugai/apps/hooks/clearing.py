"""Clear what was told long ago: events and tellings that arrived, never those that did not."""

from datetime import date, datetime, timedelta

from django.conf import settings
from django.utils import timezone

from jiugai.apps.accounts.rows import scope
from jiugai.apps.audit.actions import Action
from jiugai.apps.audit.services import record
from jiugai.apps.hooks.models import Delivery, Event


def clear_told(*, on: date) -> int:
    """Remove what arrived more than the kept days before a day; return how many rows.

    A telling holds the whole body, so an event that was spread is no longer needed; tellings that
    wait or were given up stay. The bound is the beginning of a day: there is at most one line of
    the record a day.
    """
    before = timezone.make_aware(
        datetime.combine(on - timedelta(days=settings.HOOK_DAYS), datetime.min.time())
    )
    with scope(""):
        told = Delivery.objects.filter(state=Delivery.State.DONE, ended_at__lt=before)
        deliveries, _of_kinds = told.delete()
        spread = Event.objects.filter(spread_at__lt=before, at__lt=before)
        events, _of_kinds = spread.delete()
        if deliveries or events:
            record(
                Action.HOOKS_CLEARED,
                by=None,
                deliveries=deliveries,
                events=events,
                before=before.date().isoformat(),
            )
    return deliveries + events
