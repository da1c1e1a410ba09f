"""Who asks, where proxies stand between people and the site."""

from collections.abc import Callable
from ipaddress import ip_address

from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed
from django.http import HttpRequest, HttpResponse


class BehindProxies:
    """Puts the address that the outermost of our proxies saw in place of the innermost proxy's.

    Each proxy adds whom it saw at the end of `X-Forwarded-For`; whatever stands before the last
    as many entries as there are proxies, anybody may have written.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        if not settings.PROXIES:
            raise MiddlewareNotUsed
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer a request; one that came past the proxies keeps the address it came from."""
        seen = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")
        if len(seen) >= settings.PROXIES and _is_address(who := seen[-settings.PROXIES].strip()):
            request.META["REMOTE_ADDR"] = who
        return self.get_response(request)


def _is_address(text: str) -> bool:
    try:
        ip_address(text)
    except ValueError:
        return False
    return True
