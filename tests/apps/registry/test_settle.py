"""A person settles what sources dispute, and changes facts: each with a source and a reason."""

import pytest
from django.urls import reverse

from jiugai.apps.accounts.rows import scope
from jiugai.apps.audit.models import Line
from jiugai.apps.registry.models import Conflict, Estate
from jiugai.apps.registry.queries.origins import origin_of
from jiugai.apps.registry.services.edit import ChangedMeanwhile, Unfit, set_facts
from jiugai.apps.registry.services.settle import settle_conflict
from jiugai.kernel.errors import Refusal
from tests.apps.conftest import DISTRICT
from tests.apps.registry.import_helpers import DAY, stored

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
OTHER = "小区编号,小区名称,区县,建成年代\nA1,玉兰里,示范区,1999\n"


@pytest.fixture
def conflict(people):
    """Return a conflict on the year in which an estate was built: 1984 is kept, 1999 offered."""
    stored(people)
    stored(people, OTHER, name="住建摸底.csv")
    with scope(DISTRICT):
        return Conflict.objects.get()


def settled(conflict, people, take, other="", reason="核对了竣工图"):
    """Settle a conflict and return its estate."""
    with scope(DISTRICT):
        settle_conflict(
            pk=conflict.pk, take=take, other=other, reason=reason, by=people["clerk"], on=DAY
        )
        return Estate.objects.get(code="A1")


@pytest.mark.parametrize(
    ("take", "other", "year", "file"),
    [
        ("kept", "", 1984, "2025年台账.csv"),
        ("offered", "", 1999, "住建摸底.csv"),
        ("other", "1986", 1986, ""),
    ],
)
def test_the_chosen_value_holds_and_says_where_it_is_from(
    conflict, people, take, other, year, file
):
    estate = settled(conflict, people, take, other)

    with scope(DISTRICT):
        assert estate.built_year == year
        assert origin_of(estate, "built_year").file == file
        assert Conflict.objects.get().settled_by == people["clerk"]
        line = Line.objects.get(action="registry.conflict_settled")
        assert line.reason == "核对了竣工图"
        assert line.detail["before"] == {"built_year": 1984}
        assert line.detail["after"] == {"built_year": year}


@pytest.mark.parametrize(("year", "asked"), [(1999, 0), (2001, 1)])
def test_a_value_that_somebody_turned_down_is_not_asked_about_again(conflict, people, year, asked):
    settled(conflict, people, "kept")

    stored(people, OTHER.replace("1999", str(year)), name="次年摸底.csv")

    with scope(DISTRICT):
        assert Conflict.objects.filter(settled_at=None).count() == asked


def test_a_value_turned_down_is_asked_about_once_the_present_one_is_another(conflict, people):
    settled(conflict, people, "kept")
    stored(people, OTHER.replace("1999", "1990"), name="房管台账.csv")
    with scope(DISTRICT):
        settled(Conflict.objects.get(settled_at=None), people, "offered")

    stored(people, OTHER, name="次年摸底.csv")

    with scope(DISTRICT):
        assert Conflict.objects.get(settled_at=None).kept == 1990


def test_a_value_taken_after_an_edit_is_from_the_ledger_again(conflict, people):
    with scope(DISTRICT):
        estate = Estate.objects.get(code="A1")
        set_facts(estate, {"household_count": "121"}, by=people["clerk"], on=DAY)
    estate = settled(conflict, people, "offered")

    with scope(DISTRICT):
        assert origin_of(estate, "built_year").cell == "D2"
        assert origin_of(estate, "household_count").is_edit


def test_nothing_is_settled_without_a_reason_or_twice(conflict, people):
    with pytest.raises(Refusal, match="理由"):
        settled(conflict, people, "kept", reason=" ")
    settled(conflict, people, "kept")
    with pytest.raises(Refusal, match="已由"):
        settled(conflict, people, "offered")


def test_a_value_that_was_changed_since_is_not_overwritten(conflict, people):
    with scope(DISTRICT):
        estate = Estate.objects.get(code="A1")
        set_facts(estate, {"built_year": "1983"}, by=people["clerk"], on=DAY)
    with pytest.raises(Refusal, match="已被改过"):
        settled(conflict, people, "offered")


def test_the_page_shows_both_values_and_settles(conflict, people, signed_in):
    client = signed_in("district_officer")
    address = reverse("registry:conflict", args=[conflict.pk])
    shown = client.get(address).content.decode()
    listed = client.get(reverse("registry:conflicts")).content.decode()

    for word in ("1984", "1999", "住建摸底.csv", "2025年台账.csv"):
        assert word in shown
        assert word in listed
    assert client.post(address, {"take": "offered", "reason": ""}).status_code == 422
    assert client.post(address, {"take": "offered", "reason": "原件"}).status_code == 302
    with scope(DISTRICT):
        assert Estate.objects.get(code="A1").built_year == 1999


def test_another_district_sees_no_conflict(conflict, signed_in):
    client = signed_in("stranger")

    assert "1999" not in client.get(reverse("registry:conflicts")).content.decode()
    assert client.get(reverse("registry:conflict", args=[conflict.pk])).status_code == 404


def test_the_second_of_two_editors_is_told_what_the_first_did(estate, people):
    with scope(DISTRICT):
        seen = estate.version
        set_facts(estate, {"built_year": "1990"}, by=people["clerk"], on=DAY, version=seen)
        with pytest.raises(ChangedMeanwhile) as told:
            set_facts(estate, {"built_year": "1991"}, by=people["clerk"], on=DAY, version=seen)

        assert told.value.now == {"built_year": 1990}
        assert Estate.objects.get(pk=estate.pk).built_year == 1990


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("built_year", "1700"),
        ("built_year", "旧"),
        ("management_mode", "随便"),
        ("household_count", "-3"),
        ("lon", "nan"),
        ("id", "X"),
        ("division", "110102"),
        ("nonsense", "1"),
    ],
)
def test_what_does_not_fit_the_vocabulary_is_refused(estate, people, name, text):
    with scope(DISTRICT), pytest.raises(Unfit) as refused:
        set_facts(estate, {name: text}, by=people["clerk"], on=DAY)

    assert list(refused.value.problems) == [name]


def test_an_edit_has_a_source_a_record_line_and_a_new_verdict(estate, people):
    with scope(DISTRICT):
        changed = set_facts(
            estate,
            {"built_year": "1990", "household_count": "1,200", "name": ""},
            by=people["clerk"],
            on=DAY,
            reason="现场核对",
        )
        origin = origin_of(changed, "built_year")

        assert changed.facts == {"built_year": 1990, "household_count": 1200}
        assert (origin.is_edit, origin.by, origin.source.reason) == (True, "clerk", "现场核对")
        assert changed.assessment.day == DAY
        line = Line.objects.get(action="registry.estate_edited")
        assert line.detail["changes"]["built_year"] == [1984, 1990]
