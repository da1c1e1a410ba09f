"""What happens to reception on site."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from jiugai.apps.accounts.models import Person
from jiugai.apps.audit.actions import Action
from jiugai.apps.audit.services import record
from jiugai.apps.demands.models import ReceptionDesk
from jiugai.apps.registry.models import Estate
from jiugai.kernel.errors import Refusal


def desks_of(estate: Estate, *, on: date) -> QuerySet[ReceptionDesk]:
    """Return where residents of an estate are received on a day or later."""
    return ReceptionDesk.objects.filter(Q(until=None) | Q(until__gte=on), estate=estate)


@transaction.atomic
def open_desk(*, estate: Estate, said: Mapping[str, Any], by: Person, on: date) -> ReceptionDesk:
    """Set up a reception desk; raises Refusal if the estate is gone or the days are wrong."""
    if estate.retired_on is not None:
        raise Refusal(_("这个小区已不在册，不能设接待。"))
    if said["until"] is not None and said["until"] < said["since"]:
        raise Refusal(_("结束日期早于开始日期，请核对。"))
    desk = ReceptionDesk.objects.create(estate=estate, division=estate.division, by=by, **said)
    record(Action.RECEPTION_OPENED, desk, by=by, estate=estate.pk)
    return desk


@transaction.atomic
def end_desk(*, pk: int, by: Person, on: date) -> ReceptionDesk:
    """End a reception desk today; raises Refusal if it has ended."""
    desk = ReceptionDesk.objects.select_for_update(of=("self",)).get(pk=pk)
    if desk.until is not None and desk.until < on:
        raise Refusal(_("这处接待已于 {on} 结束。").format(on=desk.until))
    desk.until = max(on, desk.since)
    desk.save(update_fields=["until"])
    record(Action.RECEPTION_ENDED, desk, by=by, estate=desk.estate_id)
    return desk
