"""Care needs of a household are written down only on its consent, or on a duty that is named."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from django.db import transaction
from django.utils.translation import gettext as _

from jiugai.apps.accounts.models import Person
from jiugai.apps.accounts.seal import Sealed
from jiugai.apps.audit.actions import Action
from jiugai.apps.audit.services import record
from jiugai.apps.participation.privacy import consents
from jiugai.apps.participation.privacy.of_register import CARE
from jiugai.apps.registry.models import Household
from jiugai.kernel.errors import Refusal

#: A consent was read out and given at the desk, at a visit or on paper; a duty is named.
DUTY: Final = "duty"
LONGEST: Final = 300


def read_out() -> str:
    """Return what is read to a household before it consents."""
    return _(
        "我同意登记家里需要关照的情况。只用于施工时安排通行、停水停电前上门告知，加密保存，"
        "到期自动删除；我随时可以在“我家的信息”里收回，收回就删去。"
    )


@transaction.atomic
def put_care(
    *, household: Household, care: str, basis: str, duty: str, by: Person, at: datetime
) -> Household:
    """Write down whom a household has to be considerate of, with the ground for knowing it.

    `basis` is how the consent was given, or `duty` with the clause that asks for it.
    Raises Refusal without words, or where the duty names no clause.
    """
    locked = Household.objects.select_for_update(of=("self",)).get(pk=household.pk)
    said = " ".join(care.split())
    if not 0 < len(said) <= LONGEST:
        raise Refusal(_("请写明需要关照什么；要删除的，由居民自己在“我家的信息”里删。"))
    words = " ".join(duty.split()) if basis == DUTY else read_out()
    if basis == DUTY and len(words) < 6:
        raise Refusal(_("没有居民的同意，要写明哪一条法律规定了这项职责。"))
    _note(locked, words, basis, by=by, at=at)
    had = isinstance(locked.care, Sealed)
    locked.care = said
    locked.save(update_fields=["care"])
    record(Action.CARE_NOTED, locked, by=by, reason=words[:300], basis=basis, replaced=had)
    return locked


def _note(household: Household, words: str, basis: str, *, by: Person, at: datetime) -> None:
    """Keep the ground; one that was noted before ends, and its days count anew."""
    about = consents.About(household, CARE)
    former = consents.standing(about)
    if former is not None and former.is_given:
        consents.revoke(household=household, pk=former.pk, at=at)
    consents.say(
        about=about,
        title=_("需关照情况"),
        words=words,
        is_given=True,
        channel="desk" if basis == DUTY else basis,
        by=by,
        at=at,
    )
