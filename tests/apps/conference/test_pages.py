"""Pages of the conference: what each shows, who may act there, what is kept when refused."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from jiugai.apps.accounts.rows import scope
from jiugai.apps.conference.meetings import services
from jiugai.apps.conference.models import Assignment, Item, Meeting, Paper, Seat
from tests.apps.conftest import DISTRICT

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.4 minimal"


@pytest.fixture
def meeting(holding):
    """Return a meeting of the district that is held today."""
    holding.seats(DISTRICT)
    with scope(DISTRICT):
        today = timezone.localdate()
        Seat.objects.update(since=today)
        return services.call_meeting(
            division=DISTRICT,
            day=today,
            by=holding.people[DISTRICT],
            on=today,
            said={"chair": "任召"},
        )


def text(answer):
    return answer.content.decode()


def test_a_district_calls_a_meeting_decides_gives_and_signs(signed_in, offices, people):
    client = signed_in("district_officer")
    today = timezone.localdate()
    seat = {"organisation": offices["区住建委"].pk, "part": "convener", "name": "甄集"}
    assert client.post("/conference/members/take", seat).url == "/conference/members"
    called = client.post("/conference/call", {"day": today.isoformat(), "chair": "甄集"})
    address = called.url
    client.post(f"{address}/free", {"title": "统筹管线", "brief": "重复开挖"})
    with scope(DISTRICT):
        item = Item.objects.get()

    decided = client.post(
        f"/conference/items/{item.pk}/decide",
        {"version": 1, "outcome": "agreed", "decision": "管线先行", "votes_for": 1,
         "votes_against": 0, "votes_abstained": 0},
    )  # fmt: skip
    given = client.post(
        f"/conference/items/{item.pk}/assign",
        {"words": "排总进度", "owner": offices["区住建委"].pk, "due_on": today.isoformat()},
    )
    page = text(client.get(address))
    with scope(DISTRICT):
        version = Meeting.objects.get().version
    signed = client.post(f"{address}/sign", {"version": version})

    assert (decided.status_code, given.status_code, signed.status_code) == (302, 302, 302)
    assert "管线先行" in page
    assert "赞成 1，反对 0，弃权 0" in page
    after = text(client.get(address))
    assert "内容与签发时一致" in after
    assert "列入" not in after
    assert "排总进度" in text(signed_in("department").get("/today"))


def test_a_refused_decision_keeps_its_words_and_the_page_says_why(signed_in, holding, meeting):
    item = holding.free(meeting)
    client = signed_in("district_officer")

    answer = client.post(
        f"/conference/items/{item.pk}/decide",
        {"version": 7, "outcome": "agreed", "decision": "先做管线再做路面"},
    )

    assert answer.status_code == 422
    assert "先做管线再做路面" in text(answer)
    assert "别人已记录" in text(answer)


def test_votes_are_all_given_or_none(signed_in, holding, meeting):
    item = holding.free(meeting)

    answer = signed_in("district_officer").post(
        f"/conference/items/{item.pk}/decide",
        {"version": 1, "outcome": "agreed", "decision": "同意", "votes_for": 1},
    )

    assert answer.status_code == 422
    assert "都填上" in text(answer)


def test_a_paper_is_kept_and_handed_out_to_those_who_see_the_meeting(
    signed_in, holding, meeting, settings, tmp_path
):
    settings.MEDIA_ROOT = tmp_path
    item = holding.free(meeting)
    client = signed_in("district_officer")
    file = SimpleUploadedFile("议题.pdf", PDF)
    address = f"/conference/items/{item.pk}/papers"
    assert client.post(address, {"title": "只有标题"}).status_code == 422

    assert client.post(address, {"title": "情况说明", "file": file}).status_code == 302

    with scope(DISTRICT):
        paper = Paper.objects.get()
    got = client.get(f"/conference/papers/{paper.pk}/export")
    assert b"".join(got.streaming_content) == PDF
    assert signed_in("stranger").get(f"/conference/papers/{paper.pk}/export").status_code == 404


def test_a_conference_is_run_by_its_own_office_only(signed_in, holding, meeting, people):
    item = holding.free(meeting)
    city = signed_in("city_officer")  # of the district in the fixtures: may run it
    assert city.get(meeting.get_absolute_url()).status_code == 200
    holding.people["district_officer"].appointments.update(division="11")
    client = signed_in("district_officer")

    assert client.get(meeting.get_absolute_url()).status_code == 200
    assert f"/conference/items/{item.pk}/decide" not in text(client.get(item.get_absolute_url()))
    assert client.post(f"{meeting.get_absolute_url()}/free", {"title": "x"}).status_code == 404
    assert client.post(f"/conference/items/{item.pk}/decide", {}).status_code == 404


def test_the_list_of_assignments_is_filtered_and_opens_what_is_counted(
    signed_in, holding, offices, meeting
):
    client = signed_in("district_officer")
    item = holding.decided(holding.free(meeting), on=timezone.localdate())
    for owner in ("区住建委", "一街道"):
        client.post(
            f"/conference/items/{item.pk}/assign",
            {"words": f"{owner}的事", "owner": offices[owner].pk,
             "due_on": timezone.localdate().isoformat()},
        )  # fmt: skip
    with scope(DISTRICT):
        assert Assignment.objects.count() == 2

    mine = text(signed_in("department").get("/conference/assignments?mine=on"))
    found = text(client.get(f"/conference/assignments?owner={offices['一街道'].pk}"))

    assert "区住建委的事" in mine
    assert "一街道的事" not in mine.split("各单位的交办事项")[0]
    assert "一街道的事" in found
    assert "区住建委的事" not in found.split("各单位的交办事项")[0]


def test_a_clerk_reads_what_was_given_and_nothing_of_the_meeting(
    signed_in, holding, offices, meeting
):
    item = holding.decided(holding.free(meeting), on=timezone.localdate())
    signed_in("district_officer").post(
        f"/conference/items/{item.pk}/assign",
        {"words": "设接待点", "owner": offices["一街道"].pk,
         "due_on": timezone.localdate().isoformat()},
    )  # fmt: skip
    with scope(DISTRICT):
        one = Assignment.objects.get()
    client = signed_in("clerk")

    page = text(client.get(one.get_absolute_url()))

    assert meeting.title in page
    assert f'href="{item.get_absolute_url()}"' not in page
    assert client.get(meeting.get_absolute_url()).status_code == 404
    said = {"version": 1, "verb": "claim", "words": "接待点已开"}
    assert client.post(f"{one.get_absolute_url()}/report", said).status_code == 302
