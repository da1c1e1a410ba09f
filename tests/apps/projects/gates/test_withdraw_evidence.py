"""Evidence that is withdrawn takes its facts back, and the gate shuts by rule."""

import pytest

from jiugai.apps.accounts.rows import scope
from jiugai.apps.projects.gates.listing import shut_again
from jiugai.apps.projects.gates.withdraw import effects_of, withdraw
from jiugai.apps.projects.models import Cause, Evidence, GateEvent, Project
from jiugai.apps.registry.models import Estate
from jiugai.apps.registry.services.edit import set_facts
from jiugai.kernel.errors import Refusal
from tests.apps.conftest import DISTRICT
from tests.apps.projects.gates.conftest import ASKED, DAY, give, statement, verdict

pytestmark = pytest.mark.django_db


def back(evidence, by, why="签名是代签的"):
    """Withdraw evidence in the district's scope."""
    with scope(DISTRICT):
        return withdraw(pk=evidence.pk, why=why, by=by, on=DAY)


def fact(project, name="residents_asked"):
    """Return the present value of a fact of the estate."""
    with scope(DISTRICT):
        return Estate.objects.get(pk=project.estate_id).facts.get(name)


def test_the_gate_shuts_and_those_who_relied_on_it_are_told(project, people):
    evidence = give(project, statement(residents_asked="yes"), by=people["clerk"])

    back(evidence, people["district_officer"])

    assert (fact(project), verdict(project)) == (None, "unknown")
    with scope(DISTRICT):
        event = GateEvent.objects.filter(rule=ASKED).first()
        assert (event.before, event.after, event.cause) == ("met", "unknown", Cause.WITHDRAWAL)
        assert [one.rule for one in shut_again(Project.objects.all())] == [ASKED]
        kept = Evidence.objects.get(pk=evidence.pk)
        assert (kept.withdrawn_why, kept.withdrawn_by) == (
            "签名是代签的", people["district_officer"],
        )  # fmt: skip


def test_other_evidence_that_still_stands_keeps_the_gate_open(project, people):
    first = give(project, statement(residents_asked="yes"), by=people["clerk"])
    second = give(project, statement(residents_asked="yes"), by=people["clerk"])

    back(second, people["clerk"])
    assert verdict(project) == "met"
    back(first, people["clerk"])

    assert (fact(project), verdict(project)) == (None, "unknown")


def test_a_value_of_evidence_that_was_withdrawn_does_not_come_back(project, people):
    first = give(project, statement(residents_asked="yes"), by=people["clerk"])
    second = give(project, statement(residents_asked="no"), by=people["clerk"])

    back(first, people["clerk"])
    assert (fact(project), verdict(project)) == (False, "not_met")
    back(second, people["clerk"])

    assert fact(project) is None


def test_what_the_ledger_said_before_comes_back_with_its_source(project, people):
    with scope(DISTRICT):
        estate = Estate.objects.get(pk=project.estate_id)
        set_facts(estate, {"residents_asked": "no"}, by=people["clerk"], on=DAY, reason="台账")
    evidence = give(project, statement(residents_asked="yes"), by=people["clerk"])

    back(evidence, people["clerk"])

    assert (fact(project), verdict(project)) == (False, "not_met")


def test_a_value_that_another_source_gave_since_stays(project, people):
    evidence = give(project, statement(residents_asked="yes"), by=people["clerk"])
    with scope(DISTRICT):
        estate = Estate.objects.get(pk=project.estate_id)
        set_facts(estate, {"residents_asked": "no"}, by=people["clerk"], on=DAY, reason="复核")
        assert verdict(project) == "not_met"
        (effect,) = effects_of(Evidence.objects.get(pk=evidence.pk))
        assert not effect.is_changed

    back(evidence, people["clerk"])

    assert fact(project) is False


def test_withdrawing_says_beforehand_what_it_undoes(project, people):
    evidence = give(project, statement(residents_asked="yes"), by=people["clerk"])

    with scope(DISTRICT):
        (effect,) = effects_of(Evidence.objects.get(pk=evidence.pk))

    assert (effect.now, effect.then, effect.is_changed) == ("是", "不详", True)


def test_it_takes_a_reason_and_happens_once(project, people):
    evidence = give(project, statement(residents_asked="yes"), by=people["clerk"])

    with pytest.raises(Refusal, match="理由"):
        back(evidence, people["clerk"], why=" ")
    back(evidence, people["clerk"])
    with pytest.raises(Refusal, match="已由clerk撤回"):
        back(evidence, people["clerk"])


def test_nobody_can_erase_evidence_or_history(project, people):
    from django.db import ProgrammingError, transaction

    evidence = give(project, statement(residents_asked="yes"), by=people["clerk"])
    for thing in (evidence.claims.model, Evidence, GateEvent):
        with (
            pytest.raises(ProgrammingError), scope(DISTRICT), transaction.atomic()
        ):  # fmt: skip
            thing.objects.all()._raw_delete("default")
