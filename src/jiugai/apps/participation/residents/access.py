"""A resident's view: who is at home, and only that household's rows."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial, wraps
from typing import Any, Final, cast

from django.contrib.auth.decorators import login_not_required
from django.db import transaction
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from jiugai.apps.accounts.rows import of_household, scope
from jiugai.apps.participation.models import Helper, ResidentSession
from jiugai.apps.participation.residents.entering import session_of
from jiugai.apps.participation.residents.helping import helper_of, note
from jiugai.apps.registry.models import Household
from jiugai.kernel.errors import Refusal

COOKIE: Final = "household"
ELDER: Final = "elder"
View = Callable[..., HttpResponseBase]


class ResidentRequest(HttpRequest):
    """A request of a household that came in."""

    household: Household
    session_at_home: ResidentSession
    helper: Helper | None


def for_residents(view: View) -> View:
    """Let only a household in, in one transaction that sees its own rows.

    Who is not at home is led to where codes are typed.
    """

    @wraps(view)
    def at_home(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        known = session_of(request.COOKIES.get(COOKIE, ""), at=timezone.now())
        if known is None:
            return redirect("participation:knock")
        with scope(known.division), of_household(known.household_id):
            try:
                request.helper = helper_of(  # type: ignore[attr-defined]
                    known, on=timezone.localdate()
                )
            except Refusal:
                return redirect("participation:knock")
            request.household = SimpleLazyObject(  # type: ignore[attr-defined]
                partial(_household, known.household_id)
            )
            request.session_at_home = known  # type: ignore[attr-defined]
            response = view(cast(ResidentRequest, request), *args, **kwargs)
            _note(cast(ResidentRequest, request), response)
            if response.status_code >= 500:
                transaction.set_rollback(True)
        return response

    found = login_not_required(at_home)
    found.for_residents = True  # type: ignore[attr-defined]
    return found


def _household(pk: int) -> Household:
    """Return the household; who casts a ballot or answers a question need not wait for it."""
    return Household.objects.select_related("building__estate", "unit").get(pk=pk)


def _note(request: ResidentRequest, response: HttpResponseBase) -> None:
    """Write down what somebody did for the household."""
    if request.helper is not None and request.method == "POST" and response.status_code < 400:
        note(request.helper, request.path)


def elder(request: HttpRequest) -> dict[str, object]:
    """Return what every resident's page needs to know."""
    return {"elder": request.COOKIES.get(ELDER) == "1"}
