"""A closed survey of demand is evidence of consensus for the items that enough households want."""

from datetime import date

import pytest

from jiugai.apps.accounts.rows import scope
from jiugai.apps.projects.gates.parts.cover import Covering, cover
from jiugai.apps.projects.gates.parts.records import part_records
from jiugai.apps.projects.menus.services import choose_basic
from jiugai.apps.projects.models import Evidence, GateState, PartProof
from jiugai.apps.registry.chosen import forget_choices
from jiugai.apps.registry.models import ChosenReading
from jiugai.asking.form import Choice, Form, Kind, Question
from jiugai.kernel.errors import Refusal
from tests.apps.conftest import DISTRICT
from tests.apps.projects.gates.conftest import verdict
from tests.apps.surveys.conftest import DAY, asking  # noqa: F401 - a fixture

pytestmark = pytest.mark.django_db
PARTS = "bj22.consensus.part"
#: Of twelve households so many want the first item, and the second; the third nobody.
WANT = (7, 6)


@pytest.fixture
def items(project, asking, people):  # noqa: F811
    """Return three items of a project's works of which the gate says that consent is missing."""
    with scope(DISTRICT):
        choose_basic(project=project, document="xc18", by=people["clerk"], on=DAY)
        state = GateState.objects.get(project=project, rule=PARTS)
    return [one.removeprefix("item:") for one in state.missing][:3]


@pytest.fixture
def survey(asking, items):  # noqa: F811
    """Return a closed survey in which seven of twelve want one item, six another, none a third."""
    wants = Question("wants", Kind.MANY, {"zh": "想要什么？"}, choices="items")
    listed = {"items": tuple(Choice(one, {"zh": one}) for one in items)}
    survey = asking.opened(asked=Form("问需于民", (wants,), listed))
    for number in range(max(WANT)):
        wanted = [item for item, most in zip(items, WANT, strict=False) if number < most]
        asking.answer(survey, number, {"wants": " ".join(wanted)})
    return asking.closed(survey)


def covered(project, survey, items, by, on):
    with scope(DISTRICT):
        said = Covering(
            kind=Evidence.Kind.RECORD,
            items=items,
            facts={},
            said_on=DAY,
            record=f"survey:{survey.pk}",
        )
        return cover(project=project, rule=PARTS, said=said, by=by, on=on)


def missing(project):
    with scope(DISTRICT):
        return GateState.objects.get(project=project, rule=PARTS).missing


def test_it_speaks_of_what_more_than_half_of_all_households_want(project, survey, items, people):
    evidence = covered(project, survey, items[:1], people["clerk"], DAY)

    assert "7/12 户作答" in evidence.words
    assert f"item:{items[0]}" not in missing(project)
    assert verdict(project, PARTS) == "unknown"  # the other parts still wait
    with scope(DISTRICT):
        proofs = PartProof.objects.filter(evidence=evidence)
        assert {one.item for one in proofs} == {items[0]}
        assert all(one.facts == {"consensus_reached": True} for one in proofs)


def test_half_of_them_is_not_enough_and_silence_is_no_consent(project, survey, items, people):
    for item in items[1:]:
        with pytest.raises(Refusal, match="没有问到"):
            covered(project, survey, [item], people["clerk"], DAY)
    with scope(DISTRICT):
        assert not PartProof.objects.exists()


def test_an_office_that_asks_for_two_thirds_has_no_consensus_in_it(project, survey, people, items):
    ChosenReading.objects.create(
        place=DISTRICT,
        reading="bj22.consensus",
        option="two_thirds",
        reason="联席会定的",
        since=date(2026, 1, 1),
        by=people["district_officer"],
    )
    forget_choices()  # the next transaction would by itself
    with scope(DISTRICT):
        assert part_records(project.estate, day=DAY) == []
    with pytest.raises(Refusal, match="没有这条记录"):
        covered(project, survey, items[:1], people["clerk"], DAY)


def test_a_survey_that_still_runs_proves_nothing(project, asking, items, people):  # noqa: F811
    survey = asking.opened()

    with pytest.raises(Refusal, match="没有这条记录"):
        covered(project, survey, items[:1], people["clerk"], DAY)
