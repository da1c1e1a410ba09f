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


@dataclass(frozen=True, slots=True)
class Dated:
    """Something at a building on some days; the last one counts."""

    key: str
    first: date
    last: date
    what: str
    title: str
    address: str = ""

    def is_on(self, day: date) -> bool:
        """Return whether it goes on on a day."""
        return self.first <= day <= self.last


#: Returns what happens at a building that is not over on a day.
Teller = Callable[[Building, date], Iterable[Dated]]
_TELLERS: Final[dict[str, Teller]] = {}


def tells_days(function: Teller) -> Teller:
    """Let a function of an app above add to the calendar; it stands in a module `dated`."""
    _TELLERS[f"{function.__module__}.{function.__qualname__}"] = function
    return function


def days_of(building: Building, *, on: date) -> list[Dated]:
    """Return what happens at a building from a day on, the next first."""
    autodiscover_modules("dated")
    found = [
        one
        for tell in (_votes, _notices, *_TELLERS.values())
        for one in tell(building, on)
        if one.last >= on
    ]
    return sorted(found, key=lambda one: (one.first, one.last, one.key))


def _votes(building: Building, _on: date) -> Iterable[Dated]:
    votes = Vote.objects.filter(
        Q(building=None) | Q(building=building), estate=building.estate_id, state=Vote.State.OPEN
    )
    for one in votes:
        yield Dated(
            f"vote-{one.pk}",
            timezone.localdate(one.opens_at),
            timezone.localdate(one.closes_at),
            _("投票"),
            one.question,
            reverse("participation:my_vote", args=[one.pk]),
        )


def _notices(building: Building, _on: date) -> Iterable[Dated]:
    for one in Notice.objects.filter(estate=building.estate_id, state=Notice.State.UP):
        if one.put_up_on and one.last_day:
            yield Dated(
                f"notice-{one.pk}",
                one.put_up_on,
                one.last_day,
                _("公示，可以提意见"),
                one.title,
                reverse("participation:my_notice", args=[one.pk]),
            )
