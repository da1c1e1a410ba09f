"""Erase what is held of a household because it asks for it."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from jiugai.apps.accounts.models import Person
from jiugai.apps.audit.actions import Action
from jiugai.apps.audit.services import record
from jiugai.apps.participation.privacy.holding import Holding, How
from jiugai.apps.registry.models import Household
from jiugai.kernel.errors import Refusal


@transaction.atomic
def erase_own(*, holding: Holding, household: Household, at: datetime) -> int:
    """Erase what a household may erase itself; return how many rows.

    Raises Refusal, with the reason, where it may not, and where nothing is there.
    """
    if holding.erasing.how is not How.SELF:
        raise Refusal(str(holding.erasing.words))
    return erase(holding=holding, household=household, by=None, at=at)


@transaction.atomic
def erase(*, holding: Holding, household: Household, by: Person | None, at: datetime) -> int:
    """Erase what can be erased of a household; return how many rows.

    Raises Refusal, with the reason, where it cannot be, and where nothing is there.
    """
    Household.objects.select_for_update(of=("self",), no_key=True).get(pk=household.pk)
    if holding.erasing.erase is None:
        raise Refusal(str(holding.erasing.words))
    rows = holding.erasing.erase(household, at)
    if not rows:
        raise Refusal(_("现在没有可以删除的。"))
    record(Action.PERSONAL_ERASED, household, by=by, holding=holding.key, rows=rows)
    return rows
