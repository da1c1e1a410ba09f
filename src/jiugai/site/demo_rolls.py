"""Doors with QR codes, a roll that waits to be looked at, and a relative who helps, made up."""

from datetime import datetime, timedelta
from io import BytesIO
from typing import Final

import xlsxwriter
from django.utils import timezone

from jiugai.apps.accounts.models import Person
from jiugai.apps.participation.models import Entrance, Helper, HouseholdCode
from jiugai.apps.participation.residents import helping
from jiugai.apps.participation.residents.codes import make_door_entrances
from jiugai.apps.participation.rolls.services import upload
from jiugai.apps.registry.models import Estate, Household
from jiugai.site.demo_votes import SLUG

HEADINGS: Final = ("楼栋", "单元", "户号", "专有部分面积", "业主")
#: What stands in the roll for the first flats; the fourth and fifth are doubtful.
CHANGED: Final = (
    ("61.50", "贾文1/2、甄如1/2"),
    ("58.20", "贾武\n甄意"),
    ("58.20", "贾双"),
    ("0", "贾全"),
    ("58.20", "贾才1/2、甄好1/3"),
)


def let_in(*, clerk: Person, now: datetime) -> None:
    """Give the estate where residents vote what it needs for rolls, doors and helpers."""
    estate = Entrance.objects.get(slug=SLUG).estate
    make_door_entrances(estate=estate, phone="", by=clerk, on=now)
    upload(estate=estate, name="业主名册.xlsx", content=_roll(estate), area_total=None, by=clerk)
    code = HouseholdCode.objects.filter(
        household__building__estate=estate, revoked_at=None
    ).select_related("household")
    said = {
        "name": "贾小宝",
        "relation": Helper.Relation.CHILD,
        "purpose": "替我答问卷、报修（虚构）",
        "until": timezone.localdate(now) + timedelta(days=180),
    }
    helping.allow(household=code[0].household, said=said, at=now)


def _roll(estate: Estate) -> BytesIO:
    file = BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True})
    sheet = book.add_worksheet("名册")
    sheet.write_row(0, 0, HEADINGS)
    found = Household.objects.filter(building__estate=estate).select_related("building", "unit")
    homes = found.order_by("id")[: len(CHANGED)]
    for at, (home, (area, owner)) in enumerate(zip(homes, CHANGED, strict=False), start=1):
        place = (str(home.building), str(home.unit or ""), home.door)
        sheet.write_row(at, 0, (*place, area, owner))
    book.close()
    file.seek(0)
    return file
