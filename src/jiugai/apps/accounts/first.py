"""What comes before everything else: a password of one's own, then a second factor."""

from collections.abc import Callable
from typing import Any, Final

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from jiugai.apps.accounts.models import Person
from jiugai.apps.accounts.passwords import is_expired, must_change
from jiugai.apps.accounts.second_factor import has_factor, is_required

#: The session remembers that a second factor was found.
HAS_FACTOR: Final = "has_factor"
ALWAYS: Final = frozenset({"account_logout", "account_reauthenticate", "web:speak"})
PASSWORD: Final = "account_change_password"  # noqa: S105 - the name of a page


class FirstThingsFirst:
    """Leads a person to what they still owe and lets them do nothing else until it is done."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer a request."""
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, _view: Any, _args: Any, _kwargs: Any
    ) -> HttpResponse | None:
        """Send a person who owes something to where they can do it."""
        person: Any = request.user
        match = request.resolver_match
        if not person.is_authenticated or match is None or match.view_name in ALWAYS:
            return None
        if must_change(person, at=timezone.now()):
            return None if match.view_name == PASSWORD else _to_password(request, person)
        if _owes_factor(request, person) and not match.view_name.startswith("mfa_"):
            return _to_factor(request)
        return None


def _owes_factor(request: HttpRequest, person: Person) -> bool:
    if not is_required() or request.session.get(HAS_FACTOR):
        return False
    if not has_factor(person):
        return True
    request.session[HAS_FACTOR] = True
    return False


def _to_password(request: HttpRequest, person: Person) -> HttpResponse:
    if is_expired(person, at=timezone.now()):
        said = _("密码已到期，请先换一个新的，再继续。")
    else:
        said = _("这是管理员给的初始密码，请先换成您自己的，再继续。")
    return _leave(request, PASSWORD, said)


def _to_factor(request: HttpRequest) -> HttpResponse:
    return _leave(request, "mfa_index", _("请先设置第二因素（手机验证器或通行密钥），再继续。"))


def _leave(request: HttpRequest, page: str, said: str) -> HttpResponse:
    """Go to a page and say why; htmx is told to load it whole."""
    messages.warning(request, said)
    if request.headers.get("HX-Request"):
        return HttpResponse(status=204, headers={"HX-Redirect": reverse(page)})
    return redirect(page)
