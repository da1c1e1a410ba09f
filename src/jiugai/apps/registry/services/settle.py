"""Settle what two sources dispute: a person says which value holds, and why."""

import json
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from jiugai.apps.accounts.models import Person
from jiugai.apps.audit.actions import Action
from jiugai.apps.audit.services import record
from jiugai.apps.registry.models import Building, Conflict, Estate
from jiugai.apps.registry.services.assess import assess
from jiugai.apps.registry.services.edit import apply_values, read_values
from jiugai.apps.registry.services.import_update import TOGETHER
from jiugai.kernel.errors import Refusal

KEPT, OFFERED, OTHER = Conflict.KEPT, Conflict.OFFERED, Conflict.OTHER


@transaction.atomic
def settle_conflict(
    *, pk: int, take: str, other: str = "", reason: str, by: Person, on: date
) -> Conflict:
    """Let a value hold: the one kept, the one offered, or another that is typed.

    Raises Refusal if it is settled already, the value was changed since, or a reason lacks.
    """
    conflict = Conflict.objects.select_for_update(of=("self",)).get(pk=pk)
    thing = _locked_thing(conflict)
    _check(conflict, thing, take, reason)
    before = {name: thing.facts.get(name) for name in values_of(conflict, conflict.kept)}
    if take == OFFERED:
        entry = {"row": conflict.row}
        values = values_of(conflict, conflict.offered)
        apply_values(thing, values, source=conflict.source, entry=entry)
    elif take == OTHER:
        values = read_values(type(thing).subject, {conflict.fact: other})
        apply_values(thing, values, by=by, reason=reason)
    conflict.taken, conflict.reason = take, reason.strip()[:300]
    conflict.settled_at, conflict.settled_by = timezone.now(), by
    conflict.save(update_fields=["taken", "reason", "settled_at", "settled_by"])
    if take != KEPT:
        assess([conflict.estate_id], day=on)
    after = {name: thing.facts.get(name) for name in before}
    record(
        Action.CONFLICT_SETTLED,
        conflict.estate,
        by=by,
        reason=conflict.reason,
        conflict=conflict.pk,
        fact=conflict.fact,
        taken=take,
        before=before,
        after=after,
    )
    return conflict


def _locked_thing(conflict: Conflict) -> Estate | Building:
    estate = Estate.objects.select_for_update(of=("self",)).get(pk=conflict.estate_id)
    if conflict.building_id is None:
        return estate
    return Building.objects.select_for_update(of=("self",)).get(pk=conflict.building_id)


def _check(conflict: Conflict, thing: Estate | Building, take: str, reason: str) -> None:
    if conflict.settled_at is not None:
        raise Refusal(
            _("这处冲突已由{person}处理；请看最新的值。").format(person=conflict.settled_by)
        )
    if take not in (KEPT, OFFERED, OTHER):
        raise Refusal(_("请选择保留、采用或另填一个值。"))
    if take == OTHER and conflict.fact in TOGETHER:
        raise Refusal(_("坐标和区划请选保留或采用；要另填请在小区页修改。"))
    if not reason.strip():
        raise Refusal(_("请写明理由，比如核对了哪份原件。"))
    now = {name: thing.facts.get(name) for name in values_of(conflict, conflict.kept)}
    if _written(now) != _written(values_of(conflict, conflict.kept)) and take == OFFERED:
        raise Refusal(_("发现冲突之后，台账库里的值已被改过；请核对现在的值，再选保留或另填。"))


def _written(values: dict[str, Any]) -> str:
    return json.dumps(values, sort_keys=True)


def values_of(conflict: Conflict, said: Any) -> dict[str, Any]:
    """Return one side of a conflict as facts by name."""
    return dict(said) if conflict.fact in TOGETHER else {conflict.fact: said}


def open_conflicts(estate: Estate) -> Any:
    """Return what an estate's sources dispute and nobody has settled."""
    return Conflict.objects.filter(Q(estate=estate), settled_at=None)
