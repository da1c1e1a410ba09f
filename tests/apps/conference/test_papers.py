"""Official documents of applications and meetings, made from what is stored and opened again."""

from io import BytesIO

import pytest
from docx import Document

from jiugai.apps.conference.meetings.decide import Votes
from tests.apps.conference.conftest import DISTRICT
from tests.apps.projects.conftest import SAID

pytestmark = pytest.mark.django_db


def words(answer):
    """Return every line and cell of a document that was handed out."""
    opened = Document(BytesIO(b"".join(answer.streaming_content)))
    cells = [cell.text for table in opened.tables for row in table.rows for cell in row.cells]
    return [line.text for line in opened.paragraphs if line.text], cells


def test_an_application_is_printed_as_it_was_filed(signed_in, acting):
    one = acting.submitted()

    lines, _cells = words(signed_in("clerk").get(f"/applications/{one.pk}/export/application"))

    assert "关于玉兰里实施老旧小区改造的申请" in lines
    assert one.number in lines
    assert any("总户数120户，参与110户，同意98户" in line for line in lines)
    assert SAID["wishes"] in lines
    assert lines[-2:] == ["玉兰里业主委员会", "2026年9月4日"]


def test_a_review_says_who_passed_it_with_which_opinion(signed_in, acting):
    one = acting.at_city()

    lines, cells = words(
        signed_in("district_officer").get(f"/applications/{one.pk}/export/review")
    )

    assert "关于玉兰里改造申报的审核意见" in lines
    assert ["同意上报" in cells, "同意" in cells] == [True, True]


def test_a_confirmation_has_its_number_and_that_of_the_project(signed_in, holding, acting):
    one = acting.at_city()
    item = holding.taken(holding.meeting("11"), f"application:{one.pk}")
    holding.decided(item, decision="予以确认")

    lines, cells = words(
        signed_in("district_officer").get(f"/applications/{one.pk}/export/confirmation")
    )

    assert lines[:2] == ["北京市老旧小区改造联席会文件", "QR11-2026-0001"]
    assert any("第 1 次会议议定：予以确认" in line for line in lines)
    assert "110199-2026-0001" in cells


def test_a_document_that_there_is_not_yet_leads_back_with_a_word(signed_in, acting):
    one = acting.submitted()
    client = signed_in("clerk")

    answer = client.get(f"/applications/{one.pk}/export/confirmation", follow=True)

    assert "还没有办到这一步" in answer.content.decode()
    assert client.get(f"/applications/{one.pk}/export/novel").status_code == 404


def test_minutes_are_a_draft_until_signed_and_then_carry_their_digest(signed_in, holding):
    meeting = holding.meeting(DISTRICT)
    item = holding.free(meeting, "统筹管线")
    client = signed_in("district_officer")
    draft, _cells = words(client.get(f"{meeting.get_absolute_url()}/export"))
    holding.decided(item, decision="管线先行", votes=Votes(2, 0, 0))
    signed = holding.signed(meeting)

    lines, _cells = words(client.get(f"{meeting.get_absolute_url()}/export"))

    assert draft[-1] == "草稿，未签发"
    assert lines[0] == "示范区老旧小区改造联席会会议纪要"
    assert "一、统筹管线" in lines
    assert "会议议定（同意）：管线先行" in lines
    assert "表决：赞成2，反对0，弃权0。" in lines
    assert lines[-1] == f"摘要（SHA-256）：{signed.digest}"
    assert signed_in("stranger").get(f"{meeting.get_absolute_url()}/export").status_code == 404
