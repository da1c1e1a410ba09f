"""A whole import is taken back, unless somebody changed a thing since."""

import pytest

from jiugai.apps.accounts.rows import scope
from jiugai.apps.audit.models import Line
from jiugai.apps.registry.models import Assessment, Building, Estate, Import, Pipe
from jiugai.apps.registry.services.edit import set_facts
from jiugai.apps.registry.services.import_undo import Blocked
from jiugai.kernel.errors import Refusal
from tests.apps.conftest import DISTRICT
from tests.apps.registry.import_helpers import BUILDINGS, DAY, LEDGER, begun, read, stored, undone

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def test_what_was_new_goes_and_what_was_changed_is_as_before(people):
    stored(people)
    fields = ("code", "facts", "origins", "division", "initials", "quad")
    with scope(DISTRICT):
        before = list(Estate.objects.order_by("code").values_list(*fields))
    text = LEDGER.replace("1984", "1985") + "A4,新里,示范区,乙街道,1999,10,800\n"
    one = stored(people, text, name="2026年台账.csv", more=[("楼栋.csv", BUILDINGS)])
    with scope(DISTRICT):
        assert Estate.objects.count() == 4
        undone(one, people)

        assert list(Estate.objects.order_by("code").values_list(*fields)) == before
        assert not Building.objects.exists()
        assert Assessment.objects.count() == 3
        assert Import.objects.get(pk=one.pk).undone_by == people["district_officer"]
        assert Line.objects.filter(action="registry.import_undone").count() == 1


def test_it_refuses_with_a_list_where_somebody_changed_a_thing_since(people):
    one = stored(people)
    with scope(DISTRICT):
        estate = Estate.objects.get(code="A2")
        set_facts(estate, {"built_year": "1990"}, by=people["clerk"], on=DAY, reason="核对原件")
        with pytest.raises(Blocked) as refused:
            undone(one, people)

        assert refused.value.things == [estate]
        assert Estate.objects.count() == 3


def test_it_refuses_where_something_hangs_on_a_new_estate(people):
    one = stored(people)
    with scope(DISTRICT):
        estate = Estate.objects.get(code="A3")
        Pipe.objects.create(estate=estate, division=estate.division, kind=Pipe.Kind.GAS)
        with pytest.raises(Blocked) as refused:
            undone(one, people)

    assert refused.value.things == [estate]


def test_nothing_is_taken_back_twice_or_before_it_is_stored(people):
    one = stored(people)
    with scope(DISTRICT):
        undone(one, people)
        with pytest.raises(Refusal, match="已入库"):
            undone(one, people)
        with pytest.raises(Refusal, match="已入库"):
            undone(read(begun(people)), people)
