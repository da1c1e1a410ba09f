"""Tell departments, once for each deadline, that a call is overdue; and who whistled."""

from datetime import date

from jiugai.apps.projects.models import Call, Notice
from jiugai.apps.projects.today.notices import notify
from jiugai.apps.projects.whistle.queries import late_calls
from jiugai.apps.projects.whistle.services import people_of


def tell_late_calls(*, on: date, most: int) -> int:
    """Tell who is to be told of calls that are overdue since a day; return how many."""
    late = (
        late_calls(on)
        .filter(told_late=False)
        .select_for_update(skip_locked=True, of=("self",))
        .select_related("whistle__estate", "whistle__by", "organisation")
        .order_by("id")[:most]
    )
    found = list(late)
    for one in found:
        notify(
            {*people_of(one.organisation, one.division, on), one.whistle.by},
            kind=Notice.Kind.OVERDUE,
            about=str(one),
            address=one.whistle.get_absolute_url(),
            key=f"late call {one.pk} {one.due_on}",
            due_on=one.due_on,
        )
    Call.objects.filter(pk__in=[one.pk for one in found]).update(told_late=True)
    return len(found)
