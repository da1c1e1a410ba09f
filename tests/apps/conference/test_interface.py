"""Meetings and assignments for other systems: with the right token, within one's division."""

import pytest

from jiugai.apps.accounts.rows import scope
from jiugai.apps.conference.assignments.services import give
from jiugai.apps.conference.meetings.decide import Votes
from jiugai.apps.conference.models import Item
from tests.apps.conference.conftest import DAY, DISTRICT, later
from tests.apps.registry.api_cast import calling, key_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def given(holding):
    """Return something that the district's conference gave its housing department."""
    meeting = holding.meeting(DISTRICT)
    item = holding.decided(holding.free(meeting), decision="管线先行", votes=Votes(2, 0, 0))
    with scope(DISTRICT):
        return give(
            item=item.pk,
            words="排出总进度",
            owner=holding.offices["区住建委"],
            partners=[],
            due_on=later(10),
            by=holding.people[DISTRICT],
            on=DAY,
        )


def test_a_meeting_is_read_with_what_it_decided(client, people, given):
    get = calling(client, key_of(people["district_officer"]))
    (listed,) = get("/api/v1/meetings").json()["items"]

    whole = get(f"/api/v1/meetings/{listed['id']}").json()

    assert (whole["title"], whole["signed"]) == (given.meeting_title, False)
    (item,) = whole["items"]
    assert (item["decision"], item["outcome"], item["votes_for"]) == ("管线先行", "agreed", 2)


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ({}, 1),
        ({"state": "open"}, 1),
        ({"state": "done"}, 0),
        ({"overdue_on": "2026-09-15"}, 1),
        ({"overdue_on": "2026-09-14"}, 0),
        ({"division": "110199001"}, 0),
    ],
)
def test_assignments_are_filtered(client, people, given, query, count):
    get = calling(client, key_of(people["district_officer"]))

    found = get("/api/v1/assignments", **query).json()["items"]

    assert [one["owner"] for one in found] == ["区住建委"] * count


def test_a_stranger_reads_neither(client, people, given):
    get = calling(client, key_of(people["stranger"]))

    assert get("/api/v1/assignments").json()["items"] == []
    assert get("/api/v1/meetings").json()["items"] == []
    with scope(DISTRICT):
        meeting = Item.objects.get(pk=given.item_id).meeting_id
    assert get(f"/api/v1/meetings/{meeting}").status_code == 404
