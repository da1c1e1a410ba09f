"""What was read is put into the register with its sources, or not at all."""

import pytest

from jiugai.apps.accounts.rows import scope
from jiugai.apps.audit.models import Line
from jiugai.apps.registry.models import Assessment, Building, Change, Conflict, Estate, Import
from jiugai.apps.registry.queries.origins import origin_of
from jiugai.apps.registry.services import import_store
from jiugai.apps.registry.services.assess import FEW, assess
from tests.apps.conftest import DISTRICT, STREET
from tests.apps.registry.import_helpers import BUILDINGS, DAY, LEDGER, begun, read, store, stored

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def test_new_estates_are_stored_with_facts_search_and_verdicts(people):
    one = stored(people)

    with scope(DISTRICT):
        estate = Estate.objects.get(code="A1")
        assert (estate.name, estate.built_year, estate.household_count) == ("玉兰里", 1984, 120)
        assert estate.floor_area_m2 == 9000.5
        assert estate.initials == "yll"
        assert estate.division == DISTRICT
        assert estate.assessment.day == DAY
        assert one.counts["stored"]["estate"]["new"] == 3
        assert one.state == Import.State.STORED
        assert Line.objects.filter(action="registry.import_stored").count() == 1


def test_buildings_are_stored_below_their_estates_with_their_own_rows(people):
    stored(people, more=[("楼栋.csv", BUILDINGS)])

    with scope(DISTRICT):
        buildings = Building.objects.filter(estate__code="A1").order_by("code")
        assert [(one.code, one.storeys) for one in buildings] == [("1", 6), ("2", 6)]
        origin = origin_of(buildings[1], "storeys")
        assert (origin.file, origin.cell, origin.heading) == ("楼栋.csv", "D3", "层数")


def test_every_value_says_file_row_column_person_and_day(people):
    stored(people)

    with scope(DISTRICT):
        origin = origin_of(Estate.objects.get(code="A2"), "built_year")
        assert (origin.file, origin.cell, origin.heading) == ("2025年台账.csv", "E3", "建成年代")
        assert origin.by == "district_officer"
        assert origin.at is not None
        assert not origin.is_edit


def test_of_two_ledgers_each_value_names_the_one_that_gave_it(people):
    other = "小区编号,小区名称,区县,户数,居民数\nA1,玉兰里,示范区,125,300\n"
    stored(people, more=[("补充.csv", other)])

    with scope(DISTRICT):
        estate = Estate.objects.get(code="A1")
        assert estate.facts["household_count"] == 120
        assert origin_of(estate, "household_count").file == "2025年台账.csv"
        assert origin_of(estate, "resident_count").file == "补充.csv"
        assert origin_of(estate, "resident_count").cell == "E2"


def test_the_same_ledger_again_changes_nothing(people):
    stored(people)
    with scope(DISTRICT):
        versions = list(Estate.objects.order_by("pk").values_list("pk", "version"))
    one = stored(people)

    with scope(DISTRICT):
        assert list(Estate.objects.order_by("pk").values_list("pk", "version")) == versions
        assert one.counts["stored"]["estate"] == {
            "new": 0, "changed": 0, "conflicting": 0, "unchanged": 3, "outside": 0,
        }  # fmt: skip
        assert not Change.objects.filter(of=one).exists()


def test_the_next_edition_of_a_ledger_changes_its_own_values(people):
    stored(people)
    stored(people, LEDGER.replace("1984", "1985"), name="2026年台账（最终版）.csv")

    with scope(DISTRICT):
        estate = Estate.objects.get(code="A1")
        assert estate.built_year == 1985
        assert origin_of(estate, "built_year").file == "2026年台账（最终版）.csv"
        assert origin_of(estate, "household_count").file == "2025年台账.csv"
        assert not Conflict.objects.exists()


def test_another_ledger_fills_gaps_and_leaves_disputed_values_to_a_person(people):
    stored(people)
    other = "小区编号,小区名称,区县,建成年代,居民数\nA1,玉兰里,示范区,1999,300\n"
    one = stored(people, other, name="住建摸底.csv")

    with scope(DISTRICT):
        estate = Estate.objects.get(code="A1")
        assert estate.built_year == 1984
        assert estate.facts["resident_count"] == 300
        conflict = Conflict.objects.get(estate=estate)
        assert (conflict.fact, conflict.kept, conflict.offered) == ("built_year", 1984, 1999)
        assert (conflict.source.file, conflict.row) == ("住建摸底.csv", 2)
        assert one.counts["stored"]["conflicts"] == 1


def test_a_conflict_that_waits_is_not_raised_twice(people):
    stored(people)
    other = "小区编号,小区名称,区县,建成年代\nA1,玉兰里,示范区,1999\n"
    stored(people, other, name="住建摸底.csv")
    stored(people, other, name="住建摸底.csv")

    with scope(DISTRICT):
        assert Conflict.objects.count() == 1


def test_an_estate_without_an_id_is_found_by_its_name_and_district(people):
    stored(people)
    stored(people, "小区名称,区县,居民数\n玉 兰 里,示范区,300\n", name="街道补充.csv")

    with scope(DISTRICT):
        assert Estate.objects.count() == 3
        assert Estate.objects.get(code="A1").facts["resident_count"] == 300


def test_estates_missing_from_the_next_edition_are_only_told(people):
    stored(people)
    with scope(DISTRICT):
        one = begun(people, "\n".join(LEDGER.splitlines()[:3]), name="2026年台账.csv")
        one = read(one)

        assert one.counts["compared"]["estate"]["gone"] == 1
        assert Estate.objects.count() == 3


def test_a_failure_in_the_middle_stores_nothing_and_can_be_tried_again(people, monkeypatch):
    with scope(DISTRICT):
        one = read(begun(people, more=[("楼栋.csv", BUILDINGS)]))

    def fail(*_args, **_more):
        raise RuntimeError("the lights went out")

    with monkeypatch.context() as patch:
        patch.setattr(import_store, "assess", fail)
        with pytest.raises(RuntimeError), scope(DISTRICT):
            store(one, people)
    with scope(DISTRICT):
        assert not Estate.objects.exists()
        assert not Building.objects.exists()
        assert not Change.objects.exists()
        store(one, people)
        assert Estate.objects.count() == 3


def test_judging_all_at_once_says_what_judging_one_by_one_says(people):
    rows = "".join(
        f"B{n},第{n}里,示范区,甲街道,{1960 + n},{n * 7},{n * 900}\n" for n in range(FEW + 10)
    )
    stored(people, LEDGER.splitlines()[0] + "\n" + rows)
    fields = ("digest", "overall", "met", "not_met", "unknown", "missing", "division")

    with scope(DISTRICT):
        at_once = {one.pk: [getattr(one, f) for f in fields] for one in Assessment.objects.all()}
        Assessment.objects.all().delete()
        for pk in at_once:
            assess([pk], day=DAY)
        assert {
            one.pk: [getattr(one, f) for f in fields] for one in Assessment.objects.all()
        } == at_once


def test_estates_known_to_lie_in_a_city_are_judged_beside_those_of_its_districts(people):
    with scope("11"):
        for number in range(FEW + 10):
            Estate.objects.create(
                code=f"C{number}",
                division="11" if number % 2 else DISTRICT,
                facts={"name": f"第{number}里", "built_year": 1960 + number},
            )
        ids = list(Estate.objects.values_list("pk", flat=True))

        assert assess(ids, day=DAY) == len(ids) == Assessment.objects.count()


def test_a_clerk_of_a_street_takes_in_only_what_lies_there(people):
    text = (
        "小区编号,小区名称,区划代码,建成年代\n"
        "A1,甲里,110199001002,1980\nA2,乙里,110199002001,1980\nA3,丙里,110199,1980\n"
    )
    with scope(STREET):
        one = begun(people, text, by="clerk", division=STREET)
        read(one)
        one = store(one, people, by="clerk")

        found = dict(Estate.objects.values_list("code", "division"))
        assert found == {"A1": "110199001002", "A3": STREET}
        assert one.counts["stored"]["estate"]["outside"] == 1
