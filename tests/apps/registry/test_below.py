"""Buildings, pipes, idle resources, parties and the plans for dangerous buildings."""

from datetime import date
from decimal import Decimal

import pytest

from jiugai.apps.accounts.models import Organisation
from jiugai.apps.accounts.rows import scope
from jiugai.apps.audit.models import Line
from jiugai.apps.registry.models import (
    Building,
    DangerPlan,
    Estate,
    Household,
    Party,
    Pipe,
    Resource,
    Unit,
)
from jiugai.apps.registry.queries.below import floor_of, stairs_of
from tests.apps.conftest import DISTRICT, STREET

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _day(monkeypatch):
    """P14 binds to the end of 2025, so these pages are asked in that year."""
    monkeypatch.setattr("django.utils.timezone.localdate", lambda: date(2025, 6, 1))


@pytest.fixture
def building(estate):
    """Return a dangerous building that conforms to the plan of the city."""
    with scope(DISTRICT):
        return Building.objects.create(
            estate=estate, division=STREET, code="1", name="1号楼",
            facts={"danger": "d", "planning_conform": True},
        )  # fmt: skip


def test_a_building_shows_verdicts_and_households_by_unit_and_floor(signed_in, building):
    with scope(DISTRICT):
        unit = Unit.objects.create(building=building, division=STREET, name="1单元")
        for door in ("101", "102", "1201"):
            Household.objects.create(
                building=building, unit=unit, division=STREET, door=door, owner="赵安宁"
            )
        (stairs,) = stairs_of(building)
    assert [(f, [h.door for h in homes]) for f, homes in stairs.floors] == [
        ("12", ["1201"]), ("1", ["101", "102"]),
    ]  # fmt: skip

    text = signed_in("clerk").get(f"/buildings/{building.pk}").content.decode()

    assert "赵安宁" not in text
    assert "赵**" in text
    assert "原址改建" in text


@pytest.mark.parametrize(
    ("door", "floor"), [("302", "3"), ("1201", "12"), ("2-1-503", "5"), ("甲", ""), ("12", "")]
)
def test_a_door_number_names_its_floor(door, floor):
    assert floor_of(door) == floor


def test_why_of_a_building_names_the_reading(signed_in, building):
    text = signed_in("clerk").get(f"/buildings/{building.pk}/why/p14.danger.rebuild").content

    assert "符合规划" in text.decode()


def test_a_plan_in_line_with_the_rules_is_kept(signed_in, building):
    answer = signed_in("clerk").post(
        f"/buildings/{building.pk}/danger",
        {"route": "rebuild", "responsible": "区房管局", "due_on": "2027-06-30"},
    )

    assert answer.status_code == 302
    with scope(DISTRICT):
        plan = DangerPlan.objects.get(building=building)
        assert (plan.route, plan.responsible, str(plan.due_on)) == (
            "rebuild", "区房管局", "2027-06-30",
        )  # fmt: skip
        assert Line.objects.filter(action="registry.danger_planned").count() == 1


def test_a_way_that_the_rules_shut_needs_a_reason(signed_in, building):
    client = signed_in("clerk")
    shut = client.post(f"/buildings/{building.pk}/danger", {"route": "vacate"})
    reasoned = client.post(
        f"/buildings/{building.pk}/danger", {"route": "vacate", "scheme": "市里另有批复"}
    )

    assert (shut.status_code, reasoned.status_code) == (422, 302)
    assert "写明理由" in shut.content.decode()


def test_the_ledger_has_the_worst_first_and_leaves_sound_buildings_out(
    signed_in, estate, building
):
    with scope(DISTRICT):
        for code, facts in (("2", {"simple": True}), ("3", {"danger": "c"}), ("4", {})):
            Building.objects.create(estate=estate, division=STREET, code=code, facts=facts)

    rows = signed_in("clerk").get("/danger").context["rows"]
    only = signed_in("clerk").get("/danger?kind=simple").context["rows"]
    undecided = signed_in("clerk").get("/danger?state=none").context["rows"]

    assert [b.code for b, _ways, _plan in rows] == ["1", "3", "2"]
    assert [b.code for b, _ways, _plan in only] == ["2"]
    assert len(undecided) == 3
    assert rows[0][1] == ["改建"]


def test_a_pipe_is_added_changed_and_removed(signed_in, estate):
    client = signed_in("clerk")
    client.post(
        f"/estates/{estate.pk}/pipes", {"kind": "water", "length_m": "120.5", "cost": "98000.25"}
    )
    with scope(DISTRICT):
        pipe = Pipe.objects.get()
        assert (pipe.length_m, pipe.cost_cents) == (Decimal("120.5"), 9_800_025)

    client.post(f"/pipes/{pipe.pk}", {"kind": "water", "length_m": "80", "condition": "worn"})
    with scope(DISTRICT):
        assert Pipe.objects.get().condition == "worn"
        changes = Line.objects.get(action="registry.pipe_changed").detail["changes"]
        assert changes["condition"] == ["", "worn"]

    client.post(f"/pipes/{pipe.pk}/remove")
    with scope(DISTRICT):
        assert not Pipe.objects.exists()
        assert Line.objects.filter(action="registry.pipe_removed").exists()


def test_a_pipe_with_nonsense_keeps_what_was_typed(signed_in, estate):
    answer = signed_in("clerk").post(
        f"/estates/{estate.pk}/pipes", {"kind": "water", "length_m": "很长", "material": "铸铁"}
    )

    assert answer.status_code == 422
    assert "铸铁" in answer.content.decode()


def test_pipes_are_totalled_per_kind(signed_in, estate):
    with scope(DISTRICT):
        for kind, length in (("water", 10), ("water", 5), ("gas", 7)):
            Pipe.objects.create(estate=estate, division=STREET, kind=kind, length_m=length)

    totals = signed_in("clerk").get("/pipes").context["totals"]

    assert [(t["count"], t["length"]) for t in totals] == [(2, 15), (1, 7)]


def test_a_resource_is_added_and_the_rules_say_how_it_may_be_used(signed_in, estate):
    client = signed_in("clerk")
    client.post(
        f"/estates/{estate.pk}/resources",
        {"name": "旧锅炉房", "kind": "boiler", "owner_kind": "owners"},
    )

    with scope(DISTRICT):
        resource = Resource.objects.get()
    assert "用途由业主共同决定" in client.get("/resources").content.decode()
    page = client.get(f"/resources/{resource.pk}")
    assert {f.rule.id: f.verdict for c in page.context["cards"] for f in c.findings}[
        "p14.idle.owners_decide"
    ] == "met"
    assert client.get(f"/resources/{resource.pk}/why/p14.idle.temporary_use").status_code == 200
    client.post(f"/resources/{resource.pk}/remove")
    with scope(DISTRICT):
        assert not Resource.objects.exists()


def test_an_organisation_is_found_again_by_its_code(signed_in, estate):
    client = signed_in("clerk")
    said = {"organisation": "示范物业", "credit_code": "91110102MA01ABCD2X", "duty": "日常维护"}
    client.post(f"/estates/{estate.pk}/parties", {**said, "kind": "property"})
    client.post(f"/estates/{estate.pk}/parties", {**said, "kind": "implementer"})
    again = client.post(f"/estates/{estate.pk}/parties", {**said, "kind": "implementer"})

    assert again.status_code == 422
    assert Organisation.objects.filter(credit_code="91110102MA01ABCD2X").count() == 1
    with scope(DISTRICT):
        assert Party.objects.count() == 2
        party = Party.objects.first()
    client.post(f"/parties/{party.pk}/remove")
    with scope(DISTRICT):
        assert Party.objects.count() == 1


def test_a_party_cannot_end_before_it_starts(signed_in, estate):
    answer = signed_in("clerk").post(
        f"/estates/{estate.pk}/parties",
        {"organisation": "甲", "kind": "property", "since": "2026-01-02", "until": "2026-01-01"},
    )

    assert "应晚于开始日期" in answer.content.decode()


def test_a_new_building_needs_a_code_of_its_own(signed_in, estate, building):
    client = signed_in("clerk")
    taken = client.post(f"/estates/{estate.pk}/buildings", {"code": "1"})
    free = client.post(f"/estates/{estate.pk}/buildings", {"code": "2", "name": "2号楼"})

    assert (taken.status_code, free.status_code) == (422, 302)
    with scope(DISTRICT):
        assert Estate.objects.get(pk=estate.pk).buildings.count() == 2


GETS = ("/buildings/{b}", "/buildings/{b}/edit", "/buildings/{b}/danger",
        "/buildings/{b}/why/p14.danger.rebuild", "/estates/{e}/pipes", "/estates/{e}/parties",
        "/estates/{e}/resources")  # fmt: skip


@pytest.mark.parametrize("path", GETS)
def test_a_stranger_finds_nothing_below_an_estate_of_another_district(
    signed_in, estate, building, path
):
    answer = signed_in("stranger").get(path.format(b=building.pk, e=estate.pk))

    assert answer.status_code == 404


@pytest.mark.parametrize("path", [p for p in GETS if "why" not in p and p != "/buildings/{b}"])
def test_who_may_not_edit_is_refused_below_an_estate(signed_in, estate, building, path):
    answer = signed_in("contractor").get(path.format(b=building.pk, e=estate.pk))

    assert answer.status_code == 403


@pytest.mark.parametrize("path", ["/danger", "/pipes", "/resources", "/search?q=玉兰"])
def test_the_ledgers_answer_and_show_nothing_to_a_stranger(signed_in, estate, building, path):
    assert f"/estates/{estate.pk}" not in signed_in("stranger").get(path).content.decode()
    assert signed_in("security_admin").get(path).status_code == 403


@pytest.mark.parametrize("words", ["玉兰", "t1", "玉兰里 1号"])
def test_the_search_finds_by_name_code_and_building(signed_in, estate, building, words):
    answer = signed_in("clerk").get("/search", {"q": words})

    assert "玉兰里" in answer.content.decode()
    assert bool(answer.context["found"].buildings) == (" " in words)


def test_a_search_that_finds_nothing_says_how_to_search(signed_in, estate):
    assert "拼音首字母" in signed_in("clerk").get("/search?q=不存在").content.decode()
