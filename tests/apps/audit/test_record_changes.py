"""A change is recorded by the fields that differ, with sealed values masked."""

from datetime import date
from decimal import Decimal

import pytest

from jiugai.apps.accounts.models import Organisation
from jiugai.apps.accounts.rows import scope
from jiugai.apps.accounts.seal import Sealed
from jiugai.apps.audit.changes import changes_between, values_of
from jiugai.apps.audit.services import record_change
from tests.apps.conftest import DISTRICT, STREET


def test_only_what_differs_is_kept():
    before = {"name": "甲", "year": 1980, "on": date(2026, 1, 1), "area": Decimal("1.50")}
    after = {"name": "甲", "year": 1981, "on": date(2026, 1, 2), "area": Decimal("2.50")}

    assert changes_between(before, after) == {
        "year": [1980, 1981],
        "on": ["2026-01-01", "2026-01-02"],
        "area": ["1.50", "2.50"],
    }


def test_facts_are_named_one_by_one():
    before, after = {"facts": {"a": 1, "b": 2}}, {"facts": {"a": 1, "b": 3, "c": 4}}

    assert changes_between(before, after) == {"facts.b": [2, 3], "facts.c": [None, 4]}


def test_sealed_values_that_look_alike_masked_are_a_change_all_the_same():
    before, after = {"phone": Sealed("13812345678")}, {"phone": Sealed("13899995678")}

    assert changes_between(before, after) == {"phone": ["138****5678", "138****5678"]}


@pytest.mark.django_db
def test_a_change_is_recorded_on_its_subject_and_no_plain_value_is_in_it(people):
    office = Organisation.objects.create(name="甲", division=STREET, phone="13812345678")
    office.refresh_from_db()
    before = values_of(office)
    office.name, office.phone = "乙", "13811112222"
    office.save()
    with scope(DISTRICT):
        line = record_change(
            "registry.estate_edited", office, before=before, after=values_of(office),
            by=people["clerk"], reason="核实",
        )  # fmt: skip

    assert line.changes == {"name": ["甲", "乙"], "phone": ["138****5678", "138****2222"]}
    assert (line.subject, line.subject_id, line.division) == (
        "accounts.organisation",
        str(office.pk),
        STREET,
    )


@pytest.mark.django_db
def test_nothing_changed_writes_nothing(people):
    office = Organisation.objects.create(name="甲", division=STREET)

    same = values_of(office)
    with scope(DISTRICT):
        assert record_change("x.y", office, before=same, after=same, by=None) is None
