"""What the libraries of signing in tell, written into the record."""

from typing import Any

from allauth.account.signals import password_changed, user_logged_in
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import (
    authentication_failed,
    authenticator_added,
    authenticator_removed,
    authenticator_reset,
)
from axes.signals import user_locked_out
from django.contrib.auth.signals import user_logged_out, user_login_failed
from django.http import HttpRequest
from django.utils import timezone

from jiugai.apps.accounts.models import Ended, Person, SignedIn
from jiugai.apps.accounts.rows import scope
from jiugai.apps.accounts.sessions import end
from jiugai.apps.audit.services import record


def listen() -> None:
    """Connect to the signals of other people's libraries."""
    user_logged_in.connect(_signed_in, dispatch_uid="record")
    user_logged_out.connect(_signed_out, dispatch_uid="record")
    user_login_failed.connect(_failed, dispatch_uid="record")
    user_locked_out.connect(_locked_out, dispatch_uid="record")
    password_changed.connect(_password_changed, dispatch_uid="record")
    authentication_failed.connect(_factor_failed, dispatch_uid="record")
    for signal, action in (
        (authenticator_added, "sign_in.factor_added"),
        (authenticator_removed, "sign_in.factor_removed"),
        (authenticator_reset, "sign_in.factor_renewed"),
    ):
        signal.connect(_factor(action), weak=False, dispatch_uid=f"record {action}")


def _write(
    action: str,
    person: Person | None,
    request: HttpRequest | None,
    *,
    is_proven: bool = True,
    **detail: Any,
) -> None:
    """Write one line in the division to which somebody belongs.

    Who did not prove who they are is not its author.
    """
    division = person.division if person else ""
    address = request.META.get("REMOTE_ADDR", "") if request else ""
    with scope(division):
        by = person if is_proven else None
        record(action, person, by=by, division=division, address=address, **detail)


def _signed_in(request: HttpRequest, user: Person, **_more: Any) -> None:
    methods = request.session.get("account_authentication_methods", [])
    _write(
        "sign_in.done", user, request, means=[one.get("type", one["method"]) for one in methods]
    )


def _signed_out(request: HttpRequest | None, user: Person | None, **_more: Any) -> None:
    if user is None or request is None:
        return
    key = request.session.session_key
    end(SignedIn.objects.filter(key=key), because=Ended.OUT, at=timezone.now())
    _write("sign_in.ended", user, request)


def _failed(credentials: dict[str, Any], request: HttpRequest | None = None, **_more: Any) -> None:
    username = str(credentials.get("username", ""))[:60]
    _write("sign_in.failed", _known(username), request, is_proven=False, username=username)


def _locked_out(request: HttpRequest, username: str, **_more: Any) -> None:
    name = str(username)[:60]
    _write("sign_in.locked", _known(name), request, is_proven=False, username=name)


def _password_changed(request: HttpRequest, user: Person, **_more: Any) -> None:
    _write("sign_in.password_changed", user, request)


def _factor_failed(
    request: HttpRequest, user: Person, authenticator: Authenticator, **_more: Any
) -> None:
    factor = authenticator.type
    _write("sign_in.factor_failed", user, request, is_proven=False, factor=factor)


def _factor(action: str) -> Any:
    def write(
        request: HttpRequest, user: Person, authenticator: Authenticator, **_more: Any
    ) -> None:
        _write(action, user, request, factor=authenticator.type)

    return write


def _known(username: str) -> Person | None:
    return Person.objects.filter(username__iexact=username).first()
