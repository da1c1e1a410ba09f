"""Rename, split, merge: what moves, what stays findable, who may."""

import pytest

from jiugai.apps.accounts.rows import scope
from jiugai.apps.audit.models import Line
from jiugai.apps.registry.models import Building, Estate, Pipe, Succession
from tests.apps.conftest import DISTRICT, STREET

pytestmark = pytest.mark.django_db


@pytest.fixture
def two(db):
    """Return two estates with two and one buildings."""
    with scope(DISTRICT):
        made = {}
        for code, name, buildings in (("A", "玉兰里", 2), ("B", "槐树里", 1)):
            estate = Estate.objects.create(
                code=code,
                division=STREET,
                facts={"name": name, "street": "示范街道", "household_count": 99},
            )
            for number in range(1, buildings + 1):
                Building.objects.create(
                    estate=estate, division=STREET, code=str(number),
                    facts={"household_count": 10 * number, "floor_area_m2": 100.5},
                )  # fmt: skip
            made[code] = estate
        Pipe.objects.create(estate=made["B"], division=STREET, kind="water")
    return made


def test_a_renamed_estate_is_found_under_both_names(signed_in, two):
    client = signed_in("district_officer")
    client.post(f"/estates/{two['A'].pk}/rename", {"name": "白玉兰里", "reason": "地名公告"})

    with scope(DISTRICT):
        kept = Estate.objects.get(code="A")
        assert (kept.name, kept.initials) == ("白玉兰里", "byll")
        line = Line.objects.get(action="registry.estate_renamed")
        assert line.detail["changes"] == {"name": ["玉兰里", "白玉兰里"]}
    assert client.get("/search?q=玉兰里").context["found"].former[0][0] == "玉兰里"


def test_a_split_is_shown_before_it_is_done(signed_in, two):
    with scope(DISTRICT):
        moving = two["A"].buildings.get(code="2")
    said = {"buildings": [moving.pk], "code": "A-2", "name": "玉兰里东区", "reason": "会议纪要"}
    client = signed_in("district_officer")

    preview = client.post(f"/estates/{two['A'].pk}/split", said)
    with scope(DISTRICT):
        assert not Estate.objects.filter(code="A-2").exists()
    assert "新小区 1 栋 20 户；原小区留下 1 栋 10 户" in preview.content.decode()

    client.post(f"/estates/{two['A'].pk}/split", {**said, "confirm": "1"})
    with scope(DISTRICT):
        part, kept = Estate.objects.get(code="A-2"), Estate.objects.get(code="A")
        assert (part.household_count, kept.household_count) == (20, 10)
        assert (part.building_count, kept.building_count) == (1, 1)
        assert part.facts["street"] == "示范街道"
        assert [b.code for b in part.buildings.all()] == ["2"]
        assert part.assessment.day == kept.assessment.day
        assert Succession.objects.get(kind="split").after == part


def test_a_sum_with_a_gap_is_left_open_rather_than_guessed(signed_in, two):
    with scope(DISTRICT):
        moving = two["A"].buildings.get(code="2")
        moving.facts = {"floor_area_m2": 50}
        moving.save()
    said = {
        "buildings": [moving.pk],
        "code": "A-2",
        "name": "东区",
        "reason": "纪要",
        "confirm": "1",
    }
    signed_in("district_officer").post(f"/estates/{two['A'].pk}/split", said)

    with scope(DISTRICT):
        part = Estate.objects.get(code="A-2")
    assert part.household_count is None
    assert part.floor_area_m2 == 50


@pytest.mark.parametrize(
    ("change", "said"),
    [({"code": "B"}, "已有小区使用"), ({"all": True}, "至少要留下一栋"), ({"reason": ""}, "")],
)
def test_a_split_that_cannot_be_is_refused_and_keeps_what_was_typed(signed_in, two, change, said):
    with scope(DISTRICT):
        ids = [b.pk for b in two["A"].buildings.all()]
    form = {"buildings": ids if change.pop("all", False) else ids[:1], "code": "A-2",
            "name": "东区新名", "reason": "纪要", "confirm": "1"} | change  # fmt: skip

    answer = signed_in("district_officer").post(f"/estates/{two['A'].pk}/split", form)

    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert "东区新名" in answer.content.decode()


def test_a_merged_estate_leads_to_the_one_that_took_it_in(signed_in, two):
    client = signed_in("district_officer")
    said = {"codes": "B", "reason": "会议纪要"}
    preview = client.post(f"/estates/{two['A'].pk}/merge", said)
    assert "移来 1 栋楼" in preview.content.decode()

    client.post(f"/estates/{two['A'].pk}/merge", {**said, "confirm": "1"})

    with scope(DISTRICT):
        kept, gone = Estate.objects.get(code="A"), Estate.objects.get(code="B")
        assert sorted(b.code for b in kept.buildings.all()) == ["1", "2", "B-1"]
        assert (kept.household_count, kept.building_count, kept.floor_area_m2) == (40, 3, 301.5)
        assert kept.pipes.count() == 1
        assert gone.retired_on is not None
    assert client.get("/estates/code/B").url == f"/estates/{kept.pk}"
    assert client.get(f"/estates/{gone.pk}").url == f"/estates/{kept.pk}"
    assert "槐树里" not in client.get("/estates").content.decode()
    assert client.get("/search?q=槐树里").context["found"].former[0][1] == kept


def test_an_unknown_code_is_named_in_the_refusal(signed_in, two):
    answer = signed_in("district_officer").post(
        f"/estates/{two['A'].pk}/merge", {"codes": "B、没有的", "reason": "纪要"}
    )

    assert "没有的" in answer.context["merge"].errors["codes"][0]


@pytest.mark.parametrize("verb", ["rename", "split", "merge"])
def test_who_may_not_reshape_is_refused(signed_in, two, verb):
    assert signed_in("clerk").post(f"/estates/{two['A'].pk}/{verb}", {}).status_code == 403
    assert signed_in("stranger").post(f"/estates/{two['A'].pk}/{verb}", {}).status_code == 404


def test_who_may_not_reshape_sees_no_page_for_it(signed_in, two):
    assert signed_in("clerk").get(f"/estates/{two['A'].pk}/reshape").status_code == 403
    assert signed_in("district_officer").get(f"/estates/{two['A'].pk}/reshape").status_code == 200
