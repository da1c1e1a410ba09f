"""Write down who signed in, who did not manage to, and who left."""

from datetime import date
from typing import Any

from axes.signals import user_locked_out
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.dispatch import receiver
from django.utils import timezone

from jiugai.apps.accounts.models import Appointment, Person
from jiugai.apps.accounts.rows import scope
from jiugai.apps.audit.actions import Action
from jiugai.apps.audit.services import record


@receiver(user_logged_in)
def signed_in(sender: Any, request: Any, user: Person, **_more: Any) -> None:
    """Write down a sign-in."""
    _write(Action.SIGNED_IN, user, request)


@receiver(user_logged_out)
def signed_out(sender: Any, request: Any, user: Person | None, **_more: Any) -> None:
    """Write down that somebody left."""
    if user is not None:
        _write(Action.SIGNED_OUT, user, request)


@receiver(user_login_failed)
def failed(sender: Any, credentials: dict[str, Any], request: Any = None, **_more: Any) -> None:
    """Write down a sign-in that failed; the name that was tried, never the password."""
    _tried(Action.SIGN_IN_FAILED, str(credentials.get("username") or ""), request)


@receiver(user_locked_out)
def locked_out(sender: Any, request: Any, username: str, **_more: Any) -> None:
    """Write down that an account was locked for a while."""
    _tried(Action.LOCKED_OUT, str(username or ""), request)


def _tried(action: Action, username: str, request: Any) -> None:
    person = Person.objects.filter(username__iexact=username).first() if username else None
    _write(action, person, request, tried=username[:60])


def _write(action: Action, person: Person | None, request: Any, **detail: Any) -> None:
    """Add a line where the person works, since nobody is in a scope yet."""
    address = request.META.get("REMOTE_ADDR", "") if request is not None else ""
    division = _division(person, timezone.localdate())
    with scope(""):
        record(action, person, by=person, division=division, address=address, **detail)


def _division(person: Person | None, on: date) -> str:
    first = Appointment.objects.filter(person=person, since__lte=on).order_by("pk").first()
    return first.division if person and first else ""
