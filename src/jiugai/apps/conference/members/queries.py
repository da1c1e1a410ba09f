"""What is asked about members."""

from datetime import date

from django.db.models import Case, IntegerField, Q, QuerySet, Value, When

from jiugai.apps.conference.models import Seat

_ORDER = Case(
    When(part=Seat.Part.CONVENER, then=Value(0)),
    When(part=Seat.Part.OFFICE, then=Value(1)),
    default=Value(2),
    output_field=IntegerField(),
)


def seats_of(division: str, on: date) -> QuerySet[Seat]:
    """Return who sits in the conference of a division on a day: convener, office, members."""
    found = Seat.objects.filter(Q(until=None) | Q(until__gt=on), division=division, since__lte=on)
    return found.select_related("organisation", "person").order_by(_ORDER, "id")
