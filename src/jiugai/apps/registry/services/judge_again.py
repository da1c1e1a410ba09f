"""Judge a whole place again when its law is read otherwise, at once or on a later day."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Final

from django.db.models import F, QuerySet

from jiugai.apps.accounts.models import Person
from jiugai.apps.accounts.rows import scope
from jiugai.apps.jobs.models import Job
from jiugai.apps.registry.models import ChosenReading, Estate
from jiugai.apps.registry.services.assess import assess
from jiugai.apps.registry.services.followers import follow_law
from jiugai.apps.registry.services.readings import JUDGE, judge_again

#: So many estates are judged between two words about how far it is.
MANY: Final = 20_000
#: A day that was missed, because nothing ran, is made up for within so many.
MISSED: Final = timedelta(days=60)


def judge_place(place: str, *, day: date, tell: Callable[[int, int], None]) -> int:
    """Judge every estate of the scope again and all that rests on the law; return how many."""
    ids = list(
        Estate.objects.filter(retired_on=None)
        .order_by("division", "id")
        .values_list("pk", flat=True)
    )
    for part in range(0, len(ids), MANY):
        tell(part, len(ids))
        assess(ids[part : part + MANY], day=day)
    follow_law(place, day=day)
    return len(ids)


def judge_turned(*, on: date) -> int:
    """Start judging where a choice made for a later day begins or ends; return in how many places.

    Whoever made or ended the choice is said to have asked for it.
    """
    with scope(""):
        turned: list[tuple[str, date | None, Person | None]] = []
        turned += [(one.place, one.since, one.by) for one in _begun(on)]
        turned += [(one.place, one.until, one.ended_by) for one in _ended(on)]
        waiting = [one for one in turned if not _is_judged(one[0], one[1])]
    started = 0
    for place, day, by in waiting:
        with scope(place):
            if not _is_judged(place, day):
                started += by is not None and judge_again(place=place, by=by) is not None
    return started


def _begun(on: date) -> QuerySet[ChosenReading]:
    """Return what was chosen for a day to come that has come."""
    later = ChosenReading.objects.filter(at__date__lt=F("since")).exclude(until=F("since"))
    return later.filter(since__lte=on, since__gt=on - MISSED).select_related("by")


def _ended(on: date) -> QuerySet[ChosenReading]:
    later = ChosenReading.objects.filter(ended_at__date__lt=F("until"))
    return later.filter(until__lte=on, until__gt=on - MISSED).select_related("ended_by")


def _is_judged(place: str, day: date | None) -> bool:
    jobs = Job.objects.filter(kind=JUDGE, arguments__place=place)
    return jobs.filter(created_at__date__gte=day).exists()
