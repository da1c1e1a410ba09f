"""Tell what happened: the worker spreads events over addresses and sends what is due.

An event is told at least once. Who dies after sending and before noting it sends again after
the lease; a receiver knows the repetition by its key.
"""

import json
import logging
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Final

from django.db import transaction
from django.utils import timezone

from jiugai.apps.accounts.permissions import Permission
from jiugai.apps.accounts.roles import ROLES, Role
from jiugai.apps.accounts.rows import scope
from jiugai.apps.accounts.viewer import viewer_of
from jiugai.apps.hooks.models import Delivery, Event, Hook
from jiugai.apps.hooks.send import KEPT, send, signature
from jiugai.kernel.division import covers

LOG = logging.getLogger(__name__)
#: Minutes until it is tried again, by how often it was tried; then the last again and again.
PAUSES: Final = (1, 5, 30, 120, 360, 720)
#: After this it is given up; so long a telling of somebody who died is left alone.
GIVEN_UP: Final = timedelta(days=3)
LEASE: Final = timedelta(minutes=2)
MOST: Final = 200
NEEDS: Final = frozenset({Permission.USE_API, Permission.VIEW_PROJECTS})


def tell_waiting(*, is_stopping: Callable[[], bool] = lambda: False) -> int:
    """Spread what happened and send what is due; return how many requests were made."""
    while spread(at=timezone.now()) and not is_stopping():
        pass
    sent = 0
    while not is_stopping() and (one := _claim(timezone.now())) is not None:
        _tell(one)
        sent += 1
    return sent


def spread(*, at: datetime) -> int:
    """Make a delivery of each waiting event for each address that asks for it."""
    with scope(""):
        waiting = Event.objects.filter(spread_at=None).order_by("id")
        events = list(waiting.select_for_update(skip_locked=True)[:MOST])
        if not events:
            return 0
        hooks = [
            one
            for one in Hook.objects.filter(ended_at=None).select_related("person")
            if may_be_told(one, on=timezone.localdate(at))
        ]
        Delivery.objects.bulk_create(
            delivery_of(event, hook, at=at)
            for event in events
            for hook in hooks
            if event.kind in hook.kinds
            and covers(hook.division, event.division)
            and event.at >= hook.created_at
        )
        Event.objects.filter(pk__in=[one.pk for one in events]).update(spread_at=at)
        return len(events)


def may_be_told(hook: Hook, *, on: date) -> bool:
    """Return whether the person in whose name it is told may still see all of it."""
    if not hook.person.is_active:
        return False
    viewer = viewer_of(hook.person, on=on)
    return any(
        covers(one.division, hook.division) and set(ROLES[Role(one.role)].permissions) >= NEEDS
        for one in viewer.appointments
    )


def delivery_of(event: Event, hook: Hook, *, at: datetime) -> Delivery:
    """Return a telling of an event, its body as it will be sent every time."""
    made = Delivery(
        hook=hook,
        kind=event.kind,
        title=event.subject_name or str(event),
        next_at=at,
        created_at=at,
    )
    made.until = at + GIVEN_UP
    made.body = json.dumps(
        {
            "id": str(made.key),
            "event": event.kind,
            "at": event.at.isoformat(),
            "division": event.division,
            "subject": {
                "kind": event.subject,
                "id": event.subject_id,
                "name": event.subject_name,
            },
            "detail": event.detail,
        },
        ensure_ascii=False,
    )
    return made


def _claim(now: datetime) -> Delivery | None:
    """Return what is due longest, put off by the lease so that nobody else sends it, too."""
    with transaction.atomic():
        due = Delivery.objects.filter(state=Delivery.State.WAITING, next_at__lte=now)
        one = (
            due.filter(hook__ended_at=None)
            .select_related("hook")
            .select_for_update(skip_locked=True, of=("self",))
            .order_by("next_at", "id")
            .first()
        )
        if one is not None:
            one.attempts += 1
            one.next_at = now + LEASE
            one.save(update_fields=["attempts", "next_at"])
    return one


def _tell(one: Delivery) -> None:
    at = int(timezone.now().timestamp())
    headers = {
        "Content-Type": "application/json; charset=utf-8",
        "User-Agent": "jiugai",
        "X-Jiugai-Event": one.kind,
        "X-Jiugai-Delivery": str(one.key),
        "X-Jiugai-Signature": signature(one.hook.secret.opened, one.body, at=at),
    }
    is_taken, words = send(one.hook.address, one.body, headers)
    note(one, is_taken=is_taken, words=words, at=timezone.now())


def note(one: Delivery, *, is_taken: bool, words: str, at: datetime) -> None:
    """Write down what came of a request: done, again later, or given up."""
    one.answer = words[:KEPT]
    if is_taken:
        one.state, one.ended_at = Delivery.State.DONE, at
    elif at >= one.until:
        one.state, one.ended_at = Delivery.State.DEAD, at
        LOG.warning("Delivery %s is given up: %s", one.key, one.answer)
    else:
        pause = PAUSES[min(one.attempts, len(PAUSES)) - 1]
        one.next_at = min(at + timedelta(minutes=pause), one.until)
    one.save(update_fields=["answer", "state", "ended_at", "next_at"])
