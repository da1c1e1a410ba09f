"""Ways of doing it: compared by the core's model, adopted, their steps taken."""

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from django.db import ProgrammingError, transaction

from jiugai.apps.accounts.models import Kind, Organisation
from jiugai.apps.accounts.permissions import Permission
from jiugai.apps.accounts.rows import scope
from jiugai.apps.audit.models import Line
from jiugai.apps.projects.models import Adoption, StepTaken, Way
from jiugai.apps.projects.modes.catalogue import BY_ID, MODES, Income
from jiugai.apps.projects.modes.money import Given, compare, model_of
from jiugai.apps.projects.modes.queries import adopted
from jiugai.apps.projects.modes.services import adopt, end, take_step
from jiugai.apps.projects.project.services import open_project
from jiugai.apps.registry.models import Party
from jiugai.kernel.errors import Refusal
from jiugai.policy.rulebook import rulebook
from tests.apps.conftest import DISTRICT

pytestmark = pytest.mark.django_db

DAY = date(2026, 6, 1)


@pytest.fixture
def project(estate, people):
    """Return an open project of the estate."""
    with scope(DISTRICT):
        return open_project(
            estate=estate, way=Way.APPLICATION, by=people["district_officer"], on=DAY
        )


def take(project, by, mode="jinsong"):
    """Adopt a way for a project."""
    with scope(DISTRICT):
        return adopt(project=project, mode=mode, reason="街道已谈妥", by=by, on=DAY)


def given(**more):
    """Return what an office assumes of money."""
    said = {
        "investment": Decimal(1000),
        "term": 10,
        "discount": Fraction(5, 100),
        "interest": Fraction(4, 100),
        "growth": Fraction(0),
        "cost": Fraction(1, 2),
        "incomes": dict.fromkeys(Income, Decimal(50)),
        "subsidy": {one.id: one.subsidy for one in MODES},
        "loan": {one.id: one.loan for one in MODES},
    }
    return Given(**(said | more))


@pytest.mark.parametrize("mode", MODES, ids=lambda one: one.id)
def test_every_way_cites_clauses_and_gates_that_there_are(mode):
    known = {one.clause for document in rulebook().documents.values() for one in document.clauses}

    assert set(mode.clauses) <= known
    assert set(mode.checks) <= set(rulebook().rules)
    assert len({one.key for one in mode.steps}) == len(mode.steps)


def test_a_way_earns_only_what_belongs_to_it():
    model = model_of(BY_ID["property_plus"], given(), first=2026)

    assert [one.name for one in model.incomes] == [
        "物业费（使用者付费）",
        "养老、托育、便民等服务",
    ]
    assert (model.subsidies[0].cents, model.loans) == (700 * 1_000_000, ())
    assert model.costs[0].cents == 50 * 1_000_000


def test_more_subsidy_leaves_less_to_earn_back():
    half = given(subsidy={one.id: Fraction(1, 2) for one in MODES})
    none = given(subsidy=dict.fromkeys(BY_ID, Fraction(0)))
    mode = [BY_ID["jinsong"]]

    with_it = compare(mode, half, division=DISTRICT, day=DAY).sides[0].study.outcome
    without = compare(mode, none, division=DISTRICT, day=DAY).sides[0].study.outcome

    # What a subsidy pays is not depreciated, so that some of it goes into income tax.
    assert 0 < with_it.npv - without.npv < 500 * 1_000_000
    assert (without.payback, with_it.payback is None) == (None, False)


def test_ways_stand_side_by_side_in_a_table_and_a_chart():
    found = compare(MODES, given(), division=DISTRICT, day=DAY)

    assert [one.heading for one in found.table.columns][1:] == [str(one.title) for one in MODES]
    assert found.chart.count("<polyline") >= len(MODES)
    assert all(side.sensitivity.rows for side in found.sides)


def test_a_project_adopts_one_way_at_a_time(project, people):
    take(project, people["district_officer"])

    with pytest.raises(Refusal, match="已采用“劲松模式”"):
        take(project, people["district_officer"], "shoukai")
    with scope(DISTRICT):
        with pytest.raises(Refusal, match="终止的理由"):
            end(project=project, why=" ", by=people["district_officer"], on=DAY)
        end(project=project, why="企业退出", by=people["district_officer"], on=DAY)
    take(project, people["district_officer"], "shoukai")
    with scope(DISTRICT):
        assert Adoption.objects.count() == 2
        assert Line.objects.filter(action="modes.ended", reason="企业退出").exists()


def test_roles_are_filled_by_the_parties_of_the_estate(project, people):
    take(project, people["district_officer"])
    with scope(DISTRICT):
        assert adopted(project).empty_roles == 3
        firm = Organisation.objects.create(
            name="愿景公司", kind=Kind.IMPLEMENTER, division=DISTRICT
        )
        Party.objects.create(
            estate=project.estate, division=project.division, organisation=firm, kind="investor"
        )
        found = adopted(project)
    assert found.empty_roles == 2
    assert [one.organisation.name for one in dict(found.roles)[Party.Kind.INVESTOR]] == [
        "愿景公司"
    ]


def test_a_step_is_taken_once_and_not_in_days_to_come(project, people):
    take(project, people["district_officer"])
    clerk = people["clerk"]
    said = {"project": project, "step": "asked", "words": "入户 300 户", "by": clerk, "on": DAY}
    with scope(DISTRICT):
        with pytest.raises(Refusal, match="不能晚于今天"):
            take_step(**said, done_on=DAY + timedelta(days=1))
        take_step(**said, done_on=DAY)
        with pytest.raises(Refusal, match="clerk已登记这一步于 2026-06-01 完成"):
            take_step(**said, done_on=DAY)
        with pytest.raises(Refusal, match="没有这一步"):
            take_step(**(said | {"step": "assets"}), done_on=DAY)
        assert adopted(project).taken == 1
        with pytest.raises(ProgrammingError), transaction.atomic():
            StepTaken.objects.update(words="改")


def test_the_next_step_is_a_to_do_and_a_form(project, people, signed_in):
    take(project, people["district_officer"])
    at = f"/projects/{project.pk}/mode"

    today = signed_in("district_officer").get("/today").content.decode()
    assert "劲松模式：还有 3 个角色没有落实单位" in today
    answer = signed_in("clerk").post(f"{at}/steps/asked", {"done_on": "", "words": "已做完"})
    assert answer.status_code == 422
    assert 'value="已做完"' in answer.content.decode()
    done = signed_in("clerk").post(
        f"{at}/steps/asked", {"done_on": "2026-06-01", "words": "已做完"}
    )
    assert done.status_code == 302
    assert "已做完" in signed_in("auditor").get(at).content.decode()
    assert signed_in("stranger").get(at).status_code == 404


def test_only_who_may_adopts(project, signed_in):
    said = {"mode": "jinsong", "reason": "试"}
    at = f"/projects/{project.pk}/mode/adopt"

    assert signed_in("clerk").post(at, said).status_code == 403, Permission.ADOPT_MODE
    assert signed_in("stranger").post(at, said).status_code == 404
    with scope(DISTRICT):
        assert not Adoption.objects.exists()


def test_the_comparison_is_filled_from_the_estate_and_refuses_too_much(estate, project, signed_in):
    with scope(DISTRICT):
        estate.facts |= {"floor_area_m2": 50_000.0, "household_count": 600}
        estate.save()
    client = signed_in("district_officer")
    page = client.get(f"/modes/compare?estates={estate.pk}").content.decode()
    assert 'value="4000.00"' in page

    said = {
        "modes": ["jinsong", "shoukai"], "investment": "4000", "term": "20", "discount": "5",
        "interest": "4", "growth": "2", "cost": "60",
    }  # fmt: skip
    said |= {f"income_{one.value}": "80" for one in Income}
    said |= {f"subsidy_{one.id}": "50" for one in MODES} | {
        f"loan_{one.id}": "20" for one in MODES
    }
    found = client.get("/modes/compare", said)
    assert found.status_code == 200
    assert "项目内部收益率" in found.content.decode()
    refused = client.get("/modes/compare", said | {"loan_jinsong": "60"})
    assert refused.status_code == 422
    assert "合计不能超过投资" in refused.content.decode()
