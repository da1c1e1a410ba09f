"""Good practice: collected by whoever has it, shared by the district or the city."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from jiugai.apps.accounts.models import Person
from jiugai.apps.audit.actions import Action
from jiugai.apps.audit.services import record
from jiugai.apps.projects.models import Practice
from jiugai.kernel.division import covers
from jiugai.kernel.errors import Refusal


@transaction.atomic
def collect(
    *, place: str, title: str, words: str, tags: str, whistle: str, by: Person, on: date
) -> Practice:
    """Write down a good practice of a place; others read it once it is shared."""
    if not title.strip() or not words.strip():
        raise Refusal(_("请写明标题，以及怎样做、效果如何。"))
    made = Practice.objects.create(
        place=place,
        title=title.strip()[:120],
        words=words.strip(),
        tags=tags.strip()[:120],
        whistle=whistle.strip()[:24],
        by=by,
        on=on,
    )
    record(Action.PRACTICE_COLLECTED, made, by=by, division=place)
    return made


@transaction.atomic
def share(*, pk: int, place: str, by: Person, on: date) -> Practice:
    """Share a good practice of a place, or of one below it, with every office."""
    found = Practice.objects.select_for_update(of=("self",)).get(pk=pk)
    if not covers(place, found.place):
        raise Refusal(_("这是别的地方收集的经验，请那里的区或市整治办推广。"))
    if found.shared_on is not None:
        raise Refusal(_("已于 {day} 推广。").format(day=found.shared_on))
    found.shared_on, found.shared_by = on, by
    found.save(update_fields=["shared_on", "shared_by"])
    record(Action.PRACTICE_SHARED, found, by=by, division=place)
    return found
