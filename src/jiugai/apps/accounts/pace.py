"""How often something may be done: buckets in the database, which all processes share."""

from collections.abc import Callable
from datetime import timedelta
from functools import wraps
from math import ceil
from typing import Any, Final

from django.db import connection
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone

from jiugai.apps.accounts.models import Pace

#: Seconds in which an empty bucket fills.
FILLS: Final = 60
#: A bucket that was left alone so long is full and need not be kept.
KEPT: Final = timedelta(hours=1)

_FULL: Final = (
    "least(%(most)s, p.remaining + greatest(0, extract(epoch FROM statement_timestamp() - p.at))"
    f" * %(most)s / {FILLS})"
)
_TAKE: Final = f"""
INSERT INTO accounts_pace AS p (key, remaining, granted, at)
VALUES (%(key)s, %(most)s - %(want)s, %(want)s, statement_timestamp())
ON CONFLICT (key) DO UPDATE SET
  granted = least(%(want)s, floor({_FULL})),
  remaining = {_FULL} - least(%(want)s, floor({_FULL})),
  at = greatest(p.at, statement_timestamp())
RETURNING granted, remaining"""  # noqa: S608 - our own words

View = Callable[..., HttpResponseBase]


def take(key: str, *, most: int, want: int = 1) -> tuple[int, int]:
    """Take some out of a bucket of `most` a minute; return how many, and the seconds to wait.

    Raises ValueError if more is wanted than the bucket can hold.
    """
    if not 0 < want <= most:
        raise ValueError(f"{want} of {most}")
    with connection.cursor() as cursor:
        cursor.execute(_TAKE, {"key": key, "most": most, "want": want})
        granted, remaining = cursor.fetchone()
    if granted >= 1:
        return int(granted), 0
    return 0, max(1, ceil((1 - remaining) * FILLS / most))


def forget_idle() -> int:
    """Remove buckets that nobody drew from for long; return how many."""
    count, _kinds = Pace.objects.filter(at__lt=timezone.now() - KEPT).delete()
    return count


def paced(name: str, *, most: int, method: str = "POST") -> Callable[[View], View]:
    """Return a decorator that lets each person through so many times a minute."""

    def decorate(view: View) -> View:
        @wraps(view)
        def slowed(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if request.method == method:
                _granted, wait = take(f"{name}:{request.user.pk}", most=most)
                if wait:
                    context = {"most": most, "wait": wait}
                    response = render(request, "accounts/slower.html", context, status=429)
                    response["Retry-After"] = str(wait)
                    return response
            return view(request, *args, **kwargs)

        return slowed

    return decorate
