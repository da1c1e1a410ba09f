"""Duties of the made-up city and district: who answers for which unit, and what they said."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final

from django.core.files.base import ContentFile, File

from jiugai.apps.accounts.models import Organisation, Person
from jiugai.apps.accounts.roles import Role
from jiugai.apps.accounts.rows import scope
from jiugai.apps.conference.duties.queries import Row, Sought, rows_of
from jiugai.apps.conference.duties.services import name_unit, update_duty
from jiugai.apps.conference.models import DutyReport
from jiugai.reporting.workbook import list_workbook

CITY: Final = "11"
#: Units of the texts and the made-up organisations that answer for them.
CITY_UNITS: Final = {
    "市住房城乡建设委": "示范市住房城乡建设委（虚构）",
    "市财政局": "示范市财政局（虚构）",
    "市发展改革委": "示范市发展改革委（虚构）",
    "市规划自然资源委": "示范市规划自然资源委（虚构）",
    "市城市管理委": "示范市城市管理委（虚构）",
}
DISTRICT_UNITS: Final = {
    "区住房城市建设委": "示范区住房和城市建设委（虚构）",
    "区财政局": "示范区财政局（虚构）",
    "区城市管理委": "示范区城市管理委（虚构）",
    "区房管局": "示范区房管局（虚构）",
    "各街道办事处": "示范区第一街道办事处（虚构）",
}
_STATE: Final = DutyReport.State
SAID: Final = (
    (_STATE.STEADY, "按月调度，问题清单随时更新。"),
    (_STATE.BEGUN, "初稿已征求各区意见，正在修改。"),
    (_STATE.DONE, "文件已印发，附后。"),
    (_STATE.BLOCKED, "涉及跨部门分工，已提请联席会研究。"),
    (_STATE.BEGUN, "两个试点在做，年底前小结。"),
)


def answer(
    place: str,
    made: Mapping[str, Organisation],
    people: Mapping[Role, Person],
    *,
    today: date,
) -> None:
    """Register who answers for what, and let each unit say how far it is with most duties."""
    for division, units, by in (
        (CITY, CITY_UNITS, people[Role.CITY_OFFICER]),
        (place, DISTRICT_UNITS, people[Role.DISTRICT_OFFICER]),
    ):
        with scope(division):
            for name, organisation in units.items():
                name_unit(division=division, name=name, organisation=made[organisation], by=by)
            rows = rows_of(division, Sought(), today)
            for number, (row, unit) in enumerate(_led(rows, units)):
                if number % 6 != 5:
                    speaker = _speaker(made[units[unit]], division, by)
                    _said(row, unit, number, division, speaker, today)


def _led(rows: list[Row], units: Mapping[str, str]) -> list[tuple[Row, str]]:
    return [(row, one.unit) for row in rows for one in row.owed if one.leads and one.unit in units]


def _speaker(organisation: Organisation, division: str, by: Person) -> Person:
    """Return somebody of an organisation; who has no account here is made up with one."""
    known = Person.objects.filter(organisation=organisation).first()
    return known or Person.objects.create(
        username=f"lianluo{organisation.pk}",
        name=f"{organisation.name.removesuffix('（虚构）')}联络员",
        organisation=organisation,
        division=division,
        is_active=False,
        password=by.password,
    )


def _said(row: Row, unit: str, number: int, division: str, speaker: Person, today: date) -> None:
    state, words = SAID[number % len(SAID)]
    open_states = (_STATE.BEGUN, _STATE.BLOCKED)
    update_duty(
        row=row,
        unit=unit,
        state=state,
        words=words,
        due_on=today + timedelta(days=number % 9 * 20 - 30) if state in open_states else None,
        file=_proof(row) if state == _STATE.DONE else None,
        last=0,
        division=division,
        by=speaker,
        on=today - timedelta(days=number % 40 + 1),
    )


def _proof(row: Row) -> File[bytes]:
    rows = [(row.duty.title, row.duty.deliverable or "–", "已印发（虚构）")]
    book, _count = list_workbook(
        "成果", head=[], headings=("职责", "成果", "情况"), rows=rows, widths={0: 40}
    )
    with book:
        return ContentFile(book.read(), name="成果清单.xlsx")
