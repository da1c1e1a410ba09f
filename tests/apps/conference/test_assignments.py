"""Assignments: given by a decision, reported on by their owner, back at the next meeting."""

import pytest
from django.db import ProgrammingError, transaction

from jiugai.apps.accounts.models import Appointment
from jiugai.apps.accounts.permissions import Permission
from jiugai.apps.accounts.rows import scope
from jiugai.apps.accounts.viewer import viewer_of
from jiugai.apps.conference.assignments.queries import Sought, find_assignments, standing
from jiugai.apps.conference.assignments.services import give, report, settle
from jiugai.apps.conference.meetings import services
from jiugai.apps.conference.models import Assignment, Item, Meeting, Report
from jiugai.apps.conference.todos import KINDS
from jiugai.kernel.errors import Refusal
from tests.apps.conference.conftest import DAY, DISTRICT, STREET, later

pytestmark = pytest.mark.django_db


@pytest.fixture
def item(holding):
    """Return an item of the district on which something was decided."""
    return holding.decided(holding.free(holding.meeting(DISTRICT)), decision="管线先行")


def given(holding, item, owner="区住建委", partners=(), due_on=None, **more):
    with scope(item.division):
        return give(
            item=item.pk,
            words=more.get("words", "排出总进度"),
            owner=holding.offices[owner],
            partners=[holding.offices[name] for name in partners],
            due_on=due_on or later(10),
            by=holding.people[item.division],
            on=DAY,
        )


def said(one, verb, by, words="已办", scope_=DISTRICT, do=report, **more):
    with scope(scope_):
        version = more.pop("version", Assignment.objects.get(pk=one.pk).version)
        return do(
            pk=one.pk, version=version, verb=verb, words=words, by=by, on=more.pop("on", DAY),
            **more,
        )  # fmt: skip


def test_what_the_city_gives_a_sub_district_is_seen_there_and_tells_what_was_decided(holding):
    meeting = holding.meeting("11")
    item = holding.decided(holding.free(meeting), decision="一街道先行先试")

    given(holding, item, "一街道")

    with scope(STREET):
        seen = Assignment.objects.get()
        assert (seen.decision, seen.meeting_title) == ("一街道先行先试", meeting.title)
        assert not Meeting.objects.exists()
    with scope("110102"):
        assert not Assignment.objects.exists()


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"owner": "市财政局"}, "上级联席会"),
        ({"owner": "区住建委", "partners": ["一街道"]}, "看不到"),
        ({"owner": "区住建委", "partners": ["区住建委"]}, "不用再列"),
        ({"due_on": later(-1)}, "已经过去"),
        ({"words": " "}, "交办什么"),
    ],
)
def test_what_cannot_be_given_is_refused(holding, item, more, words):
    with pytest.raises(Refusal, match=words):
        given(holding, item, **more)


def test_nothing_is_given_before_it_was_decided(holding):
    with pytest.raises(Refusal, match="先记录议定"):
        given(holding, holding.free(holding.meeting(DISTRICT)))


def test_its_owner_reports_it_done_and_the_office_accepts_that(holding, people, item):
    one = given(holding, item, partners=["区财政局"])
    officer = people["district_officer"]
    with pytest.raises(Refusal, match="还没有报请办结"):
        said(one, "accept", officer, do=settle)
    with pytest.raises(Refusal, match="请他们报告"):
        said(one, "progress", people["clerk"])

    said(one, "progress", people["department"], "已碰头")
    claimed = said(one, "claim", people["department"])
    back = said(claimed, "send_back", officer, "缺燃气单位", do=settle)
    said(back, "claim", people["department"])
    done = said(one, "accept", officer, do=settle, on=later(3))

    assert (done.state, done.done_on) == ("done", later(3))
    with scope(DISTRICT):
        verbs = list(Report.objects.values_list("verb", flat=True))
    assert verbs == ["progress", "claim", "send_back", "claim", "accept"]
    with pytest.raises(Refusal, match="已办结"):
        said(one, "progress", people["department"])


def test_a_partner_reports_how_far_it_is_but_not_that_it_is_done(holding, people, item):
    one = given(holding, item, "一街道", ["区住建委"])

    said(one, "progress", people["department"])
    with pytest.raises(Refusal, match="由主办单位"):
        said(one, "claim", people["department"])


def test_a_longer_term_is_later_and_the_report_keeps_what_it_was(holding, people, item):
    one = given(holding, item)
    officer = people["district_officer"]
    for day in (None, one.due_on):
        with pytest.raises(Refusal, match="要晚于"):
            said(one, "extend", officer, do=settle, due_on=day)

    assert said(one, "extend", officer, do=settle, due_on=later(30)).due_on == later(30)
    with scope(DISTRICT):
        assert Report.objects.get().due_on == later(10)
        with pytest.raises(ProgrammingError, match="append-only"), transaction.atomic():
            Report.objects.update(words="别的")


def test_the_second_of_two_who_report_reads_that_somebody_was_quicker(holding, people, item):
    one = given(holding, item)
    said(one, "progress", people["department"], version=1)

    with pytest.raises(Refusal, match="您写的内容还在"):
        said(one, "claim", people["department"], version=1)


def test_what_is_not_done_comes_back_at_the_next_meeting_by_itself(holding, people, item):
    one, other = given(holding, item), given(holding, item, "一街道")
    said(other, "drop", people["district_officer"], do=settle)
    with scope(DISTRICT):
        meeting = Meeting.objects.get(pk=item.meeting_id)
    holding.signed(meeting)

    following = holding.meeting(DISTRICT, later(7))

    with scope(DISTRICT):
        back = list(following.items.values_list("kind", "subject"))
        assert back == [(Item.Kind.FOLLOW_UP, f"assignment:{one.pk}")]
        services.bring_back(pk=following.pk, by=people["district_officer"], on=DAY)
        assert following.items.count() == 1


def test_it_stands_among_the_to_dos_of_its_owner_and_then_of_the_office(holding, people, item):
    own, office = KINDS
    owner = viewer_of(people["department"], on=DAY)
    officer = viewer_of(people["district_officer"], on=DAY)
    one = given(holding, item)
    with scope(DISTRICT):
        (todo,) = own.listed(owner, DAY, 10)
        assert (todo.title, todo.due_on, own.count(owner)) == ("排出总进度", later(10), 1)
        assert "签发纪要" in [str(t.what) for t in office.listed(officer, DAY, 10)]
    said(one, "claim", people["department"])
    with scope(DISTRICT):
        assert own.count(owner) == 0
        assert "核定：主办单位已报请办结" in [t.what for t in office.listed(officer, DAY, 10)]


def test_each_owner_is_counted_and_what_is_late_is_found(holding, item):
    given(holding, item)
    given(holding, item, due_on=later(2))
    given(holding, item, "一街道")
    on = later(5)
    with scope(DISTRICT):
        (first, second) = standing(find_assignments(Sought(), on=on), on)
        late = find_assignments(Sought(overdue=True), on=on)
        assert [one.due_on for one in late] == [later(2)]
    found = {one["owner__name"]: (one["open"], one["late"]) for one in (first, second)}
    assert found == {"区住建委": (2, 1), "一街道": (1, 0)}


def test_who_lost_the_role_reports_nothing_with_the_next_click(signed_in, holding, people, item):
    one = given(holding, item)
    client = signed_in("department")
    assert "报请办结" in client.get(one.get_absolute_url()).content.decode()
    Appointment.objects.filter(person=people["department"]).delete()

    answer = client.post(
        f"{one.get_absolute_url()}/report", {"version": 1, "verb": "claim", "words": "办了"}
    )

    assert answer.status_code == 403
    with scope(DISTRICT):
        assert not Report.objects.exists()


def test_a_stranger_settles_and_reports_nothing(people):
    for permission in (Permission.REPORT_ASSIGNMENT, Permission.UPDATE_DUTY):
        assert not viewer_of(people["stranger"], on=DAY).may(permission, division=DISTRICT)
        assert not viewer_of(people["contractor"], on=DAY).may(permission)
