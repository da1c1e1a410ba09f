"""What else is worked out anew when estates were judged again."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, Final

from django.utils.module_loading import autodiscover_modules

#: Takes the ids of estates and the day.
Follower = Callable[..., Any]

_FOLLOWERS: Final[dict[str, Follower]] = {}


def follows_assessment(function: Follower) -> Follower:
    """Let a function be called, within the same transaction, whenever estates were judged again.

    It stands in a module `assessed` of an app above and is called as `function(ids, day=…)`.
    """
    _FOLLOWERS[f"{function.__module__}.{function.__qualname__}"] = function
    return function


def follow(ids: Sequence[int], *, day: date) -> None:
    """Call what follows; apps above need not be known here."""
    autodiscover_modules("assessed")
    for function in _FOLLOWERS.values():
        function(ids, day=day)
