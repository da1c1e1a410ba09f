"""A plan made again departs from the one adopted last no further than it may."""

import json
from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jiugai.kernel.errors import Refusal
from jiugai.planning.need.weights import default_weights
from jiugai.planning.output.files import plan_json
from jiugai.planning.plan import make_plan
from jiugai.planning.pool.candidates import Pool, Why
from jiugai.planning.record import record_of
from jiugai.planning.rolling.changed import Turn
from jiugai.planning.rolling.last import Last
from jiugai.planning.terms import Terms
from tests.core.planning.build import (
    DAY,
    YEARS,
    estate,
    plan,
    reason_of,
    works_of,
    yearly,
    years_of,
)


def adopted(found, changes=None):
    """Return a plan as the next one knows it."""
    return Last(record_of(json.loads(plan_json(found)), name="上一份"), changes)


def three(*scores, **more):
    return [
        estate(id_, 5, 2, score=score, **more) for id_, score in zip("abc", scores, strict=True)
    ]


def test_without_a_bound_every_change_is_listed():
    before = plan(three(90, 50, 10), yearly(7, 7))
    after = plan(three(10, 50, 90), yearly(7, 7), last=adopted(before))

    turns = {(one.id, one.works.value): one.turn for one in after.changes}
    assert turns["a", "basic"] is Turn.DROPPED
    assert turns["c", "basic"] is Turn.NEW


def test_with_no_change_allowed_the_plan_stays():
    before = plan(three(90, 50, 10), yearly(7, 7))
    after = plan(three(10, 50, 90), yearly(7, 7), last=adopted(before, 0))

    assert after.changes == ()
    assert years_of(after) == years_of(before)


def test_a_move_to_another_year_is_one_change():
    before = plan([estate("a", 5, score=90)], yearly(5, 5))
    after = plan([estate("a", 5, score=90, years=(2027,))], yearly(5, 5), last=adopted(before, 1))

    assert [(one.turn, one.before, one.after) for one in after.changes] == [
        (Turn.MOVED, 2026, 2027)
    ]


def test_a_bound_that_cannot_be_kept_is_refused_with_what_conflicts():
    before = plan(three(90, 50, 10), yearly(7, 7))

    with pytest.raises(Refusal, match="改动不超过 0 项"):
        plan(three(90, 50, 10), yearly(1, 1), last=adopted(before, 0))


def test_what_began_before_the_first_year_takes_no_part():
    before = plan(three(90, 50, 10), yearly(7, 7))
    later = (2027, 2028)
    rolled = three(90, 50, 10, years=later)
    after = plan(rolled, yearly(7, 7, years=later), last=adopted(before))

    begun = next(id_ for id_, year in years_of(before).items() if year == 2026)
    assert reason_of(after, begun).why is Why.BEGUN
    assert begun not in {one.id for one in after.changes}


@settings(max_examples=10)
@given(
    st.lists(st.tuples(st.integers(1, 6), st.integers(1, 99)), min_size=3, max_size=3),
    st.lists(st.integers(1, 99), min_size=3, max_size=3),
    st.integers(0, 4),
)
def test_within_the_bound_no_plan_by_hand_is_better(given_, scores, most):
    money = yearly(7, 6)
    before = plan(
        [estate(id_, c, score=s) for id_, (c, s) in zip("abc", given_, strict=True)], money
    )
    now = [estate(id_, c, score=s) for id_, (c, _), s in zip("abc", given_, scores, strict=True)]
    after = plan(now, money, last=adopted(before, most))

    then = years_of(before)
    best = 0
    for years in product((None, *YEARS), repeat=3):
        changed = sum(then.get(one.id) != year for one, year in zip(now, years, strict=True))
        spent = [
            sum(one.gross[0] for one, year in zip(now, years, strict=True) if year == each)
            for each in YEARS
        ]
        if changed <= most and all(
            cents <= pot.cents for cents, pot in zip(spent, money.pots, strict=True)
        ):
            chosen = [
                plan([replace(one, years=(year,), mandatory=True)], yearly(99, 99)).milli
                for one, year in zip(now, years, strict=True)
                if year
            ]
            best = max(best, sum(chosen))
    assert after.milli == best
    assert len(after.changes) <= most


def test_works_that_change_are_changes_too():
    before = plan([estate("a", 5, 4, score=90)], yearly(9, 0))
    after = plan([estate("a", 5, 4, score=90)], yearly(5, 0), last=adopted(before))

    assert works_of(before, "a") == "basic+improving"
    assert [(one.works.value, one.turn) for one in after.changes] == [("improving", Turn.DROPPED)]


def test_a_search_from_a_known_plan_shows_it_with_one_more_lock_at_once():
    before = plan(three(90, 50, 10), yearly(7, 0))
    seen = []

    def watch(progress):
        seen.append(progress.milli)
        return False  # stop with the first

    locked = three(90, 50, 10)
    locked[2] = replace(locked[2], mandatory=True)
    pool = Pool(YEARS, tuple(locked), ())
    start = adopted(before).record
    terms = Terms(default_weights(), start=start, prices=before.prices)
    after = make_plan(pool, yearly(7, 0), terms, place="110199", day=DAY, watch=watch)

    assert years_of(before) == {"a": 2026}
    assert years_of(after) == {"c": 2026}
    assert len(seen) == 1
    assert not after.changes  # a plan to start from binds to nothing


def test_prices_of_another_problem_prove_a_bound_all_the_same():
    before = plan(three(90, 50, 10), yearly(7, 7))
    again = plan(three(20, 50, 80), yearly(6, 7), prices=before.prices)
    alone = plan(three(20, 50, 80), yearly(6, 7))

    assert (again.milli, again.bound) == (alone.milli, alone.bound)


def test_a_plan_for_fewer_years_takes_what_still_lies_in_them():
    longer = (2026, 2027, 2028)
    before = plan(three(90, 50, 10, years=longer), yearly(7, 7, 7, years=longer))
    after = plan(three(90, 50, 10), yearly(7, 7), last=adopted(before, 9))

    assert set(years_of(before).values()) == set(longer)
    assert set(years_of(after).values()) == {2026, 2027}
