"""How many days things are kept: as declared, or as an administrator set them within bounds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from django.db import transaction
from django.http import Http404
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jiugai.apps.accounts.models import Person
from jiugai.apps.audit.actions import Action
from jiugai.apps.audit.services import record
from jiugai.apps.participation.models import KeptDays
from jiugai.apps.participation.privacy.holding import Text, holding_of, holdings
from jiugai.kernel.errors import Refusal

#: The setting that is no term of a holding: within how many days a request is answered.
ANSWER: Final = "requests.answer"


@dataclass(frozen=True, slots=True)
class Setting:
    """A number of days that can be set, and its bounds."""

    key: str
    title: Text
    since: Text
    days: int
    least: int
    most: int


_ANSWER: Final = Setting(
    ANSWER, gettext_lazy("答复更正、删除的要求"), gettext_lazy("从居民提出起"), 30, 1, 30
)


def setting_of(key: str) -> Setting:
    """Return a number of days that can be set; raises Http404 if there is none of that name."""
    if key == ANSWER:
        return _ANSWER
    found = holding_of(key)
    if found is None or found.term is None:
        raise Http404
    term = found.term
    return Setting(key, found.title, term.since, term.days, term.least, term.most)


def days_of(key: str) -> int:
    """Return how many days something is kept."""
    kept = KeptDays.objects.filter(holding=key).values_list("days", flat=True).first()
    return setting_of(key).days if kept is None else kept


def all_days() -> Mapping[str, int]:
    """Return the days of everything that has some, by key."""
    kept = dict(KeptDays.objects.values_list("holding", "days"))
    terms = {one.key: one.term.days for one in holdings() if one.term}
    return {ANSWER: _ANSWER.days} | terms | kept


def until(key: str, ended: date | None) -> date | None:
    """Return the last day on which something is kept, by the day from which it is counted."""
    return None if ended is None else ended + timedelta(days=days_of(key))


@transaction.atomic
def set_days(*, key: str, days: int, by: Person, division: str, at: datetime) -> KeptDays:
    """Keep something so many days from now on; raises Refusal beyond its bounds."""
    setting = setting_of(key)
    if not setting.least <= days <= setting.most:
        raise Refusal(
            _("天数要在 {least} 到 {most} 之间。").format(least=setting.least, most=setting.most)
        )
    before = days_of(key)
    kept, _is_new = KeptDays.objects.update_or_create(
        holding=key, defaults={"days": days, "by": by, "at": at}
    )
    record(Action.PERSONAL_TERM_SET, kept, by=by, division=division, before=before, after=days)
    return kept
