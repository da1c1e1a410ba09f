"""A named person lets a project pass a gate with a reason that stays; it is no verdict."""

import pytest
from django.db import ProgrammingError, transaction

from jiugai.apps.accounts.rows import scope
from jiugai.apps.audit.models import Line
from jiugai.apps.projects.gates.override import end_override, override
from jiugai.apps.projects.models import Cause, GateEvent, GateState, Override
from jiugai.kernel.errors import Refusal
from tests.apps.conftest import DISTRICT
from tests.apps.projects.gates.conftest import ASKED, DAY, give, statement, verdict

pytestmark = pytest.mark.django_db


def through(project, by, reason="区长办公会同意先行"):
    """Override a gate in the district's scope."""
    with scope(DISTRICT):
        return override(project=project, rule=ASKED, reason=reason, by=by, on=DAY)


def state(project):
    """Return the kept state of the gate."""
    with scope(DISTRICT):
        return GateState.objects.select_related("override").get(project=project, rule=ASKED)


def test_the_project_passes_and_the_verdict_stays(project, people):
    found = through(project, people["district_officer"])

    now = state(project)
    assert (now.verdict, now.is_open, now.override) == ("unknown", True, found)
    with scope(DISTRICT):
        event = GateEvent.objects.get(rule=ASKED)
        assert (event.cause, event.override) == (Cause.OVERRIDE, found)
        assert Line.objects.get(action="gates.overridden").reason == "区长办公会同意先行"


def test_a_gate_that_is_met_later_keeps_the_override_visible_until_it_is_ended(project, people):
    found = through(project, people["district_officer"])
    give(project, statement(residents_asked="yes"), by=people["clerk"])

    now = state(project)
    assert (now.verdict, now.override) == ("met", found)
    with scope(DISTRICT):
        end_override(pk=found.pk, why="已符合", by=people["city_officer"], on=DAY)

    now = state(project)
    assert (now.verdict, now.is_open, now.override) == ("met", True, None)
    with scope(DISTRICT):
        kept = Override.objects.get(pk=found.pk)
        assert (kept.reason, kept.ended_by) == ("区长办公会同意先行", people["city_officer"])


def test_ending_shuts_a_gate_that_no_rule_opened(project, people):
    found = through(project, people["district_officer"])

    with scope(DISTRICT):
        end_override(pk=found.pk, why="情况有变", by=people["district_officer"], on=DAY)
        assert GateEvent.objects.filter(rule=ASKED).first().cause == Cause.ENDED

    assert not state(project).is_open
    with scope(DISTRICT), pytest.raises(Refusal, match="已由district_officer终止"):
        end_override(pk=found.pk, why="再终止", by=people["district_officer"], on=DAY)


def test_an_open_gate_needs_none_and_there_is_one_at_a_time(project, people):
    with pytest.raises(Refusal, match="理由"):
        through(project, people["district_officer"], reason=" ")
    through(project, people["district_officer"])
    with pytest.raises(Refusal, match="已由district_officer放行"):
        through(project, people["city_officer"])


def test_a_gate_that_its_rule_opened_is_not_overridden(project, people):
    give(project, statement(residents_asked="yes"), by=people["clerk"])

    assert verdict(project) == "met"
    with pytest.raises(Refusal, match="已经符合"):
        through(project, people["district_officer"])


def test_an_override_cannot_be_erased(project, people):
    found = through(project, people["district_officer"])

    with pytest.raises(ProgrammingError), scope(DISTRICT), transaction.atomic():
        Override.objects.filter(pk=found.pk)._raw_delete("default")
