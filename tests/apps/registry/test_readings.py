"""Open places of the texts: tried, chosen, taken back; everything follows and nobody else does."""

from datetime import date, timedelta

import pytest
from django.db import ProgrammingError, connection, transaction
from django.utils import timezone

from jiugai.apps.accounts.models import Appointment
from jiugai.apps.accounts.rows import scope
from jiugai.apps.audit.models import Line
from jiugai.apps.jobs.models import Job
from jiugai.apps.registry.chosen import forget_choices
from jiugai.apps.registry.law import law_for
from jiugai.apps.registry.models import Assessment, ChosenReading, Estate, ReadingTrial
from jiugai.apps.registry.queries.replay import replay
from jiugai.apps.registry.reading_trials import try_readings
from jiugai.apps.registry.services.assess import assess
from jiugai.apps.registry.services.judge_again import judge_place, judge_turned
from jiugai.apps.registry.services.readings import (
    JUDGE,
    confirm,
    judge_again,
    try_others,
    try_reading,
)
from jiugai.kernel.errors import Refusal
from tests.apps.conftest import DISTRICT, OTHER, STREET

pytestmark = pytest.mark.django_db
YEAR, SPAN = "xc18.year_1990", "p14.span"
BOUNDARY = 7


@pytest.fixture
def today():
    return timezone.localdate()


@pytest.fixture
def estates(people, today):
    """Return estates on both sides of a boundary year, some on it, judged as the texts stand."""
    years = [1984, 1995, None, *[1990] * BOUNDARY]
    with scope(""):
        found = Estate.objects.bulk_create(
            Estate(
                code=f"R{n}-{place}",
                division=place,
                facts={"name": f"第{n}里", **({"built_year": year} if year else {})},
            )
            for place in (STREET, "110102001")
            for n, year in enumerate(years)
        )
        assess([one.pk for one in found], day=today)
    return found


def tried(place, reading, option, by, *, since, is_binding=True):
    with scope(place):
        trial = try_reading(
            place=place,
            reading=reading,
            option=option,
            since=since,
            is_binding=is_binding,
            by=by,
            on=timezone.localdate(),
        )
        try_readings([trial], lambda _done, _of: None)
    return trial


def choose(place, reading, option, by, *, since, is_binding=True, reason="会议定的"):
    trial = tried(place, reading, option, by, since=since, is_binding=is_binding)
    with scope(place):
        confirm(pk=trial.pk, reason=reason, by=by, on=timezone.localdate())
        judge_place(place, day=timezone.localdate(), tell=lambda _done, _of: None)
    return trial


def stored():
    with scope(""):
        rows = Assessment.objects.order_by("estate_id").values_list(
            "estate_id", "overall", "met", "not_met", "unknown"
        )
        return {pk: said for pk, *said in rows}


def test_a_choice_moves_exactly_the_estates_that_were_promised(people, estates, today):
    before = stored()

    trial = choose(DISTRICT, YEAR, "through", people["district_officer"], since=today)

    moved = {pk for pk, said in stored().items() if said != before[pk]}
    assert moved == {pk for pk, _old, _new in trial.outcome["named"]}
    assert trial.outcome["moves"] == len(moved) == BOUNDARY
    assert trial.outcome["estates"] == len(estates) // 2
    assert {one.pk for one in estates if one.division == STREET} > moved


def test_what_is_taken_back_comes_out_as_before_and_its_history_stays(people, estates, today):
    before, officer = stored(), people["district_officer"]
    choose(DISTRICT, YEAR, "through", officer, since=today - timedelta(days=30))

    choose(DISTRICT, YEAR, "", officer, since=today, reason="区里改主意了")

    assert stored() == before
    (kept,) = ChosenReading.objects.all()
    assert (kept.since, kept.until) == (today - timedelta(days=30), today)
    assert (kept.reason, kept.ended_reason) == ("会议定的", "区里改主意了")
    assert law_for(STREET, today - timedelta(days=1)).readings[YEAR] == "through"
    with scope(""):
        asked = Line.objects.filter(action__startswith="registry.reading_").order_by("id")
        assert [one.action.partition("reading_")[2] for one in asked] == [
            *("tried", "chosen", "tried", "taken_back"),
        ]


def test_a_text_that_had_run_out_guides_again_where_it_is_chosen(people, estates, today):
    assert "p14" not in {one.id for one in law_for(STREET, today).documents}

    trial = choose(
        DISTRICT, SPAN, "continuing", people["district_officer"], since=date(2026, 1, 1)
    )

    law = law_for(STREET, today)
    assert "p14" in {one.id for one in law.documents}
    assert "p14" not in {one.id for one in law_for(OTHER, today).documents}
    assert law.book.digest != law_for(OTHER, today).book.digest
    assert trial.outcome["moves"] == len(estates) // 2
    assert {one["rule"] for one in trial.outcome["rules"]} >= {"p14.scope"}
    assert {one["before"] for one in trial.outcome["rules"]} == {None}
    with scope(DISTRICT):
        kept = Assessment.objects.filter(division=STREET).first()
        assert kept.readings == {SPAN: "continuing"}
        assert kept.digest == law.book.digest


def test_a_kept_decision_is_replayed_as_it_was_read_then(people, estates, today):
    choose(DISTRICT, YEAR, "through", people["district_officer"], since=today)
    trial = tried(DISTRICT, YEAR, "", people["district_officer"], since=today)
    with scope(DISTRICT):
        confirm(pk=trial.pk, reason="收回", by=people["district_officer"], on=today)
        found = replay(estates[-1 - len(estates) // 2])

    assert found.differing == ()
    assert found.same_rulebook
    assert not found.same_readings
    assert found.chosen_now == {}


def test_a_reading_from_a_later_day_holds_from_that_day_and_is_judged_then(people, estates, today):
    before, later = stored(), today + timedelta(days=10)

    choose(DISTRICT, YEAR, "through", people["district_officer"], since=later)

    assert stored() == before
    assert law_for(STREET, later - timedelta(days=1)).readings[YEAR] == "before"
    assert law_for(STREET, later).readings[YEAR] == "through"
    assert judge_turned(on=later - timedelta(days=1)) == 0
    assert judge_turned(on=later) == 1


def test_an_office_above_binds_unless_it_leaves_it_open(people, estates, today):
    city, district = people["city_officer"], people["district_officer"]
    choose(DISTRICT, SPAN, "continuing", district, since=date(2026, 1, 1))

    choose("11", SPAN, "plan_period", city, since=today)

    assert law_for(STREET, today).readings[SPAN] == "plan_period"
    assert law_for(STREET, today - timedelta(days=1)).readings[SPAN] == "continuing"
    with pytest.raises(Refusal, match="统一口径"):
        tried(DISTRICT, SPAN, "plan_period", district, since=today)

    choose("11", SPAN, "", city, since=today)
    choose("11", SPAN, "plan_period", city, since=today, is_binding=False)
    assert law_for(STREET, today).readings[SPAN] == "continuing"
    assert law_for(OTHER, today).readings[SPAN] == "plan_period"


@pytest.mark.parametrize(
    ("place", "reading", "option", "days", "words"),
    [
        (DISTRICT, YEAR, "sometimes", 0, "没有这个选项"),
        (DISTRICT, "xc18.nothing", "any", 0, "没有这个选项"),
        (DISTRICT, "kf19.year_2000", "through", 0, "不适用于"),
        ("11", YEAR, "through", 0, "不适用于"),
        (STREET, YEAR, "through", 0, "由市或区确定"),
        (DISTRICT, YEAR, "", 0, "无可收回"),
        (DISTRICT, "xc18.list", "open", 5, "已经采用"),
        (DISTRICT, "xc18.list", "closed", -1, "不能早于"),
    ],
)
def test_what_cannot_be_chosen_is_refused(people, today, place, reading, option, days, words):
    officer = people["district_officer"]
    choose(DISTRICT, "xc18.list", "open", officer, since=today)

    with pytest.raises(Refusal, match=words):
        tried(place, reading, option, officer, since=today + timedelta(days=days))


def test_nobody_chooses_without_a_reason_a_trial_or_on_an_old_one(people, estates, today):
    officer = people["district_officer"]
    with scope(DISTRICT):
        asked = {"place": DISTRICT, "is_binding": True, "by": officer, "on": today}
        waiting = try_reading(reading=YEAR, option="through", since=today, **asked)
        with pytest.raises(Refusal, match="还没有试算完"):
            confirm(pk=waiting.pk, reason="会议定的", by=officer, on=today)
    mine = tried(DISTRICT, YEAR, "through", officer, since=today)
    theirs = tried(DISTRICT, YEAR, "through", officer, since=today)

    with scope(DISTRICT):
        with pytest.raises(Refusal, match="写明理由"):
            confirm(pk=mine.pk, reason="  ", by=officer, on=today)
        confirm(pk=theirs.pk, reason="会议定的", by=officer, on=today)
        with pytest.raises(Refusal, match="重新试算"):
            confirm(pk=mine.pk, reason="会议定的", by=officer, on=today)
        assert Job.objects.filter(kind=JUDGE).count() == 1
    assert ChosenReading.objects.count() == 1


def test_another_process_sees_a_choice_in_its_next_transaction(people, today):
    """What a transaction read is gone with it, however it ended."""
    choice = {"place": DISTRICT, "reading": YEAR, "option": "through", "since": today}
    choice |= {"reason": "会议定的", "by": people["district_officer"]}
    with transaction.atomic():
        assert law_for(STREET, today).readings[YEAR] == "before"
        ChosenReading.objects.create(**choice)  # as another process would: nothing is told
        assert law_for(STREET, today).readings[YEAR] == "before"
        with transaction.atomic():
            forget_choices()
            assert law_for(STREET, today).readings[YEAR] == "through"
            transaction.set_rollback(True)
        assert law_for(STREET, today).readings[YEAR] == "through"


def test_the_law_of_many_estates_asks_the_database_once(people, django_assert_num_queries):
    with transaction.atomic(), django_assert_num_queries(1):
        for number in range(50):
            law_for(f"110199{number:03}", date(2026, 6, 1))


def test_the_database_keeps_a_choice_as_it_was_made(people, today):
    choose(DISTRICT, YEAR, "through", people["district_officer"], since=today)

    for change in ("option = 'before'", "since = '2020-01-01'", "reason = ''"):
        with pytest.raises(ProgrammingError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"UPDATE registry_chosenreading SET {change}")  # noqa: S608
    with pytest.raises(ProgrammingError), transaction.atomic():
        ChosenReading.objects.all().delete()


def test_every_other_option_of_a_text_is_tried_in_one_job(people, estates, today):
    with scope(DISTRICT):
        try_others(place=DISTRICT, document="xc18", by=people["district_officer"], on=today)
        trials = list(ReadingTrial.objects.order_by("id"))
        try_readings(trials, lambda _done, _of: None)

    found = {(one.reading, one.option): one.outcome["moves"] for one in trials}
    assert found[YEAR, "through"] == BOUNDARY
    assert found["xc18.run_out", "lapses"] == len(estates) // 2
    assert (YEAR, "before") not in found


def test_an_empty_register_is_not_judged_again(people):
    with scope(DISTRICT):
        assert judge_again(place=DISTRICT, by=people["district_officer"]) is None


def test_an_officer_tries_reads_and_confirms_on_the_pages(signed_in, people, estates, today):
    client, path = signed_in("district_officer"), f"/policy/readings/{YEAR}"
    said = {"option": "through", "since": today.isoformat()}

    at = client.post(path, said)["Location"]
    assert "确认采用" not in client.get(at).text
    with scope(DISTRICT):
        try_readings(list(ReadingTrial.objects.all()), lambda _done, _of: None)
    assert "确认采用" in client.get(at).text
    refused = client.post(f"{at}/confirm", {"reason": "", "basis": "纪要 1 号"})
    assert refused.status_code == 422
    assert "纪要 1 号" in refused.text
    client.post(f"{at}/confirm", {"reason": "同区会议", "basis": "纪要 1 号"})

    answer = client.get(path).text
    assert "同区会议" in answer
    assert "district_officer 选定" in answer
    assert "同区会议" in client.get("/policy/readings?only=chosen").text
    assert "同区会议" in client.get("/policy/rules/xc18.scope").text
    pk = next(one.pk for one in estates if one.division == STREET)
    assert "同区会议" in client.get(f"/estates/{pk}/why/xc18.scope").text


@pytest.mark.parametrize("who", ["clerk", "auditor", "contractor"])
def test_who_only_reads_policy_may_not_choose(signed_in, people, estates, today, who):
    trial = tried(DISTRICT, YEAR, "through", people["district_officer"], since=today)
    client, said = signed_in(who), {"option": "through", "since": today.isoformat()}

    assert client.get(f"/policy/readings/{YEAR}").status_code == 200
    assert client.post(f"/policy/readings/{YEAR}", said).status_code == 403
    assert client.post("/policy/readings/try", {"document": "xc18"}).status_code == 403
    confirmation = f"/policy/readings/trials/{trial.pk}/confirm"
    assert client.post(confirmation, {"reason": "我定"}).status_code == 403
    assert not ChosenReading.objects.exists()


def test_a_trial_of_another_district_is_not_there(signed_in, people, estates, today):
    trial = tried(DISTRICT, YEAR, "through", people["district_officer"], since=today)
    path = f"/policy/readings/trials/{trial.pk}"

    assert signed_in("stranger").get(path).status_code == 404
    assert signed_in("stranger").post(f"{path}/confirm", {"reason": "我定"}).status_code == 404
    Appointment.objects.filter(person=people["city_officer"]).update(division="11")
    assert signed_in("city_officer").get(path).status_code == 200
    assert signed_in("city_officer").post(f"{path}/confirm", {"reason": "我定"}).status_code == 404


def test_who_may_not_read_policy_sees_no_readings(signed_in):
    for path in ("/policy/readings", f"/policy/readings/{YEAR}"):
        assert signed_in("system_admin").get(path).status_code == 403
    assert signed_in("clerk").get("/policy/readings/none.such").status_code == 404
