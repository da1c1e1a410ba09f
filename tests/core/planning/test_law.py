"""What the law of a place and a day does to a plan."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import polars as pl
import pytest

from jiugai.kernel.errors import InputError, Refusal
from jiugai.planning.model.limits import Unit, basic_share
from jiugai.planning.need.weights import default_weights
from jiugai.planning.plan import plan_estates
from jiugai.planning.pool.candidates import Why
from jiugai.planning.terms import basic_first, terms_of
from jiugai.policy.law import law_of
from jiugai.policy.rulebook import rulebook
from tests.core.planning.build import cents, reason_of, years_of

DAY = date(2022, 6, 1)


@pytest.fixture(scope="module")
def law():
    """Return the law of the made-up district on a day when everything is in force."""
    return law_of("110199", DAY)


def register(**columns):
    count = len(next(iter(columns.values()), [None]))
    plain = {
        "estate_id": [f"e{n}" for n in range(count)],
        "name": [f"小区{n}" for n in range(count)],
        "built_year": [1980] * count,
        "retrofit": ["none"] * count,
        "household_count": [100] * count,
        "basic_cost": [cents(10)] * count,
    }
    return pl.DataFrame(plain | columns)


def test_the_share_of_basic_works_comes_from_the_law_with_its_clause():
    found = basic_share(law_of("11", DAY))

    assert (found.least, found.clause.document) == (Fraction(1, 5), "p14")


def test_the_unit_of_the_share_is_a_reading_that_a_place_can_choose():
    units = [
        basic_share(law_of("11", DAY, readings={"p14.task_unit": option})).unit
        for option in rulebook().readings["p14.task_unit"].options
    ]

    assert set(units) == set(Unit)


@pytest.mark.parametrize(("place", "day"), [("11", date(2020, 12, 31)), ("4102", DAY)])
def test_where_no_text_asks_for_a_share_there_is_none(place, day):
    assert basic_share(law_of(place, day)) is None


def test_where_no_text_asks_for_a_share_the_weights_choose_one_without_a_clause():
    silent = law_of("4102", DAY)
    by_choice = terms_of(silent).share
    none = terms_of(silent, weights=replace(default_weights(), basic_share=Fraction(0))).share

    assert (by_choice.least, by_choice.clause) == (Fraction(1, 5), None)
    assert none is None


def test_a_share_that_the_law_asks_for_goes_before_the_chosen_one(law):
    chosen = replace(default_weights(), basic_share=Fraction(9, 10))

    assert terms_of(law, weights=chosen).share == basic_share(law)


def test_a_menu_says_that_other_works_need_the_basic_ones(law):
    assert basic_first(law).document == "xc18"


def test_an_estate_that_a_rule_puts_out_is_not_planned(law):
    found = plan_estates(register(built_year=[1980, 2001]), law=law, budget="1亿", years=2)

    assert set(years_of(found)) == {"e0"}
    assert reason_of(found, "e1").why is Why.SCOPE
    assert "p14.scope" in reason_of(found, "e1").reason


def test_an_unknown_year_is_kept_and_flagged_or_with_strict_left_out(law):
    estates = register(built_year=[1980, None])
    kept = plan_estates(estates, law=law, budget="1亿", years=1)
    strict = plan_estates(
        estates, law=law, budget="1亿", years=1, terms=terms_of(law, strict=True)
    )

    assert set(years_of(kept)) == {"e0", "e1"}
    assert "缺 建成年代" in kept.chosen[1].reason
    assert reason_of(strict, "e1").why is Why.EVIDENCE


def test_a_gate_not_passed_moves_an_estate_to_a_later_year(law):
    estates = register(guard_consent_share=[1.0, 0.0], residents_asked=[None, False])
    found = plan_estates(estates, law=law, budget="1亿", years=2)

    assert years_of(found) == {"e0": 2022, "e1": 2023}
    assert "首年不能列入，未满足" in found.chosen[1].reason


def test_a_mandatory_estate_that_the_law_puts_out_is_refused(law):
    estates = register(built_year=[2001], mandatory=[True])

    with pytest.raises(Refusal, match="小区0（e0）：标为必做，但不符合“2000年底前建成”"):
        plan_estates(estates, law=law, budget="1亿", years=2)


def test_the_first_year_is_that_of_the_day(law):
    assert plan_estates(register(), law=law, budget="3万", years=3).years == (2022, 2023, 2024)


def test_a_register_without_costs_is_refused_with_what_to_do(law):
    estates = register().drop("basic_cost", "household_count", "retrofit")

    with pytest.raises(InputError, match=r"小区0（e0）.*--assumptions"):
        plan_estates(estates, law=law, budget="1亿", years=1)


def test_a_plan_goes_ahead_with_the_estates_that_have_costs(law):
    estates = register(built_year=[1980, 1981], basic_cost=[None, cents(10)])
    found = plan_estates(estates, law=law, budget="1亿", years=1)

    assert set(years_of(found)) == {"e1"}
    assert reason_of(found, "e0").why is Why.NO_COST
