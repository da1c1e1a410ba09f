"""Errors as problem+json (RFC 9457): what happened and what to do, in words."""

import json
from typing import Any, Final

from django.http import HttpResponse

from jiugai.kernel.errors import JiugaiError

KIND: Final = "application/problem+json"


class Turned(JiugaiError):
    """A call is turned away; `status` is that of the answer."""

    def __init__(self, message: str, *, status: int, wait: int = 0) -> None:
        self.status = status
        self.wait = wait
        super().__init__(message)


def problem(status: int, title: str, **more: Any) -> HttpResponse:
    """Return an error as other systems read it."""
    body = {"type": "about:blank", "title": title, "status": status, **more}
    response = HttpResponse(json.dumps(body, ensure_ascii=False), status=status, content_type=KIND)
    if status == 401:
        response["WWW-Authenticate"] = "Bearer"
    return response


def turned(error: Turned) -> HttpResponse:
    """Return the answer to a call that was turned away."""
    response = problem(error.status, str(error))
    if error.wait:
        response["Retry-After"] = str(error.wait)
    return response
