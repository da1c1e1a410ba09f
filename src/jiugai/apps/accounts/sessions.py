"""Sessions end: after a while without a click, after a working day, and the oldest of too many."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any, Final

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.views import redirect_to_login
from django.contrib.sessions.models import Session
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from jiugai.apps.accounts.models import Ended, Person, SignedIn

#: What the session knows of itself: its key, when it began and when it was last used.
KEY: Final = "sitting"
#: The last use is noted at most this often, so that most clicks write nothing.
NOTE_AFTER: Final = timedelta(minutes=1)


class SessionLimits:
    """Ends sessions that are over, counts those that begin, and says why one was ended."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer a request."""
        person: Any = request.user
        if not person.is_authenticated:
            _say_why(request)
            return self.get_response(request)
        now = timezone.now()
        known = request.session.get(KEY)
        if known is None or known["key"] != request.session.session_key:
            begin(request, at=now)
        elif because := _over(known, at=now):
            end(SignedIn.objects.filter(key=known["key"]), because=because, at=now)
            logout(request)
            messages.warning(request, str(because.words))
            return _to_sign_in(request)
        elif now - datetime.fromisoformat(known["seen"]) > NOTE_AFTER:
            _note(request, at=now)
        return self.get_response(request)


def begin(request: HttpRequest, *, at: datetime) -> SignedIn:
    """Note that a person's session begins here; the oldest of too many end."""
    person: Any = request.user
    if request.session.session_key is None:
        request.session.save()
    key = str(request.session.session_key)
    request.session[KEY] = {"key": key, "began": at.isoformat(), "seen": at.isoformat()}
    sitting = SignedIn.objects.create(
        person=person,
        key=key,
        began_at=at,
        seen_at=at,
        address=request.META.get("REMOTE_ADDR") or None,
        browser=request.headers.get("User-Agent", "")[:200],
    )
    others = open_sessions(person, at=at).exclude(pk=sitting.pk).order_by("-seen_at")
    too_many = list(others.values_list("pk", flat=True)[settings.SESSIONS_PER_PERSON - 1 :])
    end(SignedIn.objects.filter(pk__in=too_many), because=Ended.NEWER, at=at)
    return sitting


def open_sessions(person: Person, *, at: datetime) -> Any:
    """Return the sessions of a person that still count, the last used first."""
    return SignedIn.objects.filter(
        person=person,
        ended_at=None,
        began_at__gt=at - timedelta(seconds=settings.SESSION_COOKIE_AGE),
        seen_at__gt=at - timedelta(seconds=settings.SESSION_IDLE_AGE),
    ).order_by("-seen_at")


def end(sittings: Any, *, because: Ended, at: datetime) -> int:
    """End sessions, whoever holds them, and keep why; return how many ended."""
    open_ones = sittings.filter(ended_at=None)
    Session.objects.filter(session_key__in=list(open_ones.values_list("key", flat=True))).delete()
    return int(open_ones.update(ended_at=at, ended_because=because))


def _over(known: dict[str, str], *, at: datetime) -> Ended | None:
    if at - datetime.fromisoformat(known["began"]) >= timedelta(
        seconds=settings.SESSION_COOKIE_AGE
    ):
        return Ended.TOO_LONG
    if at - datetime.fromisoformat(known["seen"]) >= timedelta(seconds=settings.SESSION_IDLE_AGE):
        return Ended.IDLE
    return None


def _note(request: HttpRequest, *, at: datetime) -> None:
    request.session[KEY] = request.session[KEY] | {"seen": at.isoformat()}
    SignedIn.objects.filter(key=request.session.session_key).update(seen_at=at)


def _say_why(request: HttpRequest) -> None:
    """Tell somebody whose session is gone why it was ended, once."""
    cookie = request.COOKIES.get(settings.SESSION_COOKIE_NAME)
    if not cookie or request.session.session_key is not None:
        return
    ended = SignedIn.objects.filter(key=cookie).exclude(ended_because="").last()
    if ended is not None and ended.ended_because != Ended.OUT:
        messages.warning(request, str(Ended(ended.ended_because).words))


def _to_sign_in(request: HttpRequest) -> HttpResponse:
    if request.headers.get("HX-Request"):
        address = redirect(settings.LOGIN_URL)["Location"]
        return HttpResponse(status=204, headers={"HX-Redirect": address})
    if request.method == "GET":
        return redirect_to_login(request.get_full_path())
    return redirect(settings.LOGIN_URL)
