"""Who sits in a conference: an organisation takes a seat, and leaves it."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from jiugai.apps.accounts.models import Organisation, Person
from jiugai.apps.audit.actions import Action
from jiugai.apps.audit.services import record
from jiugai.apps.conference.models import Seat
from jiugai.kernel.errors import Refusal


@transaction.atomic
def take_seat(
    *,
    division: str,
    organisation: Organisation,
    part: str,
    person: Person | None = None,
    name: str = "",
    by: Person,
    on: date,
) -> Seat:
    """Give an organisation a seat in the conference of a division.

    Raises Refusal if it has one, or if nobody is named who speaks for it.
    """
    Organisation.objects.select_for_update(of=("self",)).get(pk=organisation.pk)
    if Seat.objects.filter(division=division, organisation=organisation, until=None).exists():
        raise Refusal(_("{name}已经是成员；要换代表，请先去掉再加。").format(name=organisation))
    if person is None and not name.strip():
        raise Refusal(_("请写明由谁代表这个单位。"))
    if person is not None and person.organisation_id != organisation.pk:
        raise Refusal(
            _("{person}不是{name}的人，请另选。").format(person=person, name=organisation)
        )
    seat = Seat.objects.create(
        division=division,
        organisation=organisation,
        part=part,
        person=person,
        name=name.strip(),
        since=on,
    )
    record(Action.SEAT_TAKEN, seat, by=by, part=part, speaker=seat.speaker)
    return seat


@transaction.atomic
def leave_seat(*, pk: int, division: str, by: Person, on: date) -> Seat:
    """End a seat; raises Refusal if it ended before."""
    seat = Seat.objects.select_for_update(of=("self",)).get(pk=pk, division=division)
    if seat.until is not None:
        raise Refusal(_("{name}已经不是成员。").format(name=seat))
    seat.until = max(on, seat.since)
    seat.save(update_fields=["until"])
    record(Action.SEAT_LEFT, seat, by=by)
    return seat
