"""A sub-district calls departments: clocks, answers, reminders, hard cases, figures."""

from datetime import date, timedelta

import pytest
from django.db import ProgrammingError, transaction

from jiugai.apps.accounts.rows import scope
from jiugai.apps.audit.models import Line
from jiugai.apps.conference.meetings.agenda import whistles
from jiugai.apps.projects.models import Notice, Practice, Whistle, WhistleStep
from jiugai.apps.projects.whistle.overdue import tell_late_calls
from jiugai.apps.projects.whistle.practices import collect, share
from jiugai.apps.projects.whistle.queries import figures, hard_cases
from jiugai.kernel.errors import Refusal
from tests.apps.conftest import DISTRICT, OTHER, STREET
from tests.apps.projects.whistle.conftest import DAY

pytestmark = pytest.mark.django_db


def test_a_called_department_has_two_clocks_and_is_told(street, people):
    whistle = street.blow()

    call = street.call(whistle)
    assert (whistle.number, whistle.state) == ("CS110199-2026-0001", "open")
    assert (call.respond_by, call.solve_by) == (date(2026, 6, 3), date(2026, 6, 23))
    told = Notice.objects.get(person=people["department"])
    assert (told.kind, told.due_on, told.words) == ("called", call.respond_by, "查明管线并疏通")
    assert not Notice.objects.filter(person=people["gardener"])


def test_a_department_reports_solves_and_the_street_confirms(street, people):
    whistle = street.blow()
    pk = street.call(whistle).pk
    with pytest.raises(Refusal, match="先报到"):
        street.do("solve", pk, "department")
    street.do("respond", pk, "department", words="李工明天到现场")
    with pytest.raises(Refusal, match="还没有报办结"):
        street.do("close", whistle.pk)
    street.do("solve", pk, "department", words="已换管 40 米")
    done = street.do("close", whistle.pk, words="现场看过")

    assert (done.state, done.ended_on) == ("solved", DAY)
    with scope(DISTRICT):
        verbs = list(WhistleStep.objects.values_list("verb", flat=True))
        assert Line.objects.filter(action="whistle.closed", reason="现场看过").exists()
    assert verbs == ["blown", "responded", "solved", "closed"]
    with pytest.raises(Refusal, match="不能再办"):
        street.do("remind", pk)


def test_only_the_department_that_was_called_answers(street):
    pk = street.call(street.blow()).pk

    with pytest.raises(Refusal, match="由那个部门的人办理"):
        street.do("respond", pk, "gardener")
    with pytest.raises(Refusal, match="由那个部门的人办理"):
        street.do("respond", pk, "clerk")


def test_what_is_not_solved_goes_back_and_keeps_its_deadline(street, people):
    whistle = street.blow()
    pk = street.call(whistle).pk
    street.do("respond", pk, "department")
    street.do("solve", pk, "department")
    street.do("reopen", pk, words="昨天又溢了")

    call = street.call(whistle)
    assert (call.solved_on, call.solve_by) == (None, date(2026, 6, 23))
    assert Notice.objects.filter(person=people["department"], kind="returned").count() == 1
    street.do("solve", pk, "department")
    street.do("close", whistle.pk)


def test_a_department_is_reminded_once_a_day(street, people):
    pk = street.call(street.blow()).pk
    street.do("remind", pk, words="居民又来电")

    with pytest.raises(Refusal, match="今天已经催过"):
        street.do("remind", pk)
    street.do("remind", pk, on=DAY + timedelta(days=1))
    assert Notice.objects.filter(person=people["department"], kind="reminded").count() == 2


def test_who_is_late_is_told_once_for_each_deadline(street, people):
    whistle = street.blow()
    late = date(2026, 6, 4)
    with scope(""):
        assert tell_late_calls(on=date(2026, 6, 3), most=10) == 0
        assert tell_late_calls(on=late, most=10) == 1
        assert tell_late_calls(on=late, most=10) == 0
    street.do("respond", street.call(whistle).pk, "department", on=late)
    with scope(""):
        assert tell_late_calls(on=date(2026, 6, 24), most=10) == 1
    told = Notice.objects.filter(kind="overdue")
    assert {one.person.username for one in told} == {"department", "clerk"}


def test_a_hard_case_comes_before_the_conference_of_its_district(street):
    whistle = street.blow()
    with scope(DISTRICT):
        assert list(whistles(DISTRICT, DAY)) == []
    street.do("escalate", whistle.pk, words="产权不清，请定责任单位")

    with scope(DISTRICT):
        assert [one.pk for one in hard_cases(DISTRICT)] == [whistle.pk]
        (case,) = whistles(DISTRICT, DAY)
        assert (case.kind, case.title) == ("whistle", "玉兰里 化粪池外溢")
        assert "已请：排水集团" in case.brief
    with pytest.raises(Refusal, match="已经提请"):
        street.do("escalate", whistle.pk)


def test_figures_count_what_each_department_did_and_how_long_it_took(street):
    first, second = street.blow(street.water, street.parks), street.blow()
    pk = street.call(first).pk
    street.do("respond", pk, "department", on=DAY + timedelta(days=1))
    street.do("solve", pk, "department", on=DAY + timedelta(days=30))
    street.do("respond", street.call(second).pk, "department", on=DAY + timedelta(days=5))
    street.do("withdraw", street.blow().pk)

    with scope(DISTRICT):
        found = figures(since=DAY, until=DAY, on=date(2026, 7, 10))
    water = next(one for one in found if one.name == "排水集团")
    parks = next(one for one in found if one.name == "园林局")
    assert (water.calls, water.responded, water.responded_in_time) == (2, 2, 1)
    assert (water.solved, water.solved_in_time, water.late) == (1, 0, 1)
    assert (water.days_to_respond, water.days_to_solve) == (3, 30)
    assert (parks.response_rate, parks.days_to_respond, parks.late) == (0, None, 1)


def test_steps_are_never_changed(street):
    street.blow()

    with pytest.raises(ProgrammingError), scope(DISTRICT), transaction.atomic():
        WhistleStep.objects.update(words="改")


def test_good_practice_is_read_by_others_once_it_is_shared(street, people, signed_in):
    with scope(STREET):
        made = collect(
            place=STREET, title="三家一起挖", words="水电气一次开挖，省一半工期", tags="管线",
            whistle="", by=people["clerk"], on=DAY,
        )  # fmt: skip
    assert "三家一起挖" not in signed_in("stranger").get("/practices").content.decode()
    with pytest.raises(Refusal, match="别的地方"):
        share(pk=made.pk, place=OTHER, by=people["stranger"], on=DAY)

    assert signed_in("district_officer").post(f"/practices/{made.pk}/share").status_code == 302

    page = signed_in("stranger").get("/practices?q=开挖").content.decode()
    assert "三家一起挖" in page
    assert "三家一起挖" not in signed_in("stranger").get("/practices?q=电梯").content.decode()
    assert Practice.objects.get().shared_by == people["district_officer"]


def test_the_page_shows_a_department_its_own_call_only(street, signed_in):
    whistle = street.blow(street.water, street.parks)
    at = f"/whistles/{whistle.pk}"

    page = signed_in("department").get(at).content.decode()
    assert f'action="/calls/{street.call(whistle).pk}/respond"' in page
    assert f'action="/calls/{street.call(whistle, street.parks).pk}/respond"' not in page
    assert "确认解决</button>" not in page
    assert "街道吹哨，请报到" in signed_in("department").get("/today").content.decode()
    assert signed_in("stranger").get(at).status_code == 404


def test_a_refused_answer_keeps_its_words(street, signed_in):
    whistle = street.blow()
    pk = street.call(whistle).pk
    street.do("respond", pk, "department")

    answer = signed_in("department").post(f"/calls/{pk}/respond", {"words": "我也来报到"})

    assert answer.status_code == 422
    page = answer.content.decode()
    assert "已于 2026-06-01 报到" in page
    assert "我也来报到</textarea>" in page


def test_a_department_whose_role_was_ended_is_stopped_at_the_next_click(street, people, signed_in):
    pk = street.call(street.blow()).pk
    client = signed_in("department")
    people["department"].appointments.update(until=DAY)

    assert client.post(f"/calls/{pk}/respond", {"words": "到"}).status_code == 403
    with scope(DISTRICT):
        assert Whistle.objects.get().calls.get().responded_on is None
