"""Kept states follow facts, imports and the law; only what changed is written."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from jiugai.apps.accounts.rows import scope
from jiugai.apps.projects.gates.recompute import recompute
from jiugai.apps.projects.models import Cause, GateEvent, GateState, Project, Way
from jiugai.apps.registry.law import law_for
from jiugai.apps.registry.models import Building, Estate
from jiugai.apps.registry.services.edit import set_facts
from tests.apps.conftest import DISTRICT, STREET
from tests.apps.projects.gates.conftest import ASKED, DAY, verdict

pytestmark = pytest.mark.django_db
ROWS = 60  # more than are judged one by one


@pytest.fixture
def projects(people):
    """Return many open projects, their gates worked out."""
    with scope(DISTRICT):
        estates = Estate.objects.bulk_create(
            Estate(
                code=f"M{n}", division=STREET,
                facts={"name": f"第{n}里", "residents_asked": n % 3 == 0},
            )
            for n in range(ROWS)
        )  # fmt: skip
        Building.objects.bulk_create(
            Building(estate=one, division=STREET, code="1", facts={"has_guards": n % 2 == 0})
            for n, one in enumerate(estates)
        )
        found = Project.objects.bulk_create(
            Project(
                estate=one, division=STREET, number=f"X{n}", way=Way.TASK, opened_on=DAY,
                opened_by=people["district_officer"],
            )
            for n, one in enumerate(estates)
        )  # fmt: skip
        recompute([one.pk for one in found], day=DAY)
        return found


def test_many_are_judged_as_one_is(projects):
    law = law_for(STREET, DAY)
    with scope(DISTRICT):
        for project in projects[:7]:
            known = {**project.estate.known}
            known["building"] = [one.known for one in project.estate.buildings.all()]
            for state in GateState.objects.filter(project=project):
                facts = known if law.rules[state.rule].subject.__name__ == "Estate" else {}
                found = law.judge(state.rule, facts)
                assert state.verdict == found.verdict.value
                assert state.missing == list(found.missing)
                assert state.because == list(map(str, found.because))


def test_nothing_is_written_where_nothing_changed(projects):
    with (
        scope(DISTRICT),
        CaptureQueriesContext(
            connection,
        ) as asked,
    ):
        assert recompute([one.pk for one in projects], day=DAY) == 0

    assert not [one["sql"] for one in asked if "INSERT" in one["sql"]]


def test_a_fact_that_comes_in_another_way_moves_the_gate_and_says_so(projects, people):
    project = projects[1]
    with scope(DISTRICT):
        estate = Estate.objects.get(pk=project.estate_id)
        set_facts(estate, {"residents_asked": "yes"}, by=people["clerk"], on=DAY)

        event = GateEvent.objects.filter(project=project, rule=ASKED).first()
        assert (event.before, event.after, event.cause) == ("not_met", "met", Cause.FACTS)
    assert verdict(project) == "met"


def test_only_the_rows_that_a_fact_touches_are_written(projects):
    with scope(DISTRICT):
        before = dict(GateState.objects.values_list("pk", "digest"))
        estates = Estate.objects.filter(projects__in=projects[:10])
        for one in estates:
            one.facts["duties_assigned"] = True
            one.save()
        written = recompute([one.pk for one in projects], day=DAY)
        after = dict(GateState.objects.values_list("pk", "digest"))

    assert written == 10
    assert sum(before[pk] != digest for pk, digest in after.items()) == 10


def test_a_gate_that_the_law_asks_no_more_goes_and_leaves_its_trace(projects):
    with scope(DISTRICT):
        recompute([projects[0].pk], day=date(2019, 1, 1))  # before BJ22

        assert not GateState.objects.filter(project=projects[0], rule=ASKED).exists()
        event = GateEvent.objects.filter(project=projects[0], rule=ASKED).first()
        assert (event.before, event.after) == ("met", "")
        recompute([projects[0].pk], day=DAY)
        assert GateState.objects.get(project=projects[0], rule=ASKED).verdict == "met"


def test_another_district_recomputes_nothing_here(projects):
    with scope("110102"):
        assert recompute([one.pk for one in projects], day=DAY) == 0
