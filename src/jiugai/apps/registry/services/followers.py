"""What else is worked out anew when estates were judged again, or the law is read otherwise."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, Final

from django.utils.module_loading import autodiscover_modules

#: Takes the ids of estates and the day.
Follower = Callable[..., Any]

_FOLLOWERS: Final[dict[str, Follower]] = {}
_OF_LAW: Final[dict[str, Follower]] = {}


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


def follows_law(function: Follower) -> Follower:
    """Let a function be called whenever a place reads its law otherwise than before.

    It stands in a module `assessed` of an app above and is called as `function(place, day=…)`
    in the scope of the place, when its estates were judged again.
    """
    _OF_LAW[f"{function.__module__}.{function.__qualname__}"] = function
    return function


def follow_law(place: str, *, day: date) -> None:
    """Call what rests on the law besides the verdicts on estates."""
    autodiscover_modules("assessed")
    for function in _OF_LAW.values():
        function(place, day=day)
