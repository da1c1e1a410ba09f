"""The page of an estate: what it is, what the rules say and why, what is missing."""

import re
from datetime import date

import pytest

from jiugai.apps.accounts.rows import scope
from jiugai.apps.registry.models import Building, Conflict, Estate, Source
from jiugai.apps.registry.queries.findings import findings_on, missing_facts
from jiugai.apps.registry.queries.neighbours import metres_between
from jiugai.kernel.quad import quad_of
from tests.apps.conftest import DISTRICT, OTHER, STREET

pytestmark = pytest.mark.django_db
DAY = date(2026, 6, 1)


@pytest.fixture
def old(db):
    """Return an estate of 1984 with two buildings, one of them dangerous."""
    with scope(DISTRICT):
        estate = Estate.objects.create(
            code="OLD", division=STREET, quad=quad_of(116.4, 39.9),
            facts={"name": "玉兰里", "built_year": 1984, "retrofit": "none", "lon": 116.4,
                   "lat": 39.9, "basic_cost": 123_456_700},
        )  # fmt: skip
        for code, facts in (("1", {"danger": "d"}), ("2", {"danger": "none"})):
            Building.objects.create(estate=estate, division=STREET, code=code, facts=facts)
    return estate


def test_the_page_says_what_the_rules_say_by_document(signed_in, old):
    page = signed_in("clerk").get(f"/estates/{old.pk}").context["page"]

    found = {f.rule.id: f.verdict for card in page.cards for f in card.findings}
    assert found["xc18.scope.early"] == "met"
    assert [card.document.id for card in page.cards] == [
        one.id for one in page.law.documents if one.id in {c.document.id for c in page.cards}
    ]


def test_what_is_missing_names_how_many_verdicts_wait_and_leads_to_the_field(signed_in, old):
    response = signed_in("clerk").get(f"/estates/{old.pk}")

    with scope(DISTRICT):
        _law, findings = findings_on(old, day=DAY)
    first = missing_facts(findings.values())[0]
    waiting = sum(first.key in finding.missing for finding in findings.values())
    assert first.waiting == waiting > 1
    assert f"/estates/{old.pk}/edit?fact={first.fact}#id_{first.fact}" in response.content.decode()


def test_who_may_only_read_sees_no_buttons_to_edit(signed_in, old):
    text = signed_in("contractor").get(f"/estates/{old.pk}").content.decode()

    assert f"/estates/{old.pk}/edit" not in text
    assert "玉兰里" in text


def test_the_worst_building_is_first(signed_in, old):
    page = signed_in("clerk").get(f"/estates/{old.pk}").context["page"]

    assert [building.code for building in page.buildings] == ["1", "2"]


def test_neighbours_are_told_nearest_first_and_with_metres(signed_in, old):
    with scope(DISTRICT):
        for code, lon in (("N1", 116.41), ("N2", 116.405), ("FAR", 117.0)):
            Estate.objects.create(
                code=code, division=STREET, quad=quad_of(lon, 39.9),
                facts={"name": code, "lon": lon, "lat": 39.9},
            )  # fmt: skip

    found = signed_in("clerk").get(f"/estates/{old.pk}").context["page"].neighbours

    assert [str(one.estate) for one in found] == ["N2", "N1"]
    assert found[0].metres == round(metres_between(116.4, 39.9, 116.405, 39.9)) == 427


def test_open_conflicts_are_shown(signed_in, people, old):
    with scope(DISTRICT):
        source = Source.objects.create(
            kind="sheet", division=STREET, by=people["clerk"], file="台账.xlsx"
        )
        Conflict.objects.create(
            estate=old, division=STREET, fact="built_year", kept=1984, offered=1990, source=source
        )

    page = signed_in("clerk").get(f"/estates/{old.pk}").text
    assert "台账.xlsx" in page
    assert re.search(r"建成年代：1984.*⇄ 1990", page, re.DOTALL)
    assert "built_year" not in page[page.index('id="conflicts"') :][:2000]


def test_why_shows_clause_value_threshold_and_the_other_reading(signed_in, old):
    text = signed_in("clerk").get(f"/estates/{old.pk}/why/xc18.scope.early").content.decode()

    for part in ("XC18 二(一)①", "1984", "建成年代 &lt; 1990", "另一种理解", "本系统的概括"):
        assert part in text
    assert "/policy/xc18#c-二(一)①" in text


def test_why_names_who_supplied_the_fact(signed_in, people, old):
    with scope(DISTRICT):
        source = Source.objects.create(
            kind="sheet", division=STREET, by=people["clerk"], file="街道台账.xlsx",
            columns={"built_year": ["D", "建成年代"]},
        )  # fmt: skip
        old.origins = {str(source.pk): {"row": 38}}
        old.save()

    text = signed_in("clerk").get(f"/estates/{old.pk}/why/xc18.scope.early").content.decode()

    assert "街道台账.xlsx" in text
    assert "D38" in text


def test_why_says_what_would_change_the_verdict(signed_in, old):
    response = signed_in("clerk").get(f"/estates/{old.pk}/why/xc18.scope.early")

    turns = {(turn.fact.name, turn.value) for turn in response.context["why"].turns}
    assert ("built_year", 1990) in turns


def test_why_answers_htmx_without_the_frame(signed_in, old):
    response = signed_in("clerk").get(
        f"/estates/{old.pk}/why/xc18.scope", headers={"HX-Request": "true"}
    )

    assert "<html" not in response.content.decode()
    assert "条件" in response.content.decode()


def test_why_of_a_rule_that_is_not_in_force_is_not_found(signed_in, old):
    assert signed_in("clerk").get(f"/estates/{old.pk}/why/kf19.scope").status_code == 404


@pytest.mark.parametrize("path", ["", "/facts", "/why/xc18.scope"])
def test_a_stranger_finds_no_estate_of_another_district(signed_in, old, path):
    assert signed_in("stranger").get(f"/estates/{old.pk}{path}").status_code == 404


@pytest.mark.parametrize("path", ["", "/facts", "/why/xc18.scope"])
def test_who_may_not_view_the_register_is_refused(signed_in, old, path):
    assert signed_in("security_admin").get(f"/estates/{old.pk}{path}").status_code == 403


def test_the_facts_page_has_every_known_fact(signed_in, old):
    text = signed_in("clerk").get(f"/estates/{old.pk}/facts").content.decode()

    assert "1984" in text
    assert "123.46 万元" in text


def test_a_clerk_reads_which_ledger_of_the_district_a_value_is_from(signed_in, people, old):
    with scope(DISTRICT):
        brought = Source.objects.create(
            kind=Source.Kind.SHEET, division=DISTRICT, file="全区台账.xlsx", sheet="小区",
            columns={"built_year": ["D", "建成年代"]}, by=people["district_officer"],
        )  # fmt: skip
        Estate.objects.filter(pk=old.pk).update(origins={str(brought.pk): {"row": 7}})

    assert "全区台账.xlsx" in signed_in("clerk").get(f"/estates/{old.pk}/facts").text
    assert "全区台账.xlsx" in signed_in("district_officer").get(f"/estates/{old.pk}/facts").text


def test_sources_of_a_division_are_read_below_it_and_nowhere_else(people, old):
    beside = STREET[:-1] + "2"
    with scope(DISTRICT):
        for division in (DISTRICT, STREET, beside):
            Source.objects.create(
                kind="sheet", division=division, file=division, by=people["clerk"]
            )

    def read(division):
        with scope(division):
            return sorted(Source.objects.values_list("file", flat=True))

    assert read(STREET) == [DISTRICT, STREET]
    assert read(DISTRICT) == [DISTRICT, STREET, beside]
    assert read(OTHER) == []
    with scope(STREET):
        assert Source.objects.filter(file=DISTRICT).update(file="改了") == 0
