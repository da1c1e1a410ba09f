"""The bounds on money hold exactly where the pots can pay, as a maximum flow says."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.sparse import csr_array
from scipy.sparse.csgraph import maximum_flow

from jiugai.kernel.errors import Refusal
from jiugai.kernel.money import Cents
from jiugai.planning.classes import CLASSES
from jiugai.planning.money.budget import EVERY_CLASS, Pot, Source
from jiugai.planning.money.hall import money_limits
from jiugai.planning.money.payments import share_out
from jiugai.policy.entries import Works
from tests.core.planning.build import BASIC, UPGRADING, pot, pots

YEARS = (2026, 2027, 2028)

amounts = st.integers(0, 8)
any_pots = st.lists(
    st.builds(
        Pot,
        year=st.sampled_from(YEARS),
        source=st.sampled_from(list(Source)),
        classes=st.sets(st.sampled_from(CLASSES), min_size=1).map(frozenset),
        cents=amounts.map(Cents),
    ),
    max_size=7,
).map(tuple)
any_needs = st.fixed_dictionaries({(year, works): amounts for year in YEARS for works in CLASSES})


def may_pay(one, year, works, carry):
    return works in one.classes and (one.year == year or (carry and one.year < year))


def flow(needs, given, carry):
    """Return how much of the needs the pots can pay, by a flow of our neighbours' making."""
    size = 2 + len(given) + len(needs)
    capacity = np.zeros((size, size), dtype=np.int32)
    for p, one in enumerate(given, start=2):
        capacity[0, p] = one.cents
        for n, (year, works) in enumerate(needs, start=2 + len(given)):
            capacity[p, n] = 1000 * may_pay(one, year, works, carry)
    for n, need in enumerate(needs, start=2 + len(given)):
        capacity[n, 1] = needs[need]
    return maximum_flow(csr_array(capacity), 0, 1).flow_value


def within(needs, given, carry):
    """Return whether every bound holds for a plan with just these needs."""
    table = np.array([[needs[year, works] for works in CLASSES] for year in YEARS])
    limits = money_limits(np.zeros((1, 3), dtype=np.int64), pots(*given, years=YEARS), carry=carry)
    return all((table * limit.when).sum() <= limit.most for limit in limits)


@settings(max_examples=25)
@given(any_needs, any_pots, st.booleans())
def test_the_bounds_hold_exactly_where_a_flow_covers_all_needs(needs, given_, carry):
    covered = flow(needs, given_, carry) == sum(needs.values())

    assert within(needs, given_, carry) == covered


@settings(max_examples=25)
@given(any_needs, any_pots, st.booleans())
def test_money_is_shared_out_to_the_cent_wherever_it_is_enough(needs, given_, carry):
    if flow(needs, given_, carry) < sum(needs.values()):
        with pytest.raises(Refusal):
            share_out(needs, given_, carry=carry)
        return
    paid = share_out(needs, given_, carry=carry)

    for year, works in needs:
        assert needs[year, works] == sum(
            one.cents for one in paid if (one.year, one.works) == (year, works)
        )
    for one in set(given_):
        given_cents = sum(other.cents for other in given_ if other == one)
        assert sum(pay.cents for pay in paid if pay.pot == one) <= given_cents
    assert all(may_pay(pay.pot, pay.year, pay.works, carry) for pay in paid)


@pytest.mark.slow
@settings(max_examples=3000)
@given(any_needs, any_pots, st.booleans())
def test_the_bounds_hold_exactly_in_many_more_cases(needs, given_, carry):
    assert within(needs, given_, carry) == (flow(needs, given_, carry) == sum(needs.values()))


def test_one_pot_for_everything_needs_one_bound_a_year():
    found = money_limits(
        np.zeros((1, 3), dtype=np.int64),
        pots(pot(2026, 5), pot(2027, 5), pot(2028, 5), years=YEARS),
        carry=False,
    )

    assert [limit.year for limit in found] == list(YEARS)


def test_a_bound_is_called_by_its_years_classes_and_sources():
    city, district = pot(2026, 5, EVERY_CLASS, Source.CITY), pot(2027, 5, BASIC)
    found = money_limits(np.zeros((1, 3), dtype=np.int64), pots(city, district), carry=True)

    assert {limit.title for limit in found} == {
        "2026 年基础类、2026–2027 年完善类、提升类可用的资金（市级）",
        "2026–2027 年各类可用的资金（市级、区级）",
    }


def test_earmarked_money_goes_first():
    paid = share_out(
        {(2026, Works.UPGRADING): 700, (2026, Works.BASIC): 100},
        [
            Pot(2026, Source.CITY, EVERY_CLASS, Cents(1000)),
            Pot(2026, Source.SOCIAL, UPGRADING, Cents(500)),
        ],
        carry=False,
    )

    assert {(one.pot.source, one.works): one.cents for one in paid} == {
        (Source.SOCIAL, Works.UPGRADING): 500,
        (Source.CITY, Works.UPGRADING): 200,
        (Source.CITY, Works.BASIC): 100,
    }
