"""Present value, rates of return and payback against published and hand-computed examples."""

from fractions import Fraction

import hypothesis.strategies as st
import pytest
from hypothesis import given

from jiugai.finance.profit.loans import annuity, instalments
from jiugai.finance.profit.measures import (
    discounted,
    internal_rates,
    payback,
    present_value,
)
from jiugai.finance.profit.model import Loan, Repays
from jiugai.finance.profit.tables import percent


# The first five are the examples in the documentation of numpy-financial's irr, the last of them
# doubled; it names one rate each, where two of them have others besides.
@pytest.mark.parametrize(
    ("flows", "rates"),
    [
        ([-100, 39, 59, 55, 20], [0.28095]),
        ([-100, 0, 0, 74], [-0.0955]),
        ([-100, 100, 0, 7], [0.06206]),
        ([-100, 100, 0, -7], [-0.6789, -0.0833]),
        ([-10, 21, 2, -16, 2], [-0.8702, 0.0886, 0.7096]),
        ([-1600, 10_000, -10_000], [0.25, 4.0]),  # the oil pump of Lorie and Savage
        ([-1, 2, -1], [0.0]),  # a double root is one rate
        ([-1000, 3600, -4310, 1716], [0.1, 0.2, 0.3]),  # after Hirshleifer's many rates
        ([100, 50], []),
        ([0, 0, 0], []),
        ([], []),
        ([-100, 0, 0, 0], []),
    ],
)
def test_every_rate_of_return_is_found(flows, rates):
    found = [float(rate) for rate in internal_rates(flows).found]
    assert found == pytest.approx(rates, abs=6e-5)


def test_a_single_rate_is_given_only_where_there_is_one():
    assert float(internal_rates([-100, 110]).single) == pytest.approx(0.1)
    assert internal_rates([-1600, 10_000, -10_000]).single is None


@given(st.lists(st.integers(-(10**9), 10**9), min_size=2, max_size=9))
def test_at_every_rate_found_flows_are_worth_nothing(flows):
    rates = internal_rates(flows).found
    assert rates == tuple(sorted(rates))
    for rate in rates:
        # The value changes its sign, or touches nothing, within a hair of the rate.
        near = [present_value(flows, (1 + rate) * (1 + off) - 1) for off in _HAIR]
        assert near[0] * near[-1] <= 0 or abs(near[1]) <= max(map(abs, near)) * 2


_HAIR = (Fraction(-1, 2**40), Fraction(0), Fraction(1, 2**40))


def test_a_present_value_of_the_textbooks():
    # numpy-financial, npv: 8 % on 40,000 invested.
    flows = [-40_000, 5_000, 8_000, 12_000, 30_000]
    assert float(present_value(flows, Fraction(8, 100))) == pytest.approx(3065.22267)


@pytest.mark.parametrize(
    ("flows", "years"),
    [
        ([-1000, 300, 300, 300, 300], Fraction(10, 3)),
        ([-1000, 500, 500], Fraction(2)),
        ([-1000, 400], None),
        ([-1000, 1500, -600, 200], Fraction(5, 2)),  # back under water in the second year
        ([100, 50], Fraction(0)),
    ],
)
def test_payback_counts_the_part_of_a_year(flows, years):
    assert payback(flows) == years


def test_discounted_payback_takes_longer():
    # 1000 at 10 %: 272.73 + 247.93 + 225.39 + 204.90 leaves 49.05 of the fifth year's 186.28.
    flows = [-1000, 300, 300, 300, 300, 300]
    assert float(payback(discounted(flows, Fraction(1, 10)))) == pytest.approx(4.2633, abs=1e-4)


def test_an_annuity_of_the_textbooks():
    # numpy-financial, pmt: 200,000 over 15 years at 7.5 % a year, by the month.
    assert float(annuity(200_000, Fraction(75, 12_000), 180)) == pytest.approx(1854.0247200054619)


@given(
    cents=st.integers(1, 10**11),
    rate=st.fractions(0, "1/5", max_denominator=1000),
    term=st.integers(1, 30),
    repays=st.sampled_from(Repays),
)
def test_a_loan_is_paid_back_to_the_cent(cents, rate, term, repays):
    paid = list(instalments(Loan("甲", cents, 2020, rate, term, repays)))
    assert sum(one.principal for one in paid) == cents
    assert paid[-1].owed == 0
    assert [one.year for one in paid] == list(range(2021, 2021 + term))
    assert min(one.principal for one in paid) >= 0


@pytest.mark.parametrize(
    ("share", "shown"), [("0.029992", "2.999%"), ("0.03", "3.00%"), ("0.03004", "3.004%")]
)
def test_a_rate_is_never_printed_across_its_bound(share, shown):
    assert percent(Fraction(share), beside=(Fraction(3, 100), None)) == shown
