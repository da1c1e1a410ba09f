"""Pages of a review: who may act sees forms, and nobody else does."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from jiugai.apps.accounts.models import Appointment
from jiugai.apps.accounts.permissions import Permission
from jiugai.apps.accounts.rows import scope
from jiugai.apps.projects.models import Hand, Remark, Review
from tests.apps.conftest import DISTRICT
from tests.apps.projects.review.conftest import DAY, PDF

pytestmark = pytest.mark.django_db


@pytest.fixture
def at(project):
    """Return the address of the review."""
    return f"/projects/{project.pk}/review"


def test_a_designer_uploads_and_hands_in_and_the_planner_is_to_act(signed_in, at, project):
    client = signed_in("designer")
    file = SimpleUploadedFile("立面.pdf", PDF, "application/pdf")
    said = {"part": "facade", "kind": "drawing", "title": "立面图", "file": file}
    client.post(f"{at}/files", said)
    version = scoped(project).version
    client.post(f"{at}/submit", {"words": "立面保温", "version": version})

    page = signed_in("planner").get(at).content.decode()
    assert "审查第 1 版：准备意见" in page
    assert "提交给责任规划师" not in page
    assert "审查设计方案，意见一次性给出" in signed_in("planner").get("/today").content.decode()


def scoped(project):
    """Return the review of a project."""
    with scope(DISTRICT):
        return Review.objects.get(project=project)


def test_a_refused_form_keeps_its_words_and_says_what_to_do(signed_in, desk, at):
    desk.file()
    desk.submit()

    said = {"words": "请改勒脚", "verdict": "return", "version": desk.review.version}
    answer = signed_in("planner").post(f"{at}/opinion", said)

    page = answer.content.decode()
    assert answer.status_code == 422
    assert "至少写一条" in page
    assert "请改勒脚</textarea>" in page


def test_words_of_who_came_too_late_can_be_copied(signed_in, desk, at):
    desk.file()
    desk.submit()
    version = desk.review.version
    desk.opinion("pass", "可以")

    said = {"words": "我的总体意见", "verdict": "pass", "version": version}
    page = signed_in("planner").post(f"{at}/opinion", said).content.decode()

    assert "您写的内容没有提交" in page
    assert "我的总体意见" in page


def test_remarks_in_preparation_are_seen_by_planners_only(signed_in, desk, at):
    desk.file()
    desk.submit()
    desk.remark(words="还没给出的意见")

    assert "还没给出的意见" in signed_in("planner").get(at).content.decode()
    assert "还没给出的意见" not in signed_in("designer").get(at).content.decode()
    assert "还没给出的意见" not in signed_in("auditor").get(at).content.decode()


def test_two_versions_stand_side_by_side_with_remarks_and_answers(signed_in, desk, at):
    desk.answer(desk.returned())
    desk.file("facade", "二")
    desk.submit("补节点")

    page = signed_in("auditor").get(f"{at}/compare").content.decode()

    assert "第 1 版和第 2 版对照" in page
    for words in ("勒脚收口做法不清", "已补节点详图", "有改动", "没有改动"):
        assert words in page


def test_a_stranger_sees_no_review(signed_in, desk, at):
    desk.passed()

    assert signed_in("stranger").get(at).status_code == 404
    assert signed_in("stranger").get("/reviews").content.decode().count("玉兰里") == 0


@pytest.mark.parametrize(
    ("permission", "who", "path", "said"),
    [
        (Permission.SUBMIT_DESIGN, "designer", "submit", {"words": "改", "version": "2"}),
        (Permission.REVIEW_DESIGN, "planner", "remarks", {"part": "facade", "words": "改"}),
    ],
)
def test_a_role_revoked_mid_work_stops_at_the_next_click(
    signed_in, people, desk, at, permission, who, path, said
):
    desk.file()
    client = signed_in(who)
    assert client.get(at).status_code == 200
    Appointment.objects.filter(person=people[who]).update(until=DAY)

    answer = client.post(f"{at}/{path}", said)

    assert answer.status_code == 403
    assert scoped(desk.project).hand == Hand.DESIGNER
    with scope(DISTRICT):
        assert not Remark.objects.exists()
