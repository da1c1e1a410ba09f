"""What happens at a building and when: the calendar of its households, without anybody's name."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.module_loading import autodiscover_modules
from django.utils.translation import gettext as _

from jiugai.apps.participation.models import Notice, Vote
from jiugai.apps.registry.models import Building

#: What is over is told as far back as this many things.
MOST_OVER: Final = 15


@dataclass(frozen=True, slots=True)
class Dated:
    """Something at a building on some days; the last one counts.

    `is_year` says that no more than the year is known, `is_endless` that nobody knows until when
    it goes on: `last` is then the day on which it was asked.
    """

    key: str
    first: date
    last: date
    what: str
    title: str
    address: str = ""
    is_year: bool = False
    is_endless: bool = False

    def is_on(self, day: date) -> bool:
        """Return whether it goes on on a day."""
        return self.first <= day <= self.last


#: Returns what happens at a building, on the day of asking, before and after.
Teller = Callable[[Building, date], Iterable[Dated]]
_TELLERS: Final[dict[str, Teller]] = {}


def tells_days(function: Teller) -> Teller:
    """Let a function of an app above add to the calendar; it stands in a module `dated`."""
    _TELLERS[f"{function.__module__}.{function.__qualname__}"] = function
    return function


def days_of(building: Building, *, on: date) -> list[Dated]:
    """Return what happens at a building from a day on, the next first."""
    found = [one for one in _told(building, on) if one.last >= on]
    return sorted(found, key=lambda one: (one.first, one.last, one.key))


def past_of(building: Building, *, on: date) -> list[Dated]:
    """Return what was over at a building before a day, the latest first."""
    found = [one for one in _told(building, on) if one.last < on]
    return sorted(found, key=lambda one: (one.last, one.first, one.key), reverse=True)[:MOST_OVER]


def _told(building: Building, on: date) -> Iterable[Dated]:
    autodiscover_modules("dated")
    for tell in (_votes, _notices, *_TELLERS.values()):
        yield from tell(building, on)


def _votes(building: Building, _on: date) -> Iterable[Dated]:
    at_home = Q(building=None) | Q(building=building)
    votes = Vote.objects.filter(at_home, estate=building.estate_id)
    for one in votes.filter(state=Vote.State.OPEN):
        yield Dated(
            f"vote-{one.pk}",
            timezone.localdate(one.opens_at),
            timezone.localdate(one.closes_at),
            _("投票"),
            one.question,
            reverse("participation:my_vote", args=[one.pk]),
        )
    for one in votes.filter(state=Vote.State.PUBLISHED, published_on__isnull=False):
        if one.published_on is not None:
            yield Dated(
                f"result-{one.pk}",
                one.published_on,
                one.published_on,
                _("投票结果公布"),
                one.question,
                reverse("participation:result", args=[one.pk]),
            )


def _notices(building: Building, on: date) -> Iterable[Dated]:
    shown = Notice.objects.filter(estate=building.estate_id).exclude(state=Notice.State.DRAFT)
    for one in shown:
        if one.put_up_on is None or one.last_day is None:
            continue
        is_over = one.last_day < on
        yield Dated(
            f"notice-{one.pk}",
            one.put_up_on,
            one.last_day,
            _("公示结束") if is_over else _("公示，可以提意见"),
            one.title,
            reverse("participation:my_notice", args=[one.pk]),
        )
