"""A gate opens by its rule, because evidence put a fact into the register."""

from dataclasses import replace
from datetime import timedelta

import pytest

from jiugai.apps.accounts.models import Organisation
from jiugai.apps.accounts.rows import scope
from jiugai.apps.audit.models import Line
from jiugai.apps.projects.gates.records import records_of
from jiugai.apps.projects.gates.supply import Said
from jiugai.apps.projects.models import Cause, Evidence, GateEvent, GateState, Works
from jiugai.apps.projects.project.services import close_project
from jiugai.apps.registry.models import Assessment, Building, Estate, Party, Source
from jiugai.apps.registry.queries.origins import origin_of
from jiugai.apps.registry.services.edit import ChangedMeanwhile, Unfit
from jiugai.kernel.errors import Refusal
from tests.apps.conftest import DISTRICT, STREET
from tests.apps.projects.gates.conftest import ASKED, DAY, file, give, statement, verdict

pytestmark = pytest.mark.django_db


def test_a_new_project_has_every_gate_of_the_law_and_says_what_is_missing(project):
    with scope(DISTRICT):
        states = {one.rule: one for one in GateState.objects.filter(project=project)}

    befores = {rule for rule in states if rule.startswith("bj22.gate.")}
    assert len(befores) == 10
    assert states[ASKED].verdict == "unknown"
    assert states[ASKED].missing == ["residents_asked"]
    assert states["bj22.start.cures"].missing  # asked of the works, not of the estate


@pytest.mark.parametrize("said", [statement, file])
def test_evidence_for_a_fact_opens_the_gate_and_says_where_the_value_is_from(
    project, people, said
):
    evidence = give(project, said(residents_asked="yes"), by=people["clerk"])

    assert verdict(project) == "met"
    with scope(DISTRICT):
        estate = Estate.objects.get(pk=project.estate_id)
        assert estate.facts["residents_asked"] is True
        origin = origin_of(estate, "residents_asked")
        assert (origin.source, origin.source.kind) == (evidence.source, Source.Kind.PROOF)
        assert ASKED in Assessment.objects.get(estate=estate).met
        event = GateEvent.objects.get(project=project, rule=ASKED)
        assert (event.before, event.after, event.cause) == ("unknown", "met", Cause.EVIDENCE)
        assert (event.evidence, event.by) == (evidence, people["clerk"])
        assert event.facts["residents_asked"] is True
        line = Line.objects.get(action="gates.evidence_supplied")
        assert line.detail["facts"] == {"residents_asked": True}


def test_evidence_can_show_that_a_gate_stays_shut(project, people):
    give(project, statement(residents_asked="no"), by=people["clerk"])

    assert verdict(project) == "not_met"


def test_a_number_opens_a_gate_only_where_the_rule_says_so(project, people):
    facts = {"planner_passed": "yes", "notice_complete": "yes", "open_objections": "2"}
    give(project, statement(**facts), by=people["clerk"], rule="bj22.gate.publicity")
    assert verdict(project, "bj22.gate.publicity") == "not_met"

    give(project, statement(open_objections="0"), by=people["clerk"], rule="bj22.gate.publicity")

    assert verdict(project, "bj22.gate.publicity") == "met"


def test_evidence_for_one_building_opens_the_gate_of_the_estate(project, people):
    with scope(DISTRICT):
        building = Building.objects.create(
            estate=project.estate, division=STREET, code="1", name="1号楼",
            facts={"has_guards": True},
        )  # fmt: skip

    give(
        project, statement(guard_consent="yes"), by=people["clerk"],
        rule="bj22.gate.demolition", building=building,
    )  # fmt: skip

    assert verdict(project, "bj22.gate.demolition") == "met"
    with scope(DISTRICT):
        building.refresh_from_db()
        assert building.facts["guard_consent"] is True


def test_evidence_for_the_works_is_kept_with_the_works(project, people):
    facts = {"illegal_removed": "yes", "wall_holes_cured": "yes", "basements_cured": "yes"}

    give(project, statement(**facts), by=people["clerk"], rule="bj22.start.cures")

    assert verdict(project, "bj22.start.cures") == "met"
    with scope(DISTRICT):
        assert Works.objects.get(pk=project.pk).facts["illegal_removed"] is True


def test_a_record_of_the_system_is_evidence_of_what_it_shows(project, people):
    with scope(DISTRICT):
        firm = Organisation.objects.create(name="物业公司", division=DISTRICT)
        Party.objects.create(
            estate=project.estate, division=STREET, organisation=firm, kind=Party.Kind.PROPERTY
        )
        record = next(one for one in records_of(project.estate) if "party" in one.key)
    said = Said(
        kind=Evidence.Kind.RECORD, facts={"property_settled": "yes"}, said_on=DAY,
        record=record.key,
    )  # fmt: skip

    evidence = give(project, said, by=people["clerk"], rule="bj22.gate.property")

    assert "物业公司" in evidence.words
    with pytest.raises(Refusal, match="证明不了"):
        give(
            project, replace(said, facts={"service_standard_settled": "yes"}),
            by=people["clerk"], rule="bj22.gate.property",
        )  # fmt: skip
    with scope(DISTRICT):
        Party.objects.all().delete()
    with pytest.raises(Refusal, match="没有这条记录"):
        give(project, said, by=people["clerk"], rule="bj22.gate.property")


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"facts": {}}, "至少选一项"),
        ({"facts": {"in_reserve": "yes"}}, "不看"),
        ({"speaker": " "}, "写明谁陈述"),
        ({"said_on": DAY + timedelta(days=1)}, "不能晚于今天"),
    ],
)
def test_what_is_no_evidence_is_refused_in_words(project, people, change, words):
    with pytest.raises(Refusal, match=words):
        give(project, replace(statement(residents_asked="yes"), **change), by=people["clerk"])

    with scope(DISTRICT):
        assert not Evidence.objects.exists()


def test_a_value_that_does_not_fit_is_named(project, people):
    with pytest.raises(Unfit) as unfit:
        give(
            project, statement(open_objections="许多"), by=people["clerk"],
            rule="bj22.gate.publicity",
        )  # fmt: skip

    assert "open_objections" in unfit.value.problems


def test_a_gate_that_the_law_does_not_ask_takes_no_evidence(project, people):
    with pytest.raises(Refusal, match="没有这道门槛"):
        give(project, statement(residents_asked="yes"), by=people["clerk"], rule="kf19.x")


def test_a_closed_project_takes_no_evidence(project, people):
    with scope(DISTRICT):
        close_project(project=project, why="居民改变主意", by=people["district_officer"], on=DAY)

    with pytest.raises(Refusal, match="已结束"):
        give(project, statement(residents_asked="yes"), by=people["clerk"])


def test_two_people_on_one_gate_the_second_sees_what_the_first_put_there(project, people):
    seen = project.estate.version
    give(project, replace(statement(residents_asked="no"), version=seen), by=people["clerk"])

    second = replace(statement(residents_asked="yes"), version=seen)
    with pytest.raises(ChangedMeanwhile) as changed:
        give(project, second, by=people["district_officer"])

    assert changed.value.now == {"residents_asked": False}
    with scope(DISTRICT):
        now = Estate.objects.get(pk=project.estate_id).version
    give(project, replace(second, version=now), by=people["district_officer"])
    assert verdict(project) == "met"


def test_two_people_who_say_the_same_both_support_the_fact(project, people):
    seen = project.estate.version
    for name in ("clerk", "district_officer"):
        give(project, replace(statement(residents_asked="yes"), version=seen), by=people[name])

    with scope(DISTRICT):
        assert Evidence.objects.count() == 2
        assert GateEvent.objects.filter(rule=ASKED).count() == 1  # it opened once
