"""The policy pages: documents of a day, clauses, numbers over time, rules with cases."""

import pytest

from jiugai.policy.rulebook import rulebook

pytestmark = pytest.mark.django_db


def test_the_documents_of_a_day_are_those_in_force(signed_in):
    client = signed_in("clerk")

    now = {one.document.id for one in client.get("/policy?day=2025-06-01").context["documents"]}
    then = {one.document.id for one in client.get("/policy?day=2017-01-01").context["documents"]}

    assert {"xc18", "p14"} <= now
    assert "xc18" not in then


def test_a_day_before_all_law_is_refused_with_what_to_do(signed_in):
    assert "请换一个日期" in signed_in("clerk").get("/policy?day=1900-01-01").content.decode()


def test_a_day_that_is_none_is_shown_at_the_field(signed_in):
    response = signed_in("clerk").get("/policy?day=后天")

    assert "day" in response.context["form"].errors


@pytest.mark.parametrize("document", sorted(rulebook().documents))
def test_every_document_has_a_page_with_its_clauses_and_numbers(signed_in, document):
    response = signed_in("clerk").get(f"/policy/{document}")

    text = response.content.decode()
    found = rulebook().documents[document]
    assert text.count('<tr id="c-') == len(found.clauses)
    assert all(entry.title in text.replace("&#x27;", "'") for entry in found.numbers.values())


@pytest.mark.parametrize("rule", ["xc18.scope", "p14.danger.rebuild", "kf19.scope"])
def test_a_rule_has_its_tree_and_its_cases_come_out_as_expected(signed_in, rule):
    response = signed_in("clerk").get(f"/policy/rules/{rule}?day=2025-06-01")

    assert response.context["tree"] is not None
    assert response.context["cases"]
    assert all(outcome.agrees for outcome, _facts in response.context["cases"])


def test_what_is_not_there_is_not_found(signed_in):
    assert signed_in("clerk").get("/policy/none").status_code == 404
    assert signed_in("clerk").get("/policy/rules/none").status_code == 404


@pytest.mark.parametrize("path", ["/policy", "/policy/xc18", "/policy/rules/xc18.scope"])
def test_who_may_not_read_policy_is_refused(signed_in, path):
    assert signed_in("system_admin").get(path).status_code == 403


def test_a_document_that_has_ended_says_so(signed_in):
    others = signed_in("clerk").get("/policy?day=2030-01-01").context["others"]

    ended = [one for one in others if one.why == "已经失效"]
    assert ended
    assert all(one.span.until.isoformat() < "2030-01-01" for one in ended)


def test_a_number_shows_its_values_beside_those_of_other_places(signed_in):
    response = signed_in("clerk").get("/policy/numbers/p14.last_year")

    text = response.content.decode()
    assert {line.document.id for line in response.context["lines"]} >= {"p14", "xc18", "kf19"}
    assert 'class="l0"' in text
    assert "2000" in text


def test_a_number_that_changed_has_a_step_on_its_day(signed_in):
    response = signed_in("clerk").get("/policy/numbers/cfund.weight_households")

    (line, *_others) = response.context["lines"]
    first, second = line.stretches
    assert str(first.until) == "2019-12-31"
    assert str(second.since) == "2020-01-01"
    assert response.content.decode().count('<polyline class="l0"') == 2


@pytest.mark.parametrize(
    "number", sorted(id_ for d in rulebook().documents.values() for id_ in d.numbers)
)
def test_every_number_has_a_page(signed_in, number):
    assert signed_in("clerk").get(f"/policy/numbers/{number}").status_code == 200


def test_who_may_try_policies_is_led_to_the_trial_of_a_number(signed_in):
    page = signed_in("district_officer").get("/policy/numbers/xc18.early_year").content.decode()

    assert "/plans/trials?number=xc18.early_year" in page
    form = (
        signed_in("district_officer").get("/plans/trials?number=xc18.early_year").context["form"]
    )
    assert form["number-0"].value() == "xc18.early_year"


def test_who_may_not_try_policies_is_not_led_there(signed_in):
    assert (
        "/plans/trials" not in signed_in("clerk").get("/policy/rules/xc18.scope").content.decode()
    )
