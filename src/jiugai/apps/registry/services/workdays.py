"""What an office sets for its clocks: working days of each, days off and days worked."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from jiugai.apps.accounts.models import Person
from jiugai.apps.audit.actions import Action
from jiugai.apps.audit.services import record
from jiugai.apps.registry.models import SpecialDay, Term
from jiugai.kernel.errors import Refusal


@transaction.atomic
def set_term(*, place: str, clock: str, days: int, by: Person, matter: str = "") -> Term:
    """Give a clock so many working days in a place; what waits there already keeps its day."""
    own = Term.objects.filter(place=place, clock=clock, matter=matter)
    before = own.values_list("days", flat=True).first()
    term, _made = Term.objects.update_or_create(
        place=place, clock=clock, matter=matter, defaults={"days": days, "by": by}
    )
    record(
        Action.TERM_SET,
        term,
        by=by,
        division=place,
        changes={"days": [before, days]},
        clock=clock,
        matter=matter,
    )
    return term


@transaction.atomic
def set_day(*, place: str, day: date, is_worked: bool, title: str, by: Person) -> SpecialDay:
    """Say that a day is off or worked in a place, whatever the calendar says."""
    one, _made = SpecialDay.objects.update_or_create(
        place=place, day=day, defaults={"is_worked": is_worked, "title": title, "by": by}
    )
    record(
        Action.DAY_SET,
        one,
        by=by,
        division=place,
        day=day.isoformat(),
        is_worked=is_worked,
        title=title,
    )
    return one


@transaction.atomic
def drop_day(*, pk: int, place: str, by: Person) -> None:
    """Take back what an office said of a day; raises Refusal if another office said it."""
    one = SpecialDay.objects.select_for_update().filter(pk=pk, place=place).first()
    if one is None:
        raise Refusal(_("这一天已经去掉，或者是别的单位定的，请他们改。"))
    record(Action.DAY_DROPPED, one, by=by, division=place, day=one.day.isoformat())
    one.delete()
