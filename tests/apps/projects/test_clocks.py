"""Deadlines in working days: holidays, days worked instead, leap days, an office's own."""

from datetime import date

import pytest

from jiugai.apps.accounts.permissions import Permission
from jiugai.apps.accounts.rows import scope
from jiugai.apps.accounts.viewer import viewer_of
from jiugai.apps.projects.applications.clocks import DEFAULTS, due_on, terms_in
from jiugai.apps.projects.models import OVER, Desk
from jiugai.apps.registry.services import workdays as terms
from jiugai.apps.registry.workdays import (
    after_working_days,
    is_announced,
    is_worked,
    own_days,
    working_days_between,
)
from jiugai.kernel.errors import Refusal
from tests.apps.conftest import DISTRICT, OTHER, STREET
from tests.apps.projects.conftest import DAY


@pytest.mark.parametrize(
    ("start", "days", "end"),
    [
        (date(2026, 9, 4), 1, date(2026, 9, 7)),  # over a weekend; the first day does not count
        (date(2026, 9, 4), 5, date(2026, 9, 11)),
        (date(2026, 9, 30), 1, date(2026, 10, 8)),  # over the National Day holidays
        (date(2026, 10, 9), 1, date(2026, 10, 10)),  # a Saturday that is worked instead
        (date(2024, 2, 28), 1, date(2024, 2, 29)),  # a leap day is a day like another
        (date(2024, 2, 28), 2, date(2024, 3, 1)),
        (date(2026, 2, 27), 1, date(2026, 2, 28)),  # a Saturday worked for Spring Festival
        (date(2026, 9, 4), 0, date(2026, 9, 4)),
    ],
)
def test_a_term_ends_on_a_working_day(start, days, end):
    assert after_working_days(start, days, {}) == end


def test_a_year_that_is_not_announced_has_its_weekends_and_what_the_office_entered():
    assert is_announced(2026)
    assert not is_announced(2035)
    assert not is_worked(date(2035, 6, 9), {})  # a Saturday
    assert is_worked(date(2035, 6, 8), {})
    assert not is_worked(date(2035, 6, 8), {date(2035, 6, 8): False})


@pytest.mark.parametrize(
    ("start", "end", "count"),
    [
        (date(2026, 9, 4), date(2026, 9, 4), 0),
        (date(2026, 9, 4), date(2026, 9, 7), 1),
        (date(2026, 9, 7), date(2026, 9, 4), -1),
        (date(2026, 9, 11), date(2026, 9, 4), -5),
    ],
)
def test_days_left_are_counted_and_days_late_below_zero(start, end, count):
    assert working_days_between(start, end, {}) == count


def test_a_calendar_without_working_days_is_no_endless_search():
    class Closed(dict):
        def __contains__(self, _day):
            return True

        def __getitem__(self, _day):
            return False

    with pytest.raises(ValueError, match="No working days"):
        after_working_days(DAY, 1, Closed())


@pytest.mark.django_db
def test_the_nearest_office_says_how_long_a_desk_has(people):
    officer = people["district_officer"]
    with scope("11"):
        assert terms_in(STREET)[Desk.STREET].place is None
        terms.set_term(place="11", clock=Desk.STREET, days=8, by=officer)
    with scope(DISTRICT):
        terms.set_term(place=DISTRICT, clock=Desk.STREET, days=3, by=officer)
        terms.set_term(place=DISTRICT, clock=Desk.STREET, days=2, by=officer)

        assert [terms_in(one)[Desk.STREET].days for one in (STREET, OTHER, "31")] == [2, 8, 5]
        assert due_on(Desk.STREET, STREET, DAY) == date(2026, 9, 8)
        assert due_on(Desk.DISTRICT, STREET, DAY) == date(2026, 9, 18)


@pytest.mark.django_db
def test_nobody_waits_for_what_is_over(people):
    assert {due_on(desk, STREET, DAY) for desk in OVER} == {None}
    assert not set(OVER) & set(DEFAULTS)


@pytest.mark.django_db
def test_an_office_has_days_of_its_own_and_takes_back_only_those(people):
    officer, day = people["district_officer"], date(2026, 9, 7)
    with scope("11"):
        terms.set_day(place="11", day=day, is_worked=True, title="全市上班", by=officer)
    with scope(DISTRICT):
        own = terms.set_day(place=DISTRICT, day=day, is_worked=False, title="区里停办", by=officer)

        assert own_days(STREET) == {day: False}
        assert own_days(OTHER) == {day: True}
        assert due_on(Desk.STREET, STREET, DAY) == date(2026, 9, 14)
        with pytest.raises(Refusal, match="别的单位"):
            terms.drop_day(pk=own.pk, place=OTHER, by=officer)
        terms.drop_day(pk=own.pk, place=DISTRICT, by=officer)
        assert own_days(STREET) == {day: True}


@pytest.mark.django_db
def test_a_clerk_sets_no_clocks(people):
    assert viewer_of(people["district_officer"], on=DAY).may(Permission.SET_CLOCKS)
    assert not viewer_of(people["clerk"], on=DAY).may(Permission.SET_CLOCKS)


@pytest.mark.django_db
def test_an_application_has_its_deadline_and_a_step_says_whether_it_was_late(acting):
    one = acting.submitted()
    assert one.due_on == date(2026, 9, 11)

    acting.do("pass_on", one, "clerk", opinion="同意", on=date(2026, 9, 14))

    with scope(DISTRICT):
        assert [step.was_late for step in one.steps.all()] == [False, True]
