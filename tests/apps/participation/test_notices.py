"""Notices: nine parts, days, objections with a number and an answer, and the gate they shut."""

from datetime import date, timedelta
from io import BytesIO

import pytest
from django.utils import timezone
from docx import Document

from jiugai.apps.accounts.rows import of_household, scope
from jiugai.apps.participation.models import Notice, NoticeSeen, Objection, Part
from jiugai.apps.participation.notices import services
from jiugai.apps.participation.notices.composing import composed
from jiugai.apps.participation.residents.codes import make_entrance
from jiugai.apps.participation.residents.entering import _begin
from jiugai.apps.projects.models import GateState, Way
from jiugai.apps.projects.project.services import open_project
from jiugai.apps.registry.models import Estate, Household, Pipe
from jiugai.kernel.errors import Refusal
from jiugai.web.pdf import converter
from tests.apps.conftest import DISTRICT

pytestmark = pytest.mark.django_db
DAY = date(2026, 6, 1)
GATE = "bj22.gate.publicity"
SAID = {
    "title": "玉兰里改造方案公示",
    "parts": {part.value: f"{part.label}如下" for part in Part},
    "places": "各楼门口",
    "days": 7,
    "answer_days": 5,
}


@pytest.fixture
def notice(homes, people):
    """Return a notice that is up since a day."""
    with scope(DISTRICT):
        made = services.draft(estate=homes, said=SAID, by=people["clerk"], on=DAY)
        return services.put_up(pk=made.pk, by=people["clerk"], on=DAY)


def home(number=0):
    with scope(DISTRICT):
        return Household.objects.select_related("building").order_by("id")[number]


def object_to(notice, text="护栏拆了怎么防盗？", number=0, on=DAY):
    household = home(number)
    at = timezone.make_aware(timezone.datetime(on.year, on.month, on.day, 9))
    with scope(DISTRICT), of_household(household.pk):
        return services.object_to(notice=notice, household=household, text=text, by=None, at=at)


def test_what_lacks_a_part_is_not_put_up_and_the_clause_says_why(homes, people):
    said = SAID | {"parts": SAID["parts"] | {"scene": " "}}
    with scope(DISTRICT):
        made = services.draft(estate=homes, said=said, by=people["clerk"], on=DAY)
        with pytest.raises(Refusal, match=r"参照场景.*三\(四\)②"):
            services.put_up(pk=made.pk, by=people["clerk"], on=DAY)


def test_what_is_up_does_not_change(notice, people):
    with scope(DISTRICT), pytest.raises(Refusal, match="不能再改"):
        services.redraft(pk=notice.pk, said=SAID, by=people["clerk"], on=DAY)


def test_objections_are_numbered_and_due(notice):
    first, second = object_to(notice), object_to(notice, number=1)

    assert [first.number, second.number] == [1, 2]
    assert first.due_on == DAY + timedelta(days=5)


@pytest.mark.parametrize(("after", "taken"), [(7, True), (8, False)])
def test_the_last_day_still_takes_objections(notice, after, taken):
    on = DAY + timedelta(days=after)
    if taken:
        assert object_to(notice, on=on).number == 1
    else:
        with pytest.raises(Refusal, match="已过"):
            object_to(notice, on=on)


def test_an_objection_blocks_the_gate_and_its_answer_opens_it(notice, people):
    with scope(DISTRICT):
        Estate.objects.filter(pk=notice.estate_id).update(
            facts={"name": "玉兰里", "planner_reviewed": True, "planner_passed": True,
                   "notice_complete": True, "open_objections": 0, "design_published": True}
        )  # fmt: skip
        project = open_project(
            estate=Estate.objects.get(pk=notice.estate_id), way=Way.APPLICATION,
            by=people["district_officer"], on=DAY,
        )  # fmt: skip

    def verdict():
        with scope(DISTRICT):
            return GateState.objects.get(project=project, rule=GATE).verdict

    before = verdict()
    objection = object_to(notice)
    shut = verdict()
    with scope(DISTRICT):
        services.answer(
            pk=objection.pk, words="采纳，统一装隐形防盗网", by=people["clerk"], on=DAY
        )

    assert (before, shut, verdict()) == ("met", "not_met", "met")


def test_a_notice_ends_after_its_days_once_all_is_answered(notice, people):
    objection = object_to(notice)
    last = DAY + timedelta(days=7)
    with scope(DISTRICT):
        with pytest.raises(Refusal, match="为止"):
            services.end(pk=notice.pk, by=people["clerk"], on=last)
        with pytest.raises(Refusal, match="没有答复"):
            services.end(pk=notice.pk, by=people["clerk"], on=last + timedelta(days=1))
        services.answer(pk=objection.pk, words="采纳，统一安装", by=people["clerk"], on=last)
        ended = services.end(pk=notice.pk, by=people["clerk"], on=last + timedelta(days=1))
    assert ended.state == Notice.State.ENDED


def test_an_answer_is_given_once_and_in_words(notice, people):
    objection = object_to(notice)
    with scope(DISTRICT):
        with pytest.raises(Refusal, match="采纳了什么"):
            services.answer(pk=objection.pk, words="好", by=people["clerk"], on=DAY)
        services.answer(pk=objection.pk, words="采纳，统一安装", by=people["clerk"], on=DAY)
        with pytest.raises(Refusal, match="已于"):
            services.answer(pk=objection.pk, words="再答一次吧", by=people["clerk"], on=DAY)


def test_the_draft_says_what_the_register_knows(homes):
    with scope(DISTRICT):
        Pipe.objects.create(estate=homes, division=homes.division, kind="water", length_m=120)

        assert composed(homes)["pipes"] == "给水 120.0 米"


def test_a_household_reads_objects_and_is_counted_once(client, notice):
    with scope(DISTRICT):
        Notice.objects.filter(pk=notice.pk).update(
            put_up_on=timezone.localdate(), last_day=timezone.localdate()
        )
        client.cookies["household"] = _begin(home(), timezone.now())
    client.get(f"/r/n/{notice.pk}")
    answer = client.post(f"/r/n/{notice.pk}", {"text": "护栏拆了怎么防盗？"}, follow=True)

    assert "第 1 号" in answer.content.decode()
    with scope(DISTRICT):
        assert NoticeSeen.objects.count() == 1
        assert Objection.objects.get().household_id == home().pk


def test_a_neighbours_objection_is_not_shown(client, notice):
    object_to(notice, text="这是别人家的意见", number=1)
    with scope(DISTRICT):
        client.cookies["household"] = _begin(home(), timezone.now())

    assert "别人家的意见" not in client.get(f"/r/n/{notice.pk}").content.decode()


def test_a_draft_is_no_page_for_residents(client, homes, people):
    with scope(DISTRICT):
        made = services.draft(estate=homes, said=SAID, by=people["clerk"], on=DAY)
        client.cookies["household"] = _begin(home(), timezone.now())

    assert client.get(f"/r/n/{made.pk}").status_code == 404


def test_the_pages_of_staff_show_the_notice_its_poster_and_what_waits(signed_in, notice):
    objection = object_to(notice)
    client = signed_in("clerk")

    assert "玉兰里改造方案公示" in client.get("/notices").content.decode()
    assert "护栏拆了" in client.get(f"/notices/{notice.pk}").content.decode()
    assert "怎样提意见" in client.get(f"/notices/{notice.pk}/poster").content.decode()
    assert "公示意见第 1 号" in client.get("/today").content.decode()
    done = client.post(f"/objections/{objection.pk}", {"answer": "采纳，统一安装"})
    assert done.url == f"/notices/{notice.pk}"
    assert signed_in("stranger").get(f"/notices/{notice.pk}").status_code == 404


def test_what_is_said_on_the_phone_is_written_down_for_the_household(signed_in, notice):
    with scope(DISTRICT):
        Notice.objects.filter(pk=notice.pk).update(
            put_up_on=timezone.localdate(), last_day=timezone.localdate()
        )
    client = signed_in("clerk")
    path = f"/notices/{notice.pk}/objections"
    said = {"building": "1", "unit": "1", "door": "201", "text": "施工时请留消防通道"}

    assert client.post(path, said).url == f"/notices/{notice.pk}"
    refused = client.post(path, said | {"door": "999"})
    assert refused.status_code == 422
    assert "施工时请留消防通道" in refused.content.decode()
    with scope(DISTRICT):
        assert Objection.objects.get().household.door == "201"


def test_the_poster_is_an_official_document_with_the_qr_code(client, notice, homes, people):
    client.force_login(people["clerk"])
    with scope(DISTRICT):
        made = make_entrance(
            estate=homes, building=None, phone="5550", by=people["clerk"], on=timezone.now()
        )
    paper = f"/notices/{notice.pk}/poster/paper"
    document = Document(BytesIO(b"".join(client.get(paper).streaming_content)))
    said = [line.text for line in document.paragraphs]
    assert "玉兰里改造方案公示" in said
    assert "一、业主意愿和共识意愿" in said
    assert "十、怎样提意见" in said
    assert any(made.slug in line for line in said)
    assert any("2026年6月1日至" in line for line in said)
    (picture,) = document.inline_shapes
    assert round(picture.width.mm) == 42
    if converter() is not None:
        pdf = b"".join(client.get(f"{paper}?as=pdf").streaming_content)
        assert pdf.startswith(b"%PDF")
