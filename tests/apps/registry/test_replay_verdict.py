"""A stored verdict is computed again from the stored facts and the law of its day."""

from datetime import date

import pytest

from jiugai.apps.accounts.rows import scope
from jiugai.apps.audit.models import Line
from jiugai.apps.registry.models import Assessment, Estate
from jiugai.apps.registry.services.assess import assess
from tests.apps.conftest import DISTRICT

pytestmark = pytest.mark.django_db


@pytest.fixture
def judged(estate):
    """Return an estate that was judged."""
    with scope(DISTRICT):
        assess([estate.pk], day=date(2026, 6, 1))
    return estate


def lines():
    with scope(""):
        return list(Line.objects.filter(action="audit.replayed"))


def test_what_was_not_touched_comes_out_the_same(signed_in, judged):
    answer = signed_in("auditor").post(f"/estates/{judged.pk}/replay")

    assert "0 个不同" in answer.text
    (line,) = lines()
    assert line.detail["differing"] == []
    assert line.detail["same_rulebook"] is True
    assert line.detail["verdicts"] > 10


def test_a_verdict_that_was_altered_and_facts_that_were_are_found(signed_in, judged):
    with scope(DISTRICT):
        stored = Assessment.objects.get(estate=judged)
        moved = stored.met.pop() if stored.met else stored.unknown.pop()
        stored.not_met.append(moved)
        stored.save()
    answer = signed_in("auditor").post(f"/estates/{judged.pk}/replay")

    assert lines()[0].detail["differing"] == [moved]
    assert "1 个不同" in answer.text
    with scope(DISTRICT):
        Estate.objects.filter(pk=judged.pk).update(facts={"name": "玉兰里", "built_year": 2015})
    signed_in("auditor").post(f"/estates/{judged.pk}/replay")
    assert len(lines()[0].detail["differing"]) > 1


def test_another_rulebook_is_said(signed_in, judged):
    with scope(DISTRICT):
        Assessment.objects.filter(estate=judged).update(digest="0" * 64)

    assert "规则库与当时不同" in signed_in("auditor").post(f"/estates/{judged.pk}/replay").text


def test_looking_computes_and_records_nothing(signed_in, judged):
    assert signed_in("auditor").get(f"/estates/{judged.pk}/replay").status_code == 200
    assert lines() == []


@pytest.mark.parametrize(("who", "status"), [("clerk", 403), ("stranger", 403)])
def test_who_may_not_verify_is_refused(signed_in, judged, who, status):
    assert signed_in(who).post(f"/estates/{judged.pk}/replay").status_code == status


def test_an_estate_of_another_division_is_not_there(signed_in, people, judged):
    from jiugai.apps.accounts.models import Appointment

    Appointment.objects.filter(person=people["auditor"]).update(division="110102")

    assert signed_in("auditor").post(f"/estates/{judged.pk}/replay").status_code == 404
