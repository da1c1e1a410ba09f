"""A plan is adopted: frozen, its estates in their years, the plan before it kept for reference."""

from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone

from jiugai.apps.accounts.rows import scope
from jiugai.apps.audit.models import Line
from jiugai.apps.participation.residents.calendar import days_of, past_of
from jiugai.apps.plans.models import Change, Plan
from jiugai.apps.plans.services import adopt as adopting
from jiugai.apps.plans.services.adopt import FactsChanged, Said, adopt
from jiugai.apps.plans.services.again import plan_again
from jiugai.apps.projects.models import Project, Way
from jiugai.apps.projects.project.services import open_project
from jiugai.apps.registry.models import Building, Estate, Stage
from jiugai.kernel.errors import Refusal
from tests.apps.conftest import DISTRICT, OTHER
from tests.apps.plans.conftest import DAY, change, made, money, solve, years_of

SAID = Said("两年计划", "会议纪要 1 号")


@pytest.fixture
def result(scenario, officer):
    return solve(scenario, officer)


def adopted(result, by, said=SAID):
    return adopt(run=result.pk, said=said, by=by, on=DAY)


def stages():
    return dict(Estate.objects.values_list("code", "stage"))


def test_the_chosen_are_in_the_plan_of_their_year_and_have_a_project(result, officer):
    plan = adopted(result, officer)

    years = years_of(result)
    assert {code for code, stage in stages().items() if stage == Stage.PLAN} == set(years)
    found = Project.objects.filter(closed_on=None).select_related("estate")
    assert {one.estate.code: one.year for one in found} == years
    assert {one.way for one in found} == {Way.TASK}
    assert (plan.digest, plan.version, plan.span) == (result.digest, 1, (2026, 2027))
    assert Line.objects.filter(action="plans.adopted").get().detail["digest"] == plan.digest


def test_households_are_told_the_plan_and_the_year_of_their_estate(result, officer, estates):
    plan = adopted(result, officer)
    code, year = next(iter(years_of(result).items()))
    estate = next(one for one in estates if one.code == code)
    building = Building.objects.create(estate=estate, code="9", division=estate.division)

    with scope(building.division):  # a plan is one of the district
        past = past_of(building, on=DAY + timedelta(days=1))
        to_come = [one.title for one in days_of(building, on=DAY) if one.is_year]

    told = {(one.what, one.title, one.first) for one in past}
    assert ("改造计划确定", f"{plan.name}：本小区排在 {year} 年", DAY) in told
    assert to_come == [f"本小区列入 {year} 年改造计划"]


def test_an_open_project_gets_the_year_and_stays_what_it_is(result, officer, estates):
    code = next(iter(years_of(result)))
    estate = next(one for one in estates if one.code == code)
    project = open_project(estate=estate, way=Way.APPLICATION, by=officer, on=DAY)

    adopted(result, officer)

    project.refresh_from_db()
    assert (project.year, project.way) == (years_of(result)[code], Way.APPLICATION)


def test_a_plan_whose_facts_changed_is_shown_and_refused_without_a_reason(
    result, officer, estates
):
    estates[2].facts = {**estates[2].facts, "household_count": 7}
    estates[2].save(update_fields=["facts"])

    with pytest.raises(FactsChanged) as refused:
        adopted(result, officer)
    assert refused.value.estates == ("丙里",)
    assert not Plan.objects.exists()

    plan = adopted(result, officer, Said("两年计划", "会议纪要 1 号", "户数复核不影响排序"))
    assert plan.reason == "户数复核不影响排序"


def test_an_estate_that_came_since_counts_as_a_change(result, officer, estates):
    Estate.objects.create(code="NEW", division=estates[0].division, facts={"name": "新里"})

    with pytest.raises(FactsChanged) as refused:
        adopted(result, officer)
    assert refused.value.estates == ("新里",)


def test_works_that_began_meanwhile_are_not_planned_even_with_a_reason(result, officer, estates):
    begun = next(one for one in estates if one.code in years_of(result))
    begun.stage = Stage.WORKS
    begun.save(update_fields=["stage"])

    with pytest.raises(Refusal, match="已经开工"):
        adopted(result, officer, Said("两年计划", "会议纪要 1 号", "不管"))
    assert not Plan.objects.exists()


def test_a_result_is_adopted_once_and_never_without_a_basis(result, officer):
    with pytest.raises(Refusal, match="依据"):
        adopted(result, officer, Said("两年计划", " "))
    adopted(result, officer)
    with pytest.raises(Refusal, match="已经采用"):
        adopted(result, officer)


def test_a_policy_that_is_only_tried_is_not_adopted(scenario, officer):
    proposal = {"numbers": {"xc18.early_year": "1995"}}
    result = solve(change(scenario, officer, proposal=proposal), officer)

    with pytest.raises(Refusal, match="试行的政策"):
        adopted(result, officer)


def test_a_new_version_takes_the_place_of_the_old_one_and_says_what_it_changed(
    result, officer, scenario
):
    first = adopted(result, officer)
    scenario = change(scenario, officer, money=money(900, 900))
    later = solve(scenario, officer)

    second = adopted(later, officer, Said("两年计划", "会议纪要 2 号", "资金减少"))

    first.refresh_from_db()
    assert (first.ended_on, second.version) == (DAY, 2)
    change_ = Change.objects.get()
    assert (change_.before, change_.after, change_.reason) == (first, second, "资金减少")
    assert (change_.before_digest, change_.after_digest) == (first.digest, second.digest)
    gone = set(years_of(result)) - set(years_of(later))
    assert gone
    assert {stages()[code] for code in gone} == {Stage.RESERVE}
    assert set(Project.objects.filter(estate__code__in=gone).values_list("year", flat=True)) == {
        None
    }
    assert {item["key"] for item in change_.items} >= gone
    assert first.result.places.filter(year__isnull=False).count() == len(years_of(result))


def test_planning_on_changes_no_more_than_is_allowed(result, officer):
    plan = adopted(result, officer)
    again = plan_again(plan=plan, by=officer, on=DAY, at=timezone.now())
    again = change(again, officer, changes=2, money=money(1500, 2600))

    later = solve(again, officer)

    assert len(later.content["changes"]) <= 2
    assert adopted(later, officer).version == 2
    with pytest.raises(Refusal, match="取代"):
        plan_again(plan=Plan.objects.get(pk=plan.pk), by=officer, on=DAY, at=timezone.now())


def test_what_stops_in_the_middle_of_an_adoption_leaves_no_half_plan(result, officer, monkeypatch):
    calls = []

    def die(**named):
        calls.append(named)
        if len(calls) > 2:
            raise RuntimeError("the power is gone")

    monkeypatch.setattr(adopting, "set_stage", die)
    with pytest.raises(RuntimeError), transaction.atomic():
        adopted(result, officer)

    assert len(calls) == 3
    assert not Plan.objects.exists()
    assert not Project.objects.exists()
    assert set(stages().values()) == {Stage.LEDGER}


def test_the_plan_of_another_district_is_not_seen(result, officer):
    plan = adopted(result, officer)

    with scope(OTHER):
        assert not Plan.objects.filter(pk=plan.pk).exists()
    with scope(DISTRICT):
        assert Plan.objects.filter(pk=plan.pk).exists()


def test_who_has_a_year_in_a_plan_for_other_years_is_not_planned_twice(result, officer):
    adopted(result, officer)
    later = made("后续", officer)
    later.day = DAY.replace(year=2028)
    later.asked = {**later.asked, "money": money(0, 0, 800)}
    later.save()

    found = solve(later, officer)
    adopted(found, officer, Said("后续计划", "会议纪要 3 号"))

    assert years_of(found)
    assert not set(years_of(found)) & set(years_of(result))
    assert Plan.objects.filter(ended_on=None).count() == 2


def test_a_plan_whose_years_are_over_is_not_planned_on(result, officer):
    plan = adopted(result, officer)

    with pytest.raises(Refusal, match="年份已经过去"):
        plan_again(plan=plan, by=officer, on=DAY.replace(year=2029), at=timezone.now())
