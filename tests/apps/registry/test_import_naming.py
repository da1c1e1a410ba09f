"""A file whose columns nobody can tell is named by a person and goes on; places are put right."""

import pytest
from django.urls import reverse

from jiugai.apps.accounts.rows import scope
from jiugai.apps.registry.models import Estate, Import, KnownColumn
from tests.apps.conftest import DISTRICT
from tests.apps.registry.import_helpers import LEDGER, begun, read, store

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

STRANGE = "某街道摸底表,,\n甲,乙,丙\n玉兰里,示范区,1984\n海棠里,示范区,1991\n"
NAMED = {
    "heading-0": "2",
    "fact-0-A": "estate.name",
    "fact-0-B": "estate.district",
    "fact-0-C": "estate.built_year",
}


@pytest.fixture
def unclear(people):
    """Return an import of a table whose headings say nothing."""
    with scope(DISTRICT):
        return read(begun(people, STRANGE, name="摸底.csv"))


def page(client, one):
    return client.get(reverse("registry:import", args=[one.pk])).content.decode()


def name(client, one, **said):
    return client.post(reverse("registry:import_names", args=[one.pk]), NAMED | said)


def test_the_top_of_the_table_is_shown_with_what_it_may_be(unclear, signed_in):
    shown = page(signed_in("district_officer"), unclear)

    assert unclear.state == Import.State.FAILED
    assert "指明各列" in shown
    assert "甲、乙、丙" in shown
    assert "玉兰里" in shown
    assert '<option value="building.storeys"' in shown


def test_named_columns_are_read_and_stored(unclear, people, signed_in):
    response = name(signed_in("district_officer"), unclear)
    assert response.status_code == 302
    with scope(DISTRICT):
        one = read(unclear)
        assert one.state == Import.State.COLUMNS
        store(one, people)
        found = dict(Estate.objects.values_list("name", "built_year"))

    assert found == {"玉兰里": 1984, "海棠里": 1991}


def test_the_office_is_not_asked_again(unclear, people, signed_in):
    name(signed_in("district_officer"), unclear)
    with scope(DISTRICT):
        assert KnownColumn.objects.count() == 3
        again = read(begun(people, "甲,丙,乙\n丁香里,1979,示范区\n", name="又一张.csv"))
        assert again.state == Import.State.COLUMNS
        store(again, people)
        assert Estate.objects.get(name="丁香里").built_year == 1979


def test_columns_without_a_heading_are_named_by_their_letter(people, signed_in):
    with scope(DISTRICT):
        one = read(begun(people, "序,,,\n1,玉兰里,示范区,1984\n", name="无题.csv"))
    said = {
        "heading-0": "1",
        "fact-0-A": "",
        "fact-0-B": "estate.name",
        "fact-0-C": "estate.district",
        "fact-0-D": "estate.built_year",
    }
    assert name(signed_in("district_officer"), one, **said).status_code == 302
    with scope(DISTRICT):
        store(read(one), people)
        assert Estate.objects.get(name="玉兰里").built_year == 1984


def test_two_columns_that_claim_one_fact_are_decided_by_a_person(people, signed_in):
    text = "小区名称,区县,建成年代,建成年代\n玉兰里,示范区,1984,1999\n"
    with scope(DISTRICT):
        one = read(begun(people, text, name="两列.csv"))
    client = signed_in("district_officer")
    assert "指明各列" in page(client, one)

    said = NAMED | {"heading-0": "1", "fact-0-C": "", "fact-0-D": "estate.built_year"}
    assert client.post(reverse("registry:import_names", args=[one.pk]), said).status_code == 302
    with scope(DISTRICT):
        store(read(one), people)
        assert Estate.objects.get(name="玉兰里").built_year == 1999


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"fact-0-A": ""}, "分不清是哪个小区"),
        ({"fact-0-B": "estate.name"}, "只留一列"),
        ({"fact-0-A": "", "fact-0-B": "", "fact-0-C": ""}, "还没有指明任何一列"),
        ({"heading-0": "77"}, "标题在第几行"),
        ({"unit-0-C": "公斤"}, "不能用单位"),
        ({"fact-0-C": "estate.nothing"}, "所选的事实不存在"),
        ({"fact-0-B": "building.storeys"}, "不能和楼栋的列在一张表里"),
    ],
)
def test_what_cannot_be_is_refused_and_what_was_chosen_is_kept(unclear, signed_in, said, words):
    answer = name(signed_in("district_officer"), unclear, **said)
    shown = answer.content.decode()

    assert answer.status_code == 422
    assert words in shown
    kept = NAMED | said
    for field in ("fact-0-A", "fact-0-C"):
        if kept[field] and kept[field] != "estate.nothing":
            part = shown.partition(f'name="{field}"')[2].partition("</select>")[0]
            assert f'value="{kept[field]}" selected' in part


def test_a_file_that_is_damaged_asks_for_no_names(people, signed_in):
    with scope(DISTRICT):
        one = read(begun(people, "小区名称,区县,建成年代\n", name="空.csv"))
    client = signed_in("district_officer")

    assert one.state == Import.State.FAILED
    assert "没有读成" in page(client, one)
    assert name(client, one).status_code == 302
    with scope(DISTRICT):
        assert Import.objects.get(pk=one.pk).state == Import.State.FAILED


@pytest.mark.parametrize("who", ["stranger", "contractor"])
def test_a_stranger_names_nothing(unclear, signed_in, who):
    assert name(signed_in(who), unclear).status_code in (403, 404)
    with scope(DISTRICT):
        assert not KnownColumn.objects.exists()


def test_coordinates_are_corrected_in_both_their_cells(people, signed_in):
    text = "\n".join(
        line + more
        for line, more in zip(
            LEDGER.splitlines(),
            (",经度,纬度", ",16.37,39.92", ",116.36,39.91", ",116.35,39.90"),
            strict=True,
        )
    )
    with scope(DISTRICT):
        one = read(begun(people, text, name="坐标.csv"))
        Import.objects.filter(pk=one.pk).update(state=Import.State.CELLS)
    client = signed_in("district_officer")
    shown = client.get(
        reverse("registry:import", args=[one.pk]), {"kind": "out_of_range"}
    ).content.decode()
    assert 'name="fix:坐标.csv||H2"' in shown
    assert 'name="fix:坐标.csv||I2"' in shown

    fixes = {"fix:坐标.csv||H2": "116.37", "fix:坐标.csv||I2": "39.92", "then": "again"}
    client.post(reverse("registry:import_cells", args=[one.pk]), fixes)
    with scope(DISTRICT):
        store(read(one), people)
        assert Estate.objects.get(code="A1").lon == pytest.approx(116.37, abs=0.02)
