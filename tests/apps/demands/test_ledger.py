"""A demand has somebody who answers it, a day, an answer and a rating."""

from datetime import date, timedelta

import pytest
from django.db import ProgrammingError, transaction

from jiugai.apps.accounts.rows import scope
from jiugai.apps.audit.models import Line
from jiugai.apps.demands.ledger import services
from jiugai.apps.demands.ledger.overdue import raise_overdue
from jiugai.apps.demands.models import Channel, Demand, DemandStep
from jiugai.apps.registry.models import Household, SpecialDay
from jiugai.apps.registry.services.workdays import set_term
from jiugai.kernel.errors import Refusal
from tests.apps.conftest import DISTRICT, OTHER, STREET
from tests.apps.demands.conftest import MONDAY, MORNING

pytestmark = pytest.mark.django_db


def test_a_demand_has_a_number_and_seven_working_days_where_no_office_says_otherwise(ledger):
    demand = ledger.take(asker="张三", phone="13800001234")

    assert demand.number == f"SQ{demand.pk:07d}"
    assert (demand.state, demand.due_on, demand.due_by) == ("new", date(2026, 6, 10), "office")
    assert (str(ledger.now(demand).asker), str(ledger.now(demand).phone)) == (
        "张*",
        "138****1234",
    )
    with scope(DISTRICT):
        line = Line.objects.get(action="demands.taken")
    assert "13800001234" not in str(line.detail) + line.subject_name


def test_the_nearest_office_gives_the_days_and_days_off_are_left_out(ledger, people):
    with scope(DISTRICT):
        set_term(place=DISTRICT, clock="answer", days=3, by=people["district_officer"])
        set_term(place=STREET, clock="answer", matter="power", days=2, by=ledger.clerk)
    SpecialDay.objects.create(
        place=DISTRICT, day=date(2026, 6, 2), is_worked=False, title="停电", by=ledger.clerk
    )

    assert ledger.take().due_on == date(2026, 6, 4)
    assert ledger.take(kind="lift").due_on == date(2026, 6, 5)


def test_a_ticket_keeps_its_own_day_and_without_one_is_never_overdue(ledger):
    with_day = ledger.take(channel=Channel.HOTLINE, ticket="T1", due_on=date(2026, 6, 3))
    without = ledger.take(channel=Channel.HOTLINE, ticket="T2")

    assert (with_day.due_on, with_day.due_by) == (date(2026, 6, 3), "ticket")
    assert (without.due_on, without.due_by) == (None, "none")
    assert not without.is_overdue(date(2030, 1, 1))


def test_a_number_of_a_ticket_is_taken_once_and_says_where_it_is(ledger):
    first = ledger.take(channel=Channel.HOTLINE, ticket="T1")

    with pytest.raises(Refusal, match=first.number):
        ledger.take(channel=Channel.HOTLINE, ticket="T1")


def test_a_ticket_that_stands_in_another_division_is_refused_in_words(ledger):
    ledger.take(channel=Channel.HOTLINE, ticket="T1")
    with scope(DISTRICT):
        Demand.objects.update(division=DISTRICT)
    said = services.Said(text="同一张工单", channel=Channel.HOTLINE, ticket="T1")
    with pytest.raises(Refusal, match="别处的台账"), scope(STREET):
        services.take(estate=ledger.estate, said=said, by=ledger.clerk, at=MORNING)


@pytest.mark.parametrize("words", ["", "  ", "灯坏"])
def test_too_few_words_are_refused(ledger, words):
    with pytest.raises(Refusal, match="写明是什么事"):
        ledger.take(text=words)


def test_a_demand_goes_its_way_from_the_desk_to_content(ledger):
    demand = ledger.take()
    ledger.do("assign", demand, organisation=ledger.unit, kind="power")
    called = ledger.do("contact", demand, on=date(2026, 6, 2), words="电话联系，约好明天去看")
    assert called.responded_on == date(2026, 6, 2)
    answered = ledger.do("answer", demand, on=date(2026, 6, 4), words="灯已换好，请查看")
    assert (answered.state, answered.responded_on) == ("answered", date(2026, 6, 2))

    done = ledger.do("rate", demand, contentment="glad", is_solved=True, words="")

    assert (done.state, done.contentment, done.is_solved) == ("ended", "glad", True)
    assert ledger.verbs(demand) == ["taken", "assigned", "contacted", "answered", "rated"]


def test_who_is_not_content_gets_it_done_again_with_days_of_its_own(ledger):
    demand = ledger.answered()
    ledger.do("rate", demand, contentment="sorry", is_solved=False, words="又灭了")
    assert ledger.now(demand).state == "answered"

    again = ledger.do("reopen", demand, on=date(2026, 6, 15), words="换上的灯第二天又灭了")

    assert (again.state, again.answer, again.contentment) == ("assigned", "", "")
    assert again.due_on == date(2026, 6, 25)  # the 19th is the Dragon Boat festival
    with scope(DISTRICT):
        assert "灯已换好" in "".join(demand.steps.values_list("words", flat=True))


def test_what_was_answered_is_not_answered_again(ledger):
    demand = ledger.answered()

    with pytest.raises(Refusal, match="已于 2026-06-01 答复"):
        ledger.do("answer", demand, words="再答一遍")
    with pytest.raises(Refusal, match="已答复"):
        ledger.do("withdraw", demand, words="登记错了")


@pytest.mark.parametrize("verb", ["rate", "end"])
def test_nothing_is_rated_or_ended_before_there_is_an_answer(ledger, verb):
    more = {"contentment": "glad", "is_solved": True} if verb == "rate" else {}

    with pytest.raises(Refusal, match="答复以后才能"):
        ledger.do(verb, ledger.assigned(), words="不再等了", **more)


def test_a_day_is_moved_only_later_and_with_a_reason(ledger):
    demand = ledger.assigned()
    with pytest.raises(Refusal, match="理由"):
        ledger.do("extend", demand, until=date(2026, 7, 1), words="")
    with pytest.raises(Refusal, match="晚于原来的期限"):
        ledger.do("extend", demand, until=date(2026, 6, 9), words="等灯具到货")

    later = ledger.do("extend", demand, until=date(2026, 7, 1), words="等灯具到货")

    assert (later.due_on, later.due_by) == (date(2026, 7, 1), "extended")


def test_what_nobody_answers_by_its_day_goes_up_once(ledger):
    late, in_time, answered = ledger.assigned(), ledger.assigned(), ledger.answered()
    ledger.do("extend", in_time, until=date(2026, 7, 1), words="等灯具到货")

    assert raise_overdue(on=date(2026, 6, 10)) == 0
    assert raise_overdue(on=date(2026, 6, 11)) == 1
    assert raise_overdue(on=date(2026, 6, 12)) == 0

    assert ledger.now(late).raised_on == date(2026, 6, 11)
    assert ledger.now(in_time).raised_on is ledger.now(answered).raised_on is None
    assert ledger.verbs(late)[-1] == "raised"


def test_steps_are_never_changed(ledger):
    ledger.take()

    with pytest.raises(ProgrammingError), scope(DISTRICT), transaction.atomic():
        DemandStep.objects.update(words="别的话")


def test_another_district_sees_nothing_of_it(ledger):
    ledger.take()

    with scope(OTHER):
        assert not Demand.objects.exists()
        assert not DemandStep.objects.exists()


def test_a_household_at_work_sees_only_its_own(ledger):
    from jiugai.apps.accounts.rows import of_household

    with scope(DISTRICT):
        mine, other = Household.objects.order_by("id")[:2]
    ledger.take(household=mine)
    ledger.take(household=other)
    ledger.take()

    with scope(STREET), of_household(mine.pk):
        assert [one.household_id for one in Demand.objects.all()] == [mine.pk]


def test_the_span_of_a_year_is_counted_for_the_register(ledger):
    from jiugai.apps.demands.ledger.counted import supply_count, tickets_in_a_year

    for number, back in enumerate((0, 100, 364, 366)):
        ledger.take(
            channel=Channel.HOTLINE, ticket=f"T{number}", at=MORNING - timedelta(days=back)
        )
    ledger.take()  # a call at the desk is no ticket of the hotline
    with scope(DISTRICT):
        assert tickets_in_a_year(ledger.estate, on=MONDAY) == 3
        supply_count(estate=ledger.estate, by=ledger.clerk, on=MONDAY)
        ledger.estate.refresh_from_db()
        assert ledger.estate.facts["complaint_count"] == 3
        with pytest.raises(Refusal, match="已经是 3 件"):
            supply_count(estate=ledger.estate, by=ledger.clerk, on=MONDAY)
