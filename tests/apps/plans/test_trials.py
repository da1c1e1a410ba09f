"""A policy tried on the register: who enters, who leaves, and how the plan changes."""

import pytest

from jiugai.apps.accounts.rows import scope
from jiugai.apps.plans.models import Trial
from jiugai.apps.plans.services.trials import start_trial
from jiugai.apps.plans.trying import try_policy
from jiugai.kernel.errors import Refusal, UsageError
from tests.apps.conftest import DISTRICT
from tests.apps.plans.conftest import DAY


def trial(officer, proposal, scenario=None):
    return Trial.objects.create(
        name="试", division=DISTRICT, day=DAY, proposal=proposal, scenario=scenario, by=officer
    )


def tried(one):
    return try_policy(one, lambda _done, _said: None)


def test_an_earlier_last_year_puts_later_estates_out(estates, officer):
    outcome, book = tried(trial(officer, {"numbers": {"xc18.early_year": "1965"}}))

    assert "转出" in outcome["said"]
    assert any("1965" in said for said in outcome["changes"])
    names = {row[0][0] for row in outcome["sheets"][-1]["rows"]}
    assert "丑里" in names
    assert book[:2] == b"PK"


def test_the_plan_is_made_under_both_laws_and_compared(scenario, officer):
    outcome, _book = tried(trial(officer, {"numbers": {"xc18.early_year": "1965"}}, scenario))

    assert outcome["plan"]
    assert any("现行" in said for said in outcome["plan"])
    assert [sheet["name"] for sheet in outcome["plan_sheets"]][:1] == ["指标对照"]


def test_without_a_register_nothing_can_be_tried(db, officer):
    with scope(DISTRICT), pytest.raises(Refusal, match="没有小区"):
        tried(trial(officer, {"numbers": {"xc18.early_year": "1965"}}))


def test_what_does_not_exist_is_refused_at_once(estates, officer):
    with pytest.raises(UsageError, match=r"p14\.nothing"):
        start_trial(
            name="试", division=DISTRICT, day=DAY,
            proposal={"numbers": {"p14.nothing": "1"}}, scenario=None, by=officer,
        )  # fmt: skip
    assert not Trial.objects.exists()
