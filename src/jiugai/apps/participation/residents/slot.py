"""The slot of the ballot box: the short way of a ballot, past pages and their middleware."""

import re
from collections.abc import Callable
from typing import Final

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, UnreadablePostError
from django.middleware.csrf import CsrfViewMiddleware
from django.urls import reverse
from django.utils import timezone

from jiugai.apps.participation.models import Mark
from jiugai.apps.participation.residents.access import COOKIE
from jiugai.apps.participation.residents.box import Slip, hand_in

#: Where a household votes: `participation:my_vote`.
PATH: Final = re.compile(r"/r/v/(\d{1,9})")
MARKS: Final = {str(one.value): one for one in Mark}


class Slot:
    """Takes ballots that are in order; whatever else comes, goes the long way.

    In order is a choice that was confirmed, in a form of ours, by a household at home. Who is
    refused here is told why by the page, which looks again. Ballots wait for the commit that
    they share, so they need no room among the pages (`web.at_once`).
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.forgeries = CsrfViewMiddleware(get_response)

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer a request; what is answered here is committed."""
        try:
            slip = self._slip(request)
        except UnreadablePostError:  # who broke off is told so as ever
            slip = None
        ballot = slip and hand_in(slip)
        if not ballot:
            return self.get_response(request)
        to = reverse("participation:receipt", args=[ballot.vote_id, ballot.receipt])
        return HttpResponseRedirect(to, headers={"X-Content-Type-Options": "nosniff"})

    def _slip(self, request: HttpRequest) -> Slip | None:
        found = request.method == "POST" and PATH.fullmatch(request.path_info)
        token = request.COOKIES.get(COOKIE)
        if not found or not token:
            return None
        request.get_host()  # refuses hosts that are not ours
        mark = MARKS.get(request.POST.get("mark", ""))
        if mark is None or request.POST.get("confirmed") != "1" or self._is_forged(request):
            return None
        return Slip(int(found[1]), token, mark, timezone.now())

    def _is_forged(self, request: HttpRequest) -> bool:
        self.forgeries.process_request(request)
        return self.forgeries.process_view(request, self.get_response, (), {}) is not None
