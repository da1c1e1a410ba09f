"""Duties: who owes what, which organisation answers, what it said, and what others cannot."""

from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from django.db import ProgrammingError, transaction
from python_calamine import CalamineWorkbook

from jiugai.apps.accounts.permissions import Permission
from jiugai.apps.accounts.rows import scope
from jiugai.apps.accounts.viewer import viewer_of
from jiugai.apps.conference.duties.queries import (
    Sought,
    documents_of,
    find_duty,
    matrix_of,
    rows_of,
)
from jiugai.apps.conference.duties.services import name_unit, update_duty
from jiugai.apps.conference.models import DutyReport, Unit
from jiugai.kernel.errors import Refusal
from tests.apps.conference.conftest import DAY, DISTRICT, later

pytestmark = pytest.mark.django_db
QUALITY = "xc18.duty.zjw_quality"
UNIT = "区住房城市建设委"
PDF = b"%PDF-1.4 minimal"


@pytest.fixture
def answering(people, offices):
    """Let the district's housing department answer for its unit of the texts."""
    with scope(DISTRICT):
        return name_unit(
            division=DISTRICT,
            name=UNIT,
            organisation=offices["区住建委"],
            by=people["district_officer"],
        )


def updated(people, duty=QUALITY, unit=UNIT, by="department", **more):
    with scope(DISTRICT):
        row = find_duty(duty, DISTRICT, DAY)
        said = {"state": "begun", "words": "在办", "due_on": None, "file": None, "last": 0} | more
        return update_duty(row=row, unit=unit, division=DISTRICT, by=people[by], on=DAY, **said)


def test_the_city_has_fifteen_mechanisms_and_ten_reforms():
    with scope("11"):
        mechanisms = rows_of("11", Sought(document="bj20", kind="mechanism"), DAY)
        reforms = rows_of("11", Sought(document="p14", kind="reform"), DAY)

    assert (len(mechanisms), len(reforms)) == (15, 10)
    assert all(str(row.duty.clause) for row in (*mechanisms, *reforms))
    assert not any(row.in_force for row in mechanisms)  # BJ20 has run out, as it is read here


def test_each_place_has_the_duties_of_its_own_texts():
    names = {place: {one.id for one in documents_of(place)} for place in (DISTRICT, "410202")}

    assert {"bj20", "p14", "xc18"} <= names[DISTRICT]
    assert "kf19" in names["410202"]
    assert not names["410202"] & {"bj20", "xc18"}


def test_what_a_unit_says_stands_in_the_list_the_matrix_and_the_history(people, answering):
    first = updated(people, words="已排计划", due_on=later(5))
    updated(people, state="steady", words="每月抽查", last=first.pk)

    with scope(DISTRICT):
        (row,) = rows_of(DISTRICT, Sought(unit=UNIT, state="steady"), DAY)
        matrix = matrix_of(rows_of(DISTRICT, Sought(document="xc18", kind="department"), DAY))
        assert DutyReport.objects.filter(duty=QUALITY).count() == 2
    assert row.duty.id == QUALITY
    line = next(one for one in matrix.lines if one.unit == UNIT)
    assert line.done == 1
    assert [cell.state for cell in line.cells if cell and cell.report] == ["steady"]


def test_a_duty_is_late_while_its_planned_day_is_past_and_its_lead_is_not_done(people, answering):
    first = updated(people, due_on=later(-1))
    with scope(DISTRICT):
        assert find_duty(QUALITY, DISTRICT, DAY).is_late(DAY)
    updated(people, state="steady", last=first.pk)
    with scope(DISTRICT):
        assert not find_duty(QUALITY, DISTRICT, DAY).is_late(DAY)


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"by": "clerk"}, "不由您的单位负责"),
        ({"duty": "xc18.duty.fg_fund"}, "不涉及"),
        ({"words": " "}, "做了什么"),
        ({"state": "?"}, "选择进展"),
        ({"last": 7}, "已有人更新过"),
    ],
)
def test_what_cannot_be_said_of_a_duty_is_refused(people, answering, more, words):
    with pytest.raises(Refusal, match=words):
        updated(people, **more)


def test_a_deliverable_is_shown_before_a_duty_counts_as_done(people, offices, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    with scope(DISTRICT):
        rows = rows_of(DISTRICT, Sought(), DAY)
        row = next(one for one in rows if one.duty.deliverable and one.duty.leads)
        unit = row.duty.leads[0]
        name_unit(
            division=DISTRICT, name=unit, organisation=offices["区住建委"],
            by=people["district_officer"],
        )  # fmt: skip
    with pytest.raises(Refusal, match="成果文件"):
        updated(people, row.duty.id, unit, state="done")

    done = updated(people, row.duty.id, unit, state="done", file=ContentFile(PDF, name="成果.pdf"))

    assert len(done.file_sha256) == 64


def test_what_was_said_stays_and_is_not_seen_elsewhere(people, answering):
    updated(people)
    refused = pytest.raises(ProgrammingError, match="append-only")
    with scope(DISTRICT), refused, transaction.atomic():
        DutyReport.objects.update(words="别的")
    with scope("110102"):
        assert not DutyReport.objects.exists()
        assert not Unit.objects.exists()


def test_an_organisation_elsewhere_answers_for_nothing_here(people, offices):
    with pytest.raises(Refusal, match="不在本区划"), scope(DISTRICT):
        name_unit(
            division=DISTRICT, name=UNIT, organisation=offices["市财政局"],
            by=people["district_officer"],
        )  # fmt: skip


def test_a_department_updates_its_own_on_the_page_and_others_only_read(
    signed_in, people, answering
):
    address = f"/duties/of/{QUALITY}"
    client = signed_in("department")
    assert "更新本单位的进展" in client.get(address).content.decode()
    kept = client.post(f"{address}/update", {"unit": UNIT, "state": "begun", "last": "9",
                                             "words": "我写的话"})  # fmt: skip
    assert kept.status_code == 422
    assert "我写的话" in kept.content.decode()

    said = {"unit": UNIT, "state": "begun", "last": "0", "words": "已排计划"}
    assert client.post(f"{address}/update", said).url == address

    html = signed_in("auditor").get(address).content.decode()
    assert "已排计划" in html
    assert "更新本单位的进展" not in html
    assert signed_in("auditor").post(f"{address}/update", said).status_code == 403
    clerk = signed_in("clerk")
    assert clerk.post(f"{address}/update", said).status_code == 422
    assert clerk.get("/duties/of/nothing").status_code == 404


def test_the_list_is_filtered_and_taken_home(signed_in, people, answering):
    client = signed_in("department")
    mine = client.get("/duties?mine=on").content.decode()
    assert f"/duties/of/{QUALITY}" in mine
    assert "/duties/of/xc18.duty.fg_fund" not in mine

    answer = client.get("/duties/export?document=xc18&kind=department")

    book = CalamineWorkbook.from_filelike(BytesIO(b"".join(answer.streaming_content)))
    cells = [str(cell) for row in book.get_sheet_by_index(0).to_python() for cell in row]
    assert UNIT in cells
    assert "XC18 四(一)④" in cells


def test_a_stranger_updates_and_registers_nothing_here(people):
    stranger = viewer_of(people["stranger"], on=DAY)
    assert not stranger.may(Permission.UPDATE_DUTY, division=DISTRICT)
    assert not viewer_of(people["inspector"], on=DAY).may(Permission.UPDATE_DUTY)
