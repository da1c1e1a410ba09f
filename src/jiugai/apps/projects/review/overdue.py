"""Tell those in whose hands a review is, once, that it is overdue."""

from datetime import date

from jiugai.apps.projects.models import Hand, Notice, Review
from jiugai.apps.projects.review.services import SITTING
from jiugai.apps.projects.today.notices import holders, notify


def tell_late_reviews(*, on: date, most: int) -> int:
    """Tell who is to be told of reviews that are overdue since a day; return how many."""
    late = (
        Review.objects.select_for_update(skip_locked=True, of=("self",))
        .filter(due_on__lt=on, told_late=False, project__closed_on=None)
        .select_related("project__estate")
        .order_by("id")[:most]
    )
    found = list(late)
    for one in found:
        notify(
            holders(SITTING[Hand(one.hand)], one.division, on),
            kind=Notice.Kind.OVERDUE,
            about=str(one),
            address=one.get_absolute_url(),
            key=f"late review {one.pk} {one.version}",
            due_on=one.due_on,
        )
    Review.objects.filter(pk__in=[one.pk for one in found]).update(told_late=True)
    return len(found)
