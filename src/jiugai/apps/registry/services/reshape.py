"""Rename, split and merge estates; what was before stays findable and in the record."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final

from django.db import transaction
from django.utils.translation import gettext as _

from jiugai.apps.accounts.models import Person
from jiugai.apps.audit.actions import Action
from jiugai.apps.audit.services import record
from jiugai.apps.registry.models import Building, Estate, Source, Succession
from jiugai.apps.registry.services.assess import assess
from jiugai.apps.registry.services.edit import apply_values
from jiugai.kernel.errors import Refusal

#: What a new part shares with the estate that it comes out of.
SHARED: Final = (
    "district",
    "street",
    "community",
    "settlement",
    "structure",
    "ownership",
    "management_mode",
)
#: Sums over the buildings of an estate.
SUMS: Final = ("household_count", "floor_area_m2")
LONGEST: Final = 120


@transaction.atomic
def rename(*, estate: Estate, name: str, by: Person, on: date, reason: str) -> Estate:
    """Give an estate another name; the old one still finds it.

    Raises Refusal if the name is empty or the same.
    """
    kept = _locked(estate)
    name = _sound(name)
    before = str(kept)
    if name == before:
        raise Refusal(_("新名称与现名称相同。"))
    source = _source(kept, by, reason)
    apply_values(kept, {"name": name}, source=source)
    _succession(Succession.Kind.RENAME, kept, kept, before, by=by, on=on, reason=reason)
    record(Action.ESTATE_RENAMED, kept, by=by, reason=reason, changes={"name": [before, name]})
    return kept


@transaction.atomic
def split(
    *,
    estate: Estate,
    buildings: Sequence[int],
    code: str,
    name: str,
    by: Person,
    on: date,
    reason: str,
) -> Estate:
    """Make a new estate of some buildings of another.

    Sums are counted anew from the buildings; where one of them lacks a figure, the sum is left
    open rather than guessed. Raises Refusal if nothing or everything would move, or the code is
    taken.
    """
    kept = _locked(estate)
    name, code = _sound(name), code.strip()
    moving = list(kept.buildings.select_for_update().filter(pk__in=buildings))
    if not moving:
        raise Refusal(_("请选择要分出去的楼栋。"))
    staying = list(kept.buildings.exclude(pk__in=[one.pk for one in moving]))
    if not staying:
        raise Refusal(_("至少要留下一栋楼；若全部改名，请用“更名”。"))
    _free_code(kept, code)
    source = _source(kept, by, reason)
    part = Estate.objects.create(code=code, division=kept.division, stage=kept.stage)
    shared = {key: kept.facts[key] for key in SHARED if key in kept.facts}
    apply_values(part, {**shared, "name": name, **counted_anew(moving)}, source=source)
    Building.objects.filter(pk__in=[one.pk for one in moving]).update(estate=part)
    apply_values(kept, counted_anew(staying), source=source)
    _succession(Succession.Kind.SPLIT, kept, part, str(kept), by=by, on=on, reason=reason)
    assess([kept.pk, part.pk], day=on)
    record(
        Action.ESTATE_SPLIT,
        kept,
        by=by,
        reason=reason,
        into=part.pk,
        code=code,
        name=name,
        buildings=[one.code for one in moving],
    )
    record(Action.ESTATE_SPLIT_OFF, part, by=by, reason=reason, out_of=kept.pk)
    return part


@transaction.atomic
def merge(*, into: Estate, others: Sequence[int], by: Person, on: date, reason: str) -> Estate:
    """Put all that other estates have into one; their codes lead there from now on.

    Raises Refusal if there is nothing to merge or an estate lies in another district.
    """
    kept = _locked(into)
    wanted = sorted(set(others) - {kept.pk})
    found = list(Estate.objects.select_for_update().filter(pk__in=wanted, retired_on=None))
    if not found or len(found) != len(wanted):
        raise Refusal(_("请选择要并入的小区；已并走的小区不能再并。"))
    if any(one.district != kept.district for one in found):
        raise Refusal(_("只能合并同一个区的小区。"))
    source = _source(kept, by, reason)
    for other in found:
        _move_all(other, kept)
        other.retired_on = on
        other.version += 1
        other.save(update_fields=["retired_on", "version"])
        _succession(Succession.Kind.MERGE, other, kept, str(other), by=by, on=on, reason=reason)
        record(Action.ESTATE_MERGED_AWAY, other, by=by, reason=reason, into=kept.pk)
    apply_values(kept, counted_anew(list(kept.buildings.all())), source=source)
    assess([kept.pk], day=on)
    record(
        Action.ESTATE_MERGED,
        kept,
        by=by,
        reason=reason,
        others=[{"id": one.pk, "code": one.code, "name": str(one)} for one in found],
    )
    return kept


def counted_anew(buildings: Sequence[Building]) -> dict[str, Any]:
    """Return the sums over some buildings; None where a building lacks the figure."""
    found: dict[str, Any] = {"building_count": len(buildings) or None}
    for name in SUMS:
        values = [one.facts.get(name) for one in buildings]
        known = [value for value in values if value is not None]
        found[name] = sum(known) if known and len(known) == len(values) else None
    return found


def _move_all(other: Estate, kept: Estate) -> None:
    taken = set(kept.buildings.values_list("code", flat=True))
    for building in other.buildings.select_for_update():
        if building.code in taken:
            building.code = f"{other.code}-{building.code}"[:40]
        taken.add(building.code)
        building.estate, building.division = kept, kept.division
        building.save(update_fields=["estate", "division", "code"])
        building.households.update(division=kept.division)
        building.units.update(division=kept.division)
    for things in (other.pipes, other.resources, other.parties, other.documents):
        things.update(estate=kept, division=kept.division)
    other.conflicts.filter(settled_at=None).update(estate=kept, division=kept.division)


def _locked(estate: Estate) -> Estate:
    found = Estate.objects.select_for_update().get(pk=estate.pk)
    if found.retired_on is not None:
        raise Refusal(_("这个小区已并入别的小区，不能再改。"))
    return found


def _sound(name: str) -> str:
    name = name.strip()
    if not name:
        raise Refusal(_("请填写小区名称。"))
    if len(name) > LONGEST:
        raise Refusal(_("名称最多 %(n)s 个字。") % {"n": LONGEST})
    return name


def _free_code(kept: Estate, code: str) -> None:
    if not code or len(code) > 40:
        raise Refusal(_("请给分出的小区一个编号（不超过 40 个字符）。"))
    if Estate.objects.filter(district=kept.district, code=code).exists():
        raise Refusal(_("编号“%(code)s”在本区已有小区使用，请换一个。") % {"code": code})


def _source(estate: Estate, by: Person, reason: str) -> Source:
    if not reason.strip():
        raise Refusal(_("请写明依据，例如批复文号或会议纪要。"))
    return Source.objects.create(
        kind=Source.Kind.EDIT, division=estate.division, reason=reason.strip()[:300], by=by
    )


def _succession(
    kind: Succession.Kind, before: Estate, after: Estate, name: str, **more: Any
) -> Succession:
    return Succession.objects.create(
        kind=kind,
        before=before,
        after=after,
        division=after.division,
        former_name=name[:LONGEST],
        **more,
    )


def merge_preview(into: Estate, others: Sequence[Estate]) -> Mapping[str, int]:
    """Return how many things of each kind a merge would move."""
    return {
        "buildings": sum(one.buildings.count() for one in others),
        "households": sum(
            building.households.count() for one in others for building in one.buildings.all()
        ),
        "pipes": sum(one.pipes.count() for one in others),
        "resources": sum(one.resources.count() for one in others),
        "parties": sum(one.parties.count() for one in others),
        "documents": sum(one.documents.count() for one in others),
    }
