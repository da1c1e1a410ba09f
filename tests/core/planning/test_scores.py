"""Need becomes a score whose parts can be asked for."""

import pytest

from jiugai.planning.need.scores import score_all
from jiugai.planning.need.weights import default_weights

WEIGHTS = default_weights()


def score(*rows, year=2026):
    return score_all(rows, WEIGHTS, year=year)


def parts(facts, *others):
    return {part.id: part for part in score(facts, *others)[0].parts}


def test_the_neediest_estate_scores_a_hundred_and_the_least_needy_nothing():
    neediest = {
        "built_year": 1950,
        "danger": "d",
        "retrofit": "none",
        "infrastructure_lacking": True,
        "functions_lacking": True,
        "complaint_count": 60,
        "household_count": 100,
        "consent_share": 1.0,
        "elderly_share": 0.7,
    }
    least = {
        "built_year": 2015,
        "danger": "none",
        "retrofit": "done",
        "infrastructure_lacking": False,
        "functions_lacking": False,
        "complaint_count": 0,
        "household_count": 100,
        "consent_share": 0.2,
        "elderly_share": 0.0,
    }

    assert [one.points for one in score(neediest, least)] == [100.0, 0.0]


def test_a_part_runs_straight_between_the_ends_of_its_scale():
    found = parts({"built_year": 2026 - 15 - 9, "complaint_count": 10, "household_count": 200})

    assert found["age"].value == pytest.approx(9 / 45)
    assert found["complaints"].value == pytest.approx(5 / 20)


def test_a_missing_fact_counts_as_the_mean_of_those_known_and_is_flagged():
    found = parts({}, {"built_year": 1966}, {"built_year": 2011})

    assert found["age"].value == pytest.approx(0.5)
    assert not found["age"].known
    assert score({}, {"built_year": 1966})[0].estimated[0] == "age"


def test_a_fact_that_nobody_knows_is_neutral_for_everybody():
    assert {one.points for one in score({}, {"name": "x"})} == {50.0}


def test_complaints_need_households_to_be_counted():
    assert not parts({"complaint_count": 5})["complaints"].known
    assert not parts({"complaint_count": 5, "household_count": 0})["complaints"].known


def test_points_of_the_parts_add_up_to_the_score():
    (found,) = score({"built_year": 1971, "danger": "c", "consent_share": 0.83})

    assert sum(part.points for part in found.parts) == pytest.approx(found.points, abs=0.005)
