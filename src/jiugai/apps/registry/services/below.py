"""What happens to things in an estate: pipes, idle resources, buildings, parties, danger plans."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from django.db import transaction
from django.utils.translation import gettext as _

from jiugai.apps.accounts.models import Organisation, Person
from jiugai.apps.audit.actions import Action
from jiugai.apps.audit.changes import changes_between
from jiugai.apps.audit.services import record
from jiugai.apps.registry.models import (
    Building,
    DangerPlan,
    Estate,
    Party,
    Pipe,
    Resource,
)
from jiugai.apps.registry.queries.danger import contradiction
from jiugai.apps.registry.services.assess import assess
from jiugai.apps.registry.services.edit import apply_values
from jiugai.kernel.errors import Refusal

#: How long the code of a building and its name may be.
LONGEST_CODE: Final = 40
LONGEST_NAME: Final = 60


@transaction.atomic
def add_pipe(*, estate: Estate, said: Mapping[str, Any], by: Person) -> Pipe:
    """Put a pipe into an estate."""
    pipe = Pipe.objects.create(estate=estate, division=estate.division, **said)
    record(Action.PIPE_ADDED, estate, by=by, pipe=str(pipe), **_plain(said))
    return pipe


@transaction.atomic
def change_pipe(*, pk: int, said: Mapping[str, Any], by: Person) -> Pipe:
    """Write down a pipe anew."""
    pipe = Pipe.objects.select_for_update(of=("self",)).select_related("estate").get(pk=pk)
    before = {name: getattr(pipe, name) for name in said}
    for name, value in said.items():
        setattr(pipe, name, value)
    pipe.save()
    record(Action.PIPE_CHANGED, pipe.estate, by=by, changes=changes_between(before, said))
    return pipe


@transaction.atomic
def remove_pipe(*, pk: int, by: Person) -> Estate:
    """Take a pipe out of the register; the record keeps what it was."""
    pipe = Pipe.objects.select_for_update(of=("self",)).select_related("estate").get(pk=pk)
    estate = pipe.estate
    pipe.delete()
    record(
        Action.PIPE_REMOVED,
        estate,
        by=by,
        kind=pipe.kind,
        length_m=str(pipe.length_m or ""),
        cost_cents=pipe.cost_cents,
    )
    return estate


@transaction.atomic
def add_resource(
    *, estate: Estate, name: str, area_m2: Any, facts: Mapping[str, Any], by: Person
) -> Resource:
    """Put an idle room, shed or plot into an estate."""
    resource = Resource.objects.create(
        estate=estate, division=estate.division, name=name, area_m2=area_m2
    )
    apply_values(resource, facts, by=by)
    record(Action.RESOURCE_ADDED, estate, by=by, resource=name, facts=dict(facts))
    return resource


@transaction.atomic
def remove_resource(*, pk: int, by: Person) -> Estate:
    """Take an idle resource out of the register; the record keeps what it was."""
    found = Resource.objects.select_for_update(of=("self",)).select_related("estate")
    resource = found.get(pk=pk)
    estate = resource.estate
    record(Action.RESOURCE_REMOVED, estate, by=by, resource=str(resource), facts=resource.facts)
    resource.delete()
    return estate


@transaction.atomic
def add_building(*, estate: Estate, code: str, name: str, by: Person, on: date) -> Building:
    """Put a building into an estate; raises Refusal if its code is taken, empty or too long."""
    locked = Estate.objects.select_for_update().get(pk=estate.pk)
    code, name = code.strip(), name.strip()
    if not code:
        raise Refusal(_("请填写楼栋编号。"))
    if len(code) > LONGEST_CODE or len(name) > LONGEST_NAME:
        raise Refusal(
            _("楼栋编号最多 %(code)s 个字，楼号最多 %(name)s 个字。")
            % {"code": LONGEST_CODE, "name": LONGEST_NAME}
        )
    if locked.buildings.filter(code=code).exists():
        raise Refusal(_("这个小区已有编号为“%(code)s”的楼栋，请换一个编号。") % {"code": code})
    building = Building.objects.create(
        estate=locked, division=locked.division, code=code, name=name
    )
    assess([locked.pk], day=on)
    record(Action.BUILDING_ADDED, locked, by=by, building=str(building))
    return building


@transaction.atomic
def add_party(
    *, estate: Estate, organisation: Organisation, said: Mapping[str, Any], by: Person
) -> Party:
    """Write down that an organisation is something for an estate.

    Raises Refusal if it is written down already.
    """
    if organisation.pk is None:
        organisation.save()
    same = Party.objects.filter(estate=estate, organisation=organisation, kind=said["kind"])
    if same.filter(until=said["until"]).exists():
        raise Refusal(_("该单位已登记为这一身份，不必重复登记。"))
    party = Party.objects.create(
        estate=estate, division=estate.division, organisation=organisation, **said
    )
    record(Action.PARTY_ADDED, estate, by=by, party=str(party), **_plain(said))
    return party


@transaction.atomic
def end_party(*, pk: int, until: date, by: Person) -> Party:
    """Write down the first day on which an organisation is not any more what it was.

    Raises Refusal if it ended before, or that day comes before its first.
    """
    party = Party.objects.select_for_update(of=("self",)).select_related("estate").get(pk=pk)
    if party.until is not None:
        raise Refusal(
            _("%(party)s已于 %(day)s 结束。") % {"party": party, "day": party.until.isoformat()}
        )
    if party.since is not None and until < party.since:
        raise Refusal(_("结束日期早于开始日期，请核对。"))
    party.until = until
    party.save(update_fields=["until"])
    record(Action.PARTY_ENDED, party.estate, by=by, party=str(party), until=until.isoformat())
    return party


@transaction.atomic
def remove_party(*, pk: int, by: Person) -> Estate:
    """Strike out that an organisation is something for an estate; the record keeps it."""
    party = Party.objects.select_for_update(of=("self",)).select_related("estate").get(pk=pk)
    estate = party.estate
    record(Action.PARTY_REMOVED, estate, by=by, party=str(party), duty=party.duty)
    party.delete()
    return estate


@transaction.atomic
def plan_danger(
    *, building: Building, said: Mapping[str, Any], by: Person, on: date
) -> DangerPlan:
    """Decide what becomes of a dangerous or simple building.

    Raises Refusal if the rules say no to that way and no reason is given.
    """
    locked = Building.objects.select_for_update().get(pk=building.pk)
    against = contradiction(locked, str(said["route"]), day=on)
    if against and not said["scheme"].strip():
        raise Refusal(
            _("“%(rule)s”不符合，所选处置方式与规定不一致。请在“一楼一策”中写明理由。")
            % {"rule": against}
        )
    plan, is_new = DangerPlan.objects.update_or_create(
        building=locked, defaults={"division": locked.division, **said}
    )
    record(Action.DANGER_PLANNED, locked, by=by, is_new=is_new, **_plain(said))
    return plan


def _plain(said: Mapping[str, Any]) -> dict[str, Any]:
    return {
        name: value if isinstance(value, int | str | bool | None) else str(value)
        for name, value in said.items()
    }
