"""A rule tried on made-up facts: from a worked case, changed, refused."""

from itertools import groupby
from urllib.parse import urlencode

import pytest

from jiugai.apps.registry.forms.situation import SituationForm, as_said
from jiugai.policy.cases import cases, try_case
from jiugai.policy.law import law_of
from jiugai.policy.rulebook import rulebook

pytestmark = pytest.mark.django_db

BY_RULE = {
    rule: [one for one in found if one.place]
    for rule, found in groupby(sorted(cases(), key=lambda one: one.rule), lambda one: one.rule)
}


@pytest.mark.parametrize("rule", sorted(BY_RULE))
def test_a_worked_case_comes_out_of_the_form_as_the_core_judges_it(rule):
    found = rulebook().rules[rule]
    for case in BY_RULE[rule][:6]:
        expected = try_case(case)
        said = as_said(
            case.facts, rule=found, day=case.day, place=case.place, readings=case.readings
        )
        form = SituationForm(said, rule=found, places=[case.place])

        assert form.is_valid(), (case.name, form.errors)
        if expected.verdict != "silent":
            law = law_of(case.place, case.day, readings=form.taken())
            assert law.judge(rule, form.facts()).verdict == expected.verdict, case.name


def test_a_fact_that_is_changed_changes_the_verdict(signed_in):
    client = signed_in("clerk")
    path = "/policy/rules/p14.acceptance/try?"
    said = {"day": "2022-06-01", "place": "11"} | {
        f"f-acceptance_by_{who}": "yes" for who in ("parties", "owners", "property", "street")
    }

    met = client.get(path + urlencode(said)).context["tried"]
    not_met = client.get(path + urlencode(said | {"f-acceptance_by_owners": "no"})).context[
        "tried"
    ]
    unknown = client.get(path + urlencode(said | {"f-acceptance_by_owners": ""})).context["tried"]

    assert met.why.explanation.verdict == "met"
    assert not_met.why.explanation.verdict == "not_met"
    assert unknown.why.explanation.verdict == "unknown"


def test_a_case_begins_with_its_facts_and_says_what_it_expects(signed_in):
    response = signed_in("clerk").get("/policy/rules/xc18.scope/try?case=0")

    assert response.context["case"].case.rule == "xc18.scope"
    assert (
        response.context["tried"] is not None or response.context["case"].case.expect == "silent"
    )


def test_a_day_without_the_rule_says_what_to_do(signed_in):
    path = "/policy/rules/p14.acceptance/try?day=2020-12-31&place=11"

    assert "没有这条规则" in signed_in("clerk").get(path).content.decode()


def test_a_value_that_does_not_fit_stands_at_its_field(signed_in):
    response = signed_in("clerk").get(
        "/policy/rules/xc18.scope/try?day=2025-01-01&place=110199&f-built_year=%E6%97%A7"
    )

    assert "f-built_year" in response.context["form"].errors
    assert response.context["tried"] is None


def test_a_building_that_is_described_leaves_room_for_another(signed_in):
    response = signed_in("clerk").get(
        "/policy/rules/kf19.scope/try?day=2020-01-01&place=4102&c-building-0-danger=d"
    )

    (below,) = response.context["form"].below
    assert len(below.rows) == 2
    assert response.context["form"].facts()["building"] == [{"danger": "d"}]


def test_a_rule_or_case_that_is_not_there(signed_in):
    assert signed_in("clerk").get("/policy/rules/none/try").status_code == 404
    assert signed_in("clerk").get("/policy/rules/xc18.scope/try?case=99999").status_code == 200


@pytest.mark.parametrize("path", ["/policy/rules/xc18.scope/try", "/policy/numbers/p14.last_year"])
def test_who_may_not_read_policy_may_not_try_it(signed_in, path):
    assert signed_in("system_admin").get(path).status_code == 403
