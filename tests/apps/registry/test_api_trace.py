"""How verdicts changed with the law: the days on which it did, and what came out otherwise."""

from datetime import date

import pytest

from jiugai.policy.turning_days import turning_days
from tests.apps.conftest import STREET
from tests.apps.registry.api_cast import calling, key_of, plant

pytestmark = pytest.mark.django_db


@pytest.fixture
def get(client, people):
    """Return a function that asks as the district's officer."""
    return calling(client, key_of(people["district_officer"]))


def test_law_changes_when_texts_begin_and_end_and_when_numbers_do():
    days = turning_days("110199")

    assert date(2018, 6, 11) in days  # the district adopts a text
    assert date(2026, 1, 1) in days  # the day after the years of a plan
    assert list(days) == sorted(set(days))
    assert date(2019, 12, 29) not in days  # another place's text


def test_a_verdict_that_the_law_changed_stands_on_its_day_with_both(get):
    estate = plant(STREET, "玉兰里", built_year=1984, retrofit="none")

    steps = get(f"/api/v1/estates/{estate.pk}/verdicts/trace", rule="xc18.scope").json()["steps"]

    assert steps[0]["day"] == "2018-06-11"
    (change,) = steps[0]["changes"]
    assert change["before"] is None
    assert change["after"] in {"met", "unknown"}
    assert change["clause"]["document"] == "xc18"


def test_every_step_says_only_what_became_otherwise(get):
    estate = plant(STREET, "玉兰里", built_year=1984)

    said = get(f"/api/v1/estates/{estate.pk}/verdicts/trace", last="2026-11-27").json()["steps"]

    now = {}
    for step in said:
        for change in step["changes"]:
            assert change["before"] == now.get(change["rule"])
            assert change["before"] != change["after"]
            now[change["rule"]] = change["after"]
    judged = get(f"/api/v1/estates/{estate.pk}/verdicts", day="2026-11-27").json()["verdicts"]
    assert {rule: one for rule, one in now.items() if one} == {
        one["rule"]: one["verdict"] for one in judged
    }


def test_the_trace_of_another_district_is_not_found(client, people):
    estate = plant(STREET, "玉兰里")
    get = calling(client, key_of(people["stranger"]))

    assert get(f"/api/v1/estates/{estate.pk}/verdicts/trace").status_code == 404
