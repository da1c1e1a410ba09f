"""An address of another system that is told what happens, with what became of it so far."""

from datetime import timedelta
from secrets import token_urlsafe
from typing import Final

from django.utils import timezone

from jiugai.apps.accounts.models import Person
from jiugai.apps.hooks.deliver import delivery_of
from jiugai.apps.hooks.kinds import Kind
from jiugai.apps.hooks.models import Delivery, Event, Hook
from jiugai.apps.projects.models import Application, Desk

#: A name that never leads anywhere (RFC 2606), so that the demo tells nobody.
ADDRESS: Final = "https://shuju.shifanqu.example/told"
_DONE, _DEAD = Delivery.State.DONE, Delivery.State.DEAD


def tell_others(*, officer: Person, place: str) -> None:
    """Have the made-up data platform of the district told of applications and plans."""
    hook = Hook.objects.create(
        person=officer,
        name="区数据平台（虚构）",
        address=ADDRESS,
        secret=token_urlsafe(16),
        kinds=[Kind.CONFIRMED.value, Kind.PLAN_ADOPTED.value, Kind.GATE_OPENED.value],
        division=place,
    )
    found = Application.objects.filter(desk=Desk.CONFIRMED, division__startswith=place)
    for days, one in enumerate(found.order_by("-id")[:4], 1):
        _told(hook, one, days)


def _told(hook: Hook, application: Application, days: int) -> None:
    at = timezone.now() - timedelta(days=days)
    event = Event(
        division=application.division,
        kind=Kind.CONFIRMED,
        at=at,
        subject=application._meta.label_lower,
        subject_id=str(application.pk),
        subject_name=str(application)[:120],
    )
    made = delivery_of(event, hook, at=at)
    is_dead = days == 4
    made.state = _DEAD if is_dead else _DONE
    made.attempts, made.ended_at = (11 if is_dead else 1), at
    made.answer = "HTTP 503 Service Unavailable" if is_dead else "HTTP 204"
    made.save()
