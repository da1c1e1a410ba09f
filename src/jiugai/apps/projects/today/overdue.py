"""Tell those whose turn it is, once, that something is overdue."""

from datetime import date
from typing import Final

from jiugai.apps.accounts.rows import scope
from jiugai.apps.projects.models import Application, Desk, Notice
from jiugai.apps.projects.review.overdue import tell_late_reviews
from jiugai.apps.projects.today.notices import sitting_at, tell
from jiugai.apps.projects.whistle.overdue import tell_late_calls

#: So many at a time, so that the worker never holds a long transaction.
MOST: Final = 200


def tell_overdue(*, on: date) -> int:
    """Tell who is to be told of what is overdue since a day; return how many things that is.

    Each is looked at once for each desk and deadline, by whichever worker comes first.
    """
    with scope(""):
        return (
            _applications(on)
            + tell_late_reviews(on=on, most=MOST)
            + tell_late_calls(on=on, most=MOST)
        )


def _applications(on: date) -> int:
    late = (
        Application.objects.select_for_update(skip_locked=True, of=("self",))
        .filter(due_on__lt=on, told_late=False)
        .select_related("estate")
        .order_by("id")[:MOST]
    )
    found = list(late)
    for one in found:
        people = sitting_at(Desk(one.desk), one.division, on)
        key = f"late {one.pk} {one.desk} {one.due_on}"
        tell(people, kind=Notice.Kind.OVERDUE, application=one, key=key)
    Application.objects.filter(pk__in=[one.pk for one in found]).update(told_late=True)
    return len(found)
