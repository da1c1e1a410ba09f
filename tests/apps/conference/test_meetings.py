"""Meetings: called, their agenda from what waits, decided, signed and frozen."""

import pytest
from django.db import ProgrammingError, transaction

from jiugai.apps.accounts.permissions import Permission
from jiugai.apps.accounts.rows import scope
from jiugai.apps.accounts.viewer import viewer_of
from jiugai.apps.audit.models import Line
from jiugai.apps.conference.meetings import services
from jiugai.apps.conference.meetings.agenda import offered
from jiugai.apps.conference.meetings.decide import Votes
from jiugai.apps.conference.meetings.minutes import is_as_signed
from jiugai.apps.conference.members.services import leave_seat, take_seat
from jiugai.apps.conference.models import Item, Meeting, Seat
from jiugai.apps.projects.models import Application, Desk, Project, Step
from jiugai.kernel.errors import Refusal
from tests.apps.conference.conftest import DAY, DISTRICT, later

pytestmark = pytest.mark.django_db


def test_meetings_of_a_year_are_numbered_and_each_conference_has_its_own_numbers(holding):
    titles = [holding.meeting(place).title for place in ("11", "11", DISTRICT)]

    assert [title[-7:] for title in titles] == ["第 1 次会议", "第 2 次会议", "第 1 次会议"]
    assert titles[0].startswith("北京市")


def test_a_conference_without_members_or_on_a_day_that_is_past_is_not_called(holding):
    with pytest.raises(Refusal, match="还没有成员"), scope(DISTRICT):
        services.call_meeting(division=DISTRICT, day=DAY, by=holding.people[DISTRICT], on=DAY)
    with pytest.raises(Refusal, match="已经过去"):
        holding.meeting(DISTRICT, day=later(-1))


def test_what_waits_for_the_city_is_offered_to_its_conference_once(holding, acting):
    one = acting.at_city()
    meeting = holding.meeting("11")
    with scope("11"):
        assert [case.subject for case in offered(meeting, DAY)] == [f"application:{one.pk}"]

    holding.taken(meeting, f"application:{one.pk}")

    with scope("11"):
        assert offered(meeting, DAY) == []
    with pytest.raises(Refusal, match="已经列入"):
        holding.taken(meeting, f"application:{one.pk}")


def test_an_application_that_the_meeting_agrees_to_is_confirmed_and_names_the_meeting(
    holding, acting
):
    one = acting.at_city()
    meeting = holding.meeting("11")
    item = holding.taken(meeting, f"application:{one.pk}")

    done = holding.decided(item, votes=Votes(2, 0, 0), decision="予以确认")

    assert done.result == "QR11-2026-0001"
    with scope(DISTRICT):
        now = Application.objects.get(pk=one.pk)
        assert (now.desk, now.confirmation) == (Desk.CONFIRMED, "QR11-2026-0001")
        step = Step.objects.get(application=one, verb="confirm")
        assert step.opinion == f"{meeting.title}议定：予以确认"
    with pytest.raises(Refusal, match="不能再改"):
        holding.decided(item, outcome="deferred", decision="再议")


def test_an_application_that_is_refused_goes_back_to_its_district(holding, acting):
    one = acting.at_city()
    item = holding.taken(holding.meeting("11"), f"application:{one.pk}")

    holding.decided(item, outcome="returned", decision="投资未落实")

    with scope(DISTRICT):
        assert Application.objects.get(pk=one.pk).desk == Desk.DISTRICT
        assert not Project.objects.exists()


def test_an_application_that_is_deferred_stays_where_it_lies(holding, acting):
    one = acting.at_city()
    item = holding.taken(holding.meeting("11"), f"application:{one.pk}")

    assert holding.decided(item, outcome="deferred", decision="缓议").result == ""
    with scope(DISTRICT):
        assert Application.objects.get(pk=one.pk).desk == Desk.CITY


def test_a_districts_conference_confirms_nothing_even_after_the_application_went_up(
    holding, acting
):
    one = acting.at_district()
    with scope(DISTRICT):
        Application.objects.filter(pk=one.pk).update(due_on=later(-1))
    item = holding.taken(holding.meeting(DISTRICT), f"application:{one.pk}")
    acting.do("pass_on", one, "district_officer", opinion="同意")

    assert holding.decided(item, decision="同意上报").result == ""
    with scope(DISTRICT):
        assert Application.objects.get(pk=one.pk).desk == Desk.CITY


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"outcome": ""}, "请选择"),
        ({"decision": "  "}, "请写明议定了什么"),
        ({"votes": Votes(3, 0, 0)}, "多于出席的 2 个成员"),
        ({"votes": Votes(1, 1, 0)}, "不能是“同意”"),
        ({"on": later(-1)}, "会议还没有开"),
        ({"version": 99}, "别人已记录"),
    ],
)
def test_a_decision_that_cannot_be_is_refused_and_says_why(holding, said, words):
    item = holding.free(holding.meeting(DISTRICT))

    with pytest.raises(Refusal, match=words):
        holding.decided(item, **said)
    with scope(DISTRICT):
        assert Item.objects.get(pk=item.pk).outcome == ""


def test_minutes_wait_for_every_item_and_then_nothing_of_them_changes(holding):
    meeting = holding.meeting(DISTRICT)
    item = holding.free(meeting)
    with pytest.raises(Refusal, match="统筹管线"):
        holding.signed(meeting)
    holding.decided(item, decision="管线先行")

    signed = holding.signed(meeting)

    assert signed.minutes["items"][0]["decision"] == "管线先行"
    assert is_as_signed(signed)
    with pytest.raises(Refusal, match="纪要已签发"):
        holding.free(meeting)
    with scope(DISTRICT):
        for change in (
            lambda: Meeting.objects.filter(pk=meeting.pk).update(chair="别人"),
            lambda: Item.objects.filter(pk=item.pk).update(decision="别的"),
            lambda: Item.objects.filter(pk=item.pk).delete(),
        ):
            with pytest.raises(ProgrammingError, match="signed"), transaction.atomic():
                change()


def test_minutes_that_were_tampered_with_no_longer_fit_their_digest(holding):
    meeting = holding.meeting(DISTRICT)
    holding.decided(holding.free(meeting))
    signed = holding.signed(meeting)

    signed.minutes["items"][0]["decision"] = "不同意"

    assert not is_as_signed(signed)


@pytest.mark.parametrize(
    ("on", "version", "words"),
    [(later(-1), None, "会议还没有开"), (DAY, 99, "别人已改过"), (DAY, None, "没有议题")],
)
def test_minutes_are_not_signed_too_early_or_blindly(holding, on, version, words):
    meeting = holding.meeting(DISTRICT)
    said = {} if version is None else {"version": version}

    with pytest.raises(Refusal, match=words):
        holding.signed(meeting, on=on, **said)


def test_an_item_is_taken_off_until_something_was_decided(holding):
    meeting = holding.meeting(DISTRICT)
    item, other = holding.free(meeting), holding.free(meeting, "别的")
    holding.decided(other)
    by = holding.people[DISTRICT]
    with scope(DISTRICT):
        services.drop_item(pk=item.pk, by=by)
        with pytest.raises(Refusal, match="不能撤下"):
            services.drop_item(pk=other.pk, by=by)
        assert list(meeting.items.values_list("title", flat=True)) == ["别的"]


def test_who_changed_a_meeting_meanwhile_is_not_overwritten(holding):
    meeting = holding.meeting(DISTRICT)
    said = {"day": later(3), "at": None, "place": "二楼", "chair": "甲", "guests": ""}
    by = holding.people[DISTRICT]
    with scope(DISTRICT):
        stale = Meeting.objects.get(pk=meeting.pk).version
        services.edit_meeting(pk=meeting.pk, version=stale, said=said, present=[], by=by)
        with pytest.raises(Refusal, match="别人已改过"):
            services.edit_meeting(pk=meeting.pk, version=stale, said=said, present=[], by=by)
        with pytest.raises(Refusal, match="2026 年内"):
            services.edit_meeting(
                pk=meeting.pk, version=stale + 1, said=said | {"day": DAY.replace(year=2027)},
                present=[], by=by,
            )  # fmt: skip
        assert Line.objects.filter(action="conference.edited").count() == 1


def test_an_organisation_sits_once_and_somebody_speaks_for_it(holding, people):
    holding.seats(DISTRICT)
    by, office = holding.people[DISTRICT], holding.offices["区财政局"]
    with scope(DISTRICT):
        for said, words in (
            ({"organisation": office, "name": "甲"}, "已经是成员"),
            ({"organisation": holding.offices["一街道"]}, "由谁代表"),
            ({"organisation": holding.offices["一街道"], "person": people["department"]}, "另选"),
        ):
            with pytest.raises(Refusal, match=words):
                take_seat(division=DISTRICT, part="member", by=by, on=DAY, **said)
        seat = Seat.objects.get(organisation=office)
        leave_seat(pk=seat.pk, division=DISTRICT, by=by, on=later(1))
        with pytest.raises(Refusal, match="已经不是成员"):
            leave_seat(pk=seat.pk, division=DISTRICT, by=by, on=later(1))


def test_a_stranger_sees_no_conference_of_another_district(holding, people):
    holding.free(holding.meeting(DISTRICT))
    with scope("110102"):
        assert not Meeting.objects.exists()
        assert not Item.objects.exists()
    stranger = viewer_of(people["stranger"], on=DAY)
    assert not stranger.may(Permission.HOLD_CONFERENCE, division=DISTRICT)
    assert not viewer_of(people["inspector"], on=DAY).may(Permission.VIEW_CONFERENCE)
    assert not viewer_of(people["clerk"], on=DAY).may(Permission.HOLD_CONFERENCE)
