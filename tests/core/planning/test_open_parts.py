"""What evidence is missing for a score, and what it could bring."""

import pytest

from jiugai.planning.need.open_parts import open_parts
from jiugai.planning.need.scores import score_all
from jiugai.planning.need.weights import default_weights

WEIGHTS = default_weights()


def open_of(facts, *others):
    score = score_all([facts, *others], WEIGHTS, year=2026)[0]
    return {one.part: one for one in open_parts(score, WEIGHTS, facts)}


def test_a_part_with_its_fact_is_not_open():
    assert "age" not in open_of({"built_year": 1980})


def test_an_open_part_names_its_fact_and_what_it_counts_as():
    found = open_of({}, {"built_year": 1966}, {"built_year": 2011})["age"]

    assert found.facts == ("built_year",)
    assert found.value == pytest.approx(0.5)
    assert found.points == pytest.approx(12.5)


@pytest.mark.parametrize(
    ("part", "fact", "greatest"),
    [
        ("age", "built_year", 1900),
        ("danger", "danger", "d"),
        ("retrofit", "retrofit", "none"),
        ("consent", "consent_share", 1.0),
    ],
)
def test_the_gain_is_what_the_best_proof_would_bring(part, fact, greatest):
    before = score_all([{}], WEIGHTS, year=2026)[0].hundredths
    proven = score_all([{fact: greatest}], WEIGHTS, year=2026)[0].hundredths

    assert open_of({})[part].gain == proven - before


@pytest.mark.parametrize(
    ("facts", "lacking"),
    [
        ({}, ("complaint_count", "household_count")),
        ({"complaint_count": 5}, ("household_count",)),
        ({"household_count": 100}, ("complaint_count",)),
        ({"complaint_count": 5, "household_count": 0}, ("household_count",)),
    ],
)
def test_complaints_by_household_may_lack_either(facts, lacking):
    assert open_of(facts)["complaints"].facts == lacking


def test_a_part_of_no_weight_is_never_asked_for():
    assert "households" not in open_of({})
