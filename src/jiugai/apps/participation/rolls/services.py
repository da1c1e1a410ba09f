"""What can happen to a roll of owners that was uploaded: read, stored."""

from __future__ import annotations

import json
import tempfile
from dataclasses import asdict
from datetime import date
from pathlib import Path, PurePosixPath
from typing import BinaryIO, Final

from django.db import transaction
from django.utils.translation import gettext as _

from jiugai.apps.accounts.models import Person
from jiugai.apps.audit.actions import Action
from jiugai.apps.audit.services import record
from jiugai.apps.participation.models import RollImport
from jiugai.apps.participation.rolls.matching import Found, Taken, match
from jiugai.apps.participation.rolls.reading import Row, read
from jiugai.apps.registry.models import Estate, Household, Source, Unit
from jiugai.apps.registry.services.edit import apply_values
from jiugai.consent.areas import DM2_PER_M2
from jiugai.kernel.errors import InputError, Refusal

MOST_BYTES: Final = 20_000_000


@transaction.atomic
def upload(
    *, estate: Estate, name: str, content: BinaryIO, area_total: int | None, by: Person
) -> RollImport:
    """Read a roll; nothing is stored yet.

    Raises Refusal, in words that say what to do, if it is none.
    """
    bare = PurePosixPath(name.replace("\\", "/")).name.replace("\x00", "").strip()[-120:]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / (bare.lstrip(".") or "roll.xlsx")
        data = content.read(MOST_BYTES + 1)
        if len(data) > MOST_BYTES:
            raise Refusal(_("文件太大，最多 20 MB；请分楼栋上传。"))
        path.write_bytes(data)
        try:
            found = read(path)
        except InputError as error:
            raise Refusal(str(error)) from error
    one = RollImport.objects.create(
        estate=estate,
        division=estate.division,
        file=bare,
        rows=json.dumps([asdict(row) for row in found.rows], ensure_ascii=False),
        area_total_dm2=area_total,
        made_by=by,
    )
    one.counts = _counts(found_of(one), len(found.rows))
    one.save(update_fields=["counts"])
    record(Action.ROLL_READ, one, by=by, rows=len(found.rows))
    return one


def found_of(one: RollImport) -> Found:
    """Return what becomes of the rows of an import that is not stored."""
    if one.rows is None:
        return Found((), 0, (), ())
    text = str(getattr(one.rows, "opened", one.rows))
    rows = [Row(**row) for row in json.loads(text)]
    area = sum(row.area_dm2 for row in rows)
    return match(one.estate, rows, area_dm2=area, told_dm2=one.area_total_dm2)


def _counts(found: Found, rows: int) -> dict[str, int]:
    return {
        "rows": rows,
        "new": found.new,
        "changed": len(found.ready) - found.new,
        "same": found.same,
        "doubtful": len(found.doubtful),
    }


@transaction.atomic
def store(*, pk: int, by: Person, on: date) -> RollImport:
    """Put the flats of a roll into the register; doubtful rows stay out.

    Raises Refusal if it was stored or cleared, has nothing to store, or its areas do not add up.
    """
    one = RollImport.objects.select_for_update(of=("self",)).select_related("estate").get(pk=pk)
    if one.stored_on is not None:
        raise Refusal(_("这份名册已由{person}入库。").format(person=one.stored_by))
    if one.is_cleared:
        raise Refusal(_("这份文件到期没有入库，内容已经自动清空；要用请重新上传。"))
    Estate.objects.select_for_update(of=("self",)).get(pk=one.estate_id)
    found = found_of(one)
    if found.off:
        raise Refusal(found.off)
    if not found.ready:
        raise Refusal(_("没有可以入库的行；改好文件再上传。"))
    source = Source.objects.create(
        kind=Source.Kind.SHEET,
        division=one.division,
        file=one.file,
        columns={"area_m2": ["", _("专有部分面积")]},
        by=by,
    )
    for taken in found.ready:
        _put(taken, source)
    one.counts = _counts(found, one.counts["rows"])
    one.rows, one.stored_by, one.stored_on = None, by, on
    one.save(update_fields=["rows", "counts", "stored_by", "stored_on"])
    record(Action.ROLL_STORED, one, by=by, flats=len(found.ready), new=found.new)
    return one


def _put(taken: Taken, source: Source) -> None:
    row = taken.row
    household = taken.household or _new(taken)
    locked = Household.objects.select_for_update(of=("self",)).get(pk=household.pk)
    locked.owner = row.owner
    locked.save(update_fields=["owner"])
    area = row.area_dm2 / DM2_PER_M2
    if locked.facts.get("area_m2") != area:
        apply_values(locked, {"area_m2": area}, source=source, entry={"row": row.line})


def _new(taken: Taken) -> Household:
    row, building = taken.row, taken.building
    unit = None
    if row.unit:
        name = f"{row.unit}单元" if row.unit.isdecimal() else row.unit
        unit, _made = Unit.objects.get_or_create(
            building=building, name=name, defaults={"division": building.division}
        )
    return Household.objects.create(
        building=building, unit=unit, division=building.division, door=row.door
    )
