"""TOPSIS lets the register say what tells estates apart, and is the same every time."""

from math import log, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiugai.planning.need.both import Needs, needs_all, rank_correlation
from jiugai.planning.need.scores import Score
from jiugai.planning.need.topsis import topsis, topsis_all
from jiugai.planning.need.weights import Scoring, default_weights

WEIGHTS = default_weights()
VALUES = st.integers(0, 1000).map(float)
ROWS = st.integers(2, 4).flatmap(
    lambda width: st.lists(st.tuples(*[VALUES] * width), min_size=2, max_size=8)
)


def closeness(rows):
    return topsis(list(zip(*rows, strict=True))).closeness


def score(*rows, year=2026):
    return topsis_all(rows, WEIGHTS, year=year)


def test_a_small_table_comes_out_as_by_hand():
    found = topsis([(0.0, 1.0, 1.0), (0.0, 0.0, 4.0)])

    # Normalised: (0, 1, 1) and (0, 0, 1). Entropy ln 2 / ln 3 and 0.
    told = (1 - log(2) / log(3), 1.0)
    weights = [one / sum(told) for one in told]
    far, near = weights[1], weights[0]
    assert found.weights == pytest.approx(weights)
    assert found.closeness == pytest.approx((0.0, near / (far + near), 1.0))


def test_unequal_values_weigh_by_their_entropy():
    (weight, other) = topsis([(0.0, 1.0, 3.0, 4.0), (1.0, 0.0, 0.0, 0.0)]).weights

    parts = (1 / 8, 3 / 8, 4 / 8)
    entropy = -sum(part * log(part) for part in parts) / log(4)
    assert weight == pytest.approx((1 - entropy) / (2 - entropy))
    assert other == pytest.approx(1 / (2 - entropy))


@given(ROWS, st.integers(1, 9), st.integers(-50, 50))
def test_neither_unit_nor_zero_of_a_criterion_matters(rows, scale, shift):
    other = [(scale * row[0] + shift, *row[1:]) for row in rows]

    assert closeness(other) == pytest.approx(closeness(rows), abs=1e-9)


@given(ROWS)
def test_who_is_as_needy_in_everything_comes_before(rows):
    found = closeness(rows)

    for one, near in zip(rows, found, strict=True):
        for other, nearer in zip(rows, found, strict=True):
            if all(a <= b for a, b in zip(one, other, strict=True)):
                assert near <= nearer + 1e-12


@given(ROWS, st.randoms(use_true_random=False))
def test_the_order_of_the_estates_makes_no_difference(rows, chance):
    order = list(range(len(rows)))
    chance.shuffle(order)
    found = closeness(rows)

    assert closeness([rows[i] for i in order]) == tuple(found[i] for i in order)


@given(ROWS)
def test_closeness_lies_between_the_ends_and_weights_add_up(rows):
    found = topsis(list(zip(*rows, strict=True)))

    assert all(0 <= one <= 1 for one in found.closeness)
    assert sum(found.weights) == pytest.approx(1) or not any(found.weights)


@given(ROWS, VALUES)
def test_what_is_alike_everywhere_has_no_weight_and_changes_nothing(rows, value):
    with_more = topsis([*zip(*rows, strict=True), [value] * len(rows)])

    assert with_more.weights[-1] == 0
    assert with_more.closeness == closeness(rows)


def test_a_single_estate_is_halfway():
    (found,) = score({"built_year": 1950, "danger": "d"})

    assert found.points == 50.0
    assert not any(part.weight for part in found.parts)


def test_no_estates_have_no_scores():
    assert score() == []
    assert topsis([(), ()]).closeness == ()
    assert needs_all([], WEIGHTS, year=2026) == []


def test_the_neediest_and_the_least_needy_are_the_ends():
    found = score({"built_year": 1950, "danger": "d"}, {"built_year": 2015, "danger": "none"})

    assert [one.points for one in found] == [100.0, 0.0]


def test_points_of_the_parts_add_up_to_the_score():
    rows = [
        {"built_year": year, "danger": d} for year, d in ((1960, "c"), (1990, "d"), (2001, "c"))
    ]

    for one in score(*rows):
        assert sum(part.points for part in one.parts) == pytest.approx(one.points, abs=0.005)


def test_a_missing_fact_is_the_mean_of_those_known_and_flagged():
    found = score({}, {"built_year": 1966}, {"built_year": 2011})[0]
    age = next(part for part in found.parts if part.id == "age")

    assert (age.known, age.value) == (False, pytest.approx(0.5))
    assert found.estimated[0] == "age"


def test_a_part_of_no_weight_is_no_criterion():
    assert "households" not in {part.id for part in score({}, {})[0].parts}


def test_proof_gains_what_the_score_would_rise_by():
    rows = [
        {"danger": "c"},
        {"built_year": 1966, "danger": "d"},
        {"built_year": 2000, "danger": "none"},
    ]
    age = next(part for part in score(*rows)[0].parts if part.id == "age")
    weights = {part.id: part.weight for part in score(*rows)[0].parts}
    far = sqrt((weights["danger"] * 0.3) ** 2)
    near = sqrt((weights["danger"] * 0.7) ** 2 + weights["age"] ** 2)

    assert age.gain == pytest.approx(100 * near / (near + far) - score(*rows)[0].points, abs=0.01)


def test_each_way_can_drive_a_plan():
    (found,) = needs_all([{"built_year": 1950}], WEIGHTS, year=2026)

    assert found.by(Scoring.WEIGHTED) is found.weighted
    assert found.by(Scoring.TOPSIS) is found.topsis


def needs(*pairs):
    return [Needs(Score(one, ()), Score(other, ())) for one, other in pairs]


@pytest.mark.parametrize(
    ("pairs", "rho"),
    [
        ([(1, 10), (2, 20), (3, 30)], 1.0),
        ([(1, 30), (2, 20), (3, 10)], -1.0),
        ([(1, 1), (2, 3), (3, 2), (4, 4)], 0.8),
        ([(1, 1), (1, 2), (3, 3)], sqrt(3) / 2),
        ([(1, 1), (1, 2)], None),
        ([(1, 1)], None),
        ([], None),
    ],
)
def test_agreement_is_that_of_the_ranks(pairs, rho):
    assert rank_correlation(needs(*pairs)) == (None if rho is None else pytest.approx(rho))
