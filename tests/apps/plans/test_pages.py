"""The pages of pool, studio and plans, as plain forms."""

import re

import pytest
from django.urls import reverse

from jiugai.apps.accounts.permissions import Permission
from jiugai.apps.accounts.roles import ROLES
from jiugai.apps.accounts.rows import scope
from jiugai.apps.jobs.models import Job
from jiugai.apps.plans.asked import orders_in
from jiugai.apps.plans.forms.asked import AskedForm
from jiugai.apps.plans.models import Place, Plan, Run, Scenario, Trial
from jiugai.apps.plans.services.adopt import Said, adopt
from jiugai.apps.plans.services.runs import start_run
from tests.apps.conftest import DISTRICT, STREET
from tests.apps.plans.conftest import DAY, change, made, solve, years_of


@pytest.fixture
def qu(signed_in):
    return signed_in("district_officer")


def typed(scenario, **changed):
    """Return what a browser sends of the studio's form as it is shown, with some of it changed."""
    form = AskedForm(asked=scenario.asked, span=scenario.span, version=scenario.version)
    said = {name: form[name].value() for name in form.fields}
    return {k: v for k, v in said.items() if v is not None and v is not False} | changed


def post(client, name, pk, said):
    return client.post(reverse(f"plans:{name}", args=[pk]), said)


def text_of(answer):
    return re.sub(r"<[^>]+>", " ", answer.content.decode())


def test_permissions_for_plans_are_with_the_offices_that_draw_them_up():
    holders = {
        permission: {
            role.value for role, known in ROLES.items() if permission in known.permissions
        }
        for permission in (Permission.MAKE_PLANS, Permission.ADOPT_PLANS)
    }

    assert holders == {key: {"city_officer", "district_officer"} for key in holders}


def test_the_pool_shows_everybody_in_order_with_what_blocks(qu, estates):
    page = qu.get(reverse("plans:pool"))

    said = text_of(page)
    assert "共 12 个小区" in said
    assert said.index("甲里") < said.index("丑里")  # older, needier
    assert "怎样排的" in said


def test_the_pool_shows_what_would_stop_a_plan_beside_the_estate(qu, estates):
    with scope(DISTRICT):
        one = estates[0]
        one.facts |= {"mandatory": True, "earliest_year": 2090}
        one.save()

    page = qu.get(reverse("plans:pool"))

    assert page.status_code == 200
    assert f"{one.name}" in text_of(page)
    assert "台账标为必做，但" in text_of(page)


def test_without_two_scenarios_the_comparison_says_what_to_do(qu, estates):
    said = text_of(qu.get(reverse("plans:compare")))

    assert "还没有可以对照的方案" in said
    assert "去看方案" in said


def test_the_pool_is_filtered_and_taken_home(qu, estates):
    assert "共 1 个小区" in text_of(qu.get(reverse("plans:pool"), {"q": "丙里"}))
    book = qu.get(reverse("plans:pool_export"), {"q": "丙里"})

    assert b"".join(book.streaming_content)[:2] == b"PK"


def test_ticked_estates_go_into_a_scenario(qu, scenario):
    answer = qu.post(reverse("plans:nominate"), {"scenario": scenario.pk, "keys": ["T04", "T05"]})

    assert answer.url == scenario.get_absolute_url()
    scenario.refresh_from_db()
    assert set(orders_in(scenario.asked)) == {"T04", "T05"}


def test_a_nomination_without_a_scenario_keeps_the_ticks_and_says_what_to_do(qu, scenario):
    answer = qu.post(reverse("plans:nominate"), {"keys": ["T04"]})

    assert answer.status_code == 422
    assert "请选择提名进哪个方案" in text_of(answer)
    assert re.search(r'value="T04" checked', answer.content.decode())


def test_saving_and_solving_starts_a_run_in_the_background(qu, scenario):
    answer = post(qu, "change", scenario.pk, typed(scenario, do="solve", carry="on"))

    assert answer.status_code == 302
    scenario.refresh_from_db()
    assert scenario.asked["carry"] is True
    run = Run.objects.get()
    assert (run.version, run.job.kind, run.job.state) == (2, "plans.solve", "waiting")
    assert "停下，用已有的最好结果" in text_of(qu.get(scenario.get_absolute_url()))


def test_the_form_round_trips_without_changing_what_is_asked(qu, scenario, officer):
    scenario = change(
        scenario,
        officer,
        demands=[
            {"kind": "配额", "subject": "全部", "year": "每年", "least": "1", "unit": "小区"}
        ],
        weights={"later": 0.9, "parts": {"age": 40.0}},
        capacity={"estates": 9},
        assumptions={"source": "概算", "cost_per_m2": {"basic": 700.0}},
    )
    before = scenario.asked

    post(qu, "change", scenario.pk, typed(scenario, do="save"))

    scenario.refresh_from_db()
    assert scenario.asked == before


def test_a_click_locks_an_estate_and_solves_again(qu, scenario):
    answer = post(qu, "change", scenario.pk, typed(scenario, lock="T09", **{"year-T09": "2027"}))

    assert answer.status_code == 302
    scenario.refresh_from_db()
    assert orders_in(scenario.asked)["T09"] == {"kind": "锁定", "subject": "T09", "year": "2027"}
    assert Run.objects.count() == 1


def test_keeping_an_estate_out_wants_a_reason_and_keeps_what_was_typed(qu, scenario):
    answer = post(
        qu, "change", scenario.pk, typed(scenario, out="T01", **{"money-city-2026": "77"})
    )

    assert answer.status_code == 422
    assert "请写明不列入的理由" in text_of(answer)
    assert 'value="77"' in answer.content.decode()
    scenario.refresh_from_db()
    assert scenario.version == 1


def test_two_people_at_once_lose_nothing(qu, scenario, people):
    mine = typed(scenario, do="save", **{"money-city-2026": "123"})
    with scope(DISTRICT):
        change(scenario, people["city_officer"], carry=True)

    answer = post(qu, "change", scenario.pk, mine)

    said = text_of(answer)
    assert answer.status_code == 409
    assert "city_officer在您打开之后改过这个方案" in said
    assert "资金、结转" in said
    assert 'value="123"' in answer.content.decode()
    again = re.search(r'name="version" value="(\d+)"', answer.content.decode())[1]
    assert post(qu, "change", scenario.pk, mine | {"version": again}).status_code == 302


def test_an_amount_that_cannot_be_read_is_said_beside_it(qu, scenario):
    answer = post(qu, "change", scenario.pk, typed(scenario, **{"money-city-2026": "很多"}))

    assert answer.status_code == 422
    assert "看不懂金额“很多”" in text_of(answer)


def test_the_result_stands_with_its_reasons_map_and_curve(qu, scenario, officer):
    result = solve(scenario, officer)

    page = qu.get(scenario.get_absolute_url())
    said = text_of(page)
    assert "与最优至多相差" in said
    assert "什么卡住了" in said
    assert "怎样能列入" in said
    assert "资金效益曲线" in said
    assert page.content.decode().count("plan-dot y") > len(years_of(result)) - 1
    out = text_of(qu.get(scenario.get_absolute_url(), {"which": "out"}))
    assert f"共 {12 - result.estates} 个小区" in out


def test_a_failed_run_says_which_demand_to_mend(qu, scenario, officer):
    run = Run.objects.create(
        scenario=scenario, division=DISTRICT, asked=scenario.asked, day=DAY, years=2,
        version=1, by=officer,
        job=Job.objects.create(kind="plans.solve", title="x", division=DISTRICT, by=officer,
                               state="failed", message="要求 第 3 行：放不下"),
    )  # fmt: skip

    said = text_of(qu.get(run.scenario.get_absolute_url()))
    assert "要求 第 3 行：放不下" in said
    assert "请在左边改掉说到的那一项" in said


def test_the_line_that_a_refusal_names_is_pointed_to(qu, scenario):
    lines = {"demand-0-kind": "配额", "demand-0-subject": "全部"}
    answer = post(qu, "change", scenario.pk, typed(scenario, do="save", **lines))

    assert answer.status_code == 422
    assert "要求 第 1 行" in text_of(answer)
    assert re.search(r'<tr class="table-warning">\s*<th scope="row">1<', answer.content.decode())


def test_scenarios_stand_side_by_side(qu, scenario, officer):
    other = made("多些钱", officer, {**scenario.asked, "money": [
        {"source": "total", "classes": [], "amounts": {"2026": 3_000_000_000}}]})  # fmt: skip
    third = made("没求解", officer)
    solve(scenario, officer), solve(other, officer)

    url = reverse("plans:compare")
    said = text_of(qu.get(url, {"s": [scenario.pk, other.pk]}))
    assert "指标对照" in said
    assert "进入计划" in said
    assert "还没有结果" in text_of(qu.get(url, {"s": [scenario.pk, third.pk]}))


def test_a_result_is_adopted_from_its_page_and_then_stands_in_the_list(qu, scenario, officer):
    result = solve(scenario, officer)
    assert "采用这个结果" in text_of(qu.get(scenario.get_absolute_url()))

    url = reverse("plans:adopt", args=[result.pk])
    assert "采用后" in text_of(qu.get(url))
    assert qu.post(url, {"name": "两年计划", "basis": ""}).status_code == 422
    answer = qu.post(url, {"name": "两年计划", "basis": "会议纪要 1 号"})

    plan = Plan.objects.get()
    assert answer.url == plan.get_absolute_url()
    page = text_of(qu.get(answer.url))
    assert plan.digest in page
    assert "文件要求的目标" in page
    assert "两年计划 第 1 版" in text_of(qu.get(reverse("plans:plans")))


def test_facts_that_changed_are_named_before_a_plan_is_adopted(qu, scenario, officer, estates):
    result = solve(scenario, officer)
    estates[1].facts = {**estates[1].facts, "household_count": 3}
    estates[1].save(update_fields=["facts"])

    url = reverse("plans:adopt", args=[result.pk])
    assert "乙里" in text_of(qu.get(url))
    answer = qu.post(url, {"name": "两年计划", "basis": "会议纪要 1 号"})
    assert answer.status_code == 422
    assert "求解之后有 1 个小区的台账变了" in text_of(answer)


def test_the_workbook_of_a_plan_is_handed_out(qu, scenario, officer):
    result = solve(scenario, officer)
    plan = adopt(run=result.pk, said=Said("两年计划", "会议纪要"), by=officer, on=DAY)

    for address in (
        reverse("plans:plan_export", args=[plan.pk]),
        reverse("plans:run_export", args=[result.pk]),
    ):
        assert b"".join(qu.get(address).streaming_content)[:2] == b"PK"


def test_a_plan_is_planned_on_from_its_page(qu, scenario, officer, monkeypatch):
    result = solve(scenario, officer)
    plan = adopt(run=result.pk, said=Said("两年计划", "会议纪要"), by=officer, on=DAY)

    answer = qu.post(reverse("plans:again", args=[plan.pk]))

    made_ = Scenario.objects.latest("id")
    assert answer.url == made_.get_absolute_url()
    assert made_.base_id == plan.pk


def test_a_policy_is_tried_and_kept_as_a_scenario(qu, scenario, officer):
    page = qu.get(reverse("plans:trials"))
    assert "xc18.early_year" in page.content.decode()
    said = {
        "name": "放宽",
        "number-0": "xc18.early_year",
        "value-0": "1970",
        "scenario": scenario.pk,
    }
    answer = qu.post(reverse("plans:trials"), said)
    trial = Trial.objects.get()
    assert answer.url == trial.get_absolute_url()
    assert trial.job.kind == "plans.try"

    kept = qu.post(reverse("plans:keep", args=[trial.pk]))
    assert Scenario.objects.latest("id").asked["proposal"]["numbers"] == {
        "xc18.early_year": "1970"
    }
    assert "试行的政策" in text_of(qu.get(kept.url))


def test_a_proposal_of_nothing_is_refused(qu, estates):
    answer = qu.post(reverse("plans:trials"), {"name": "空的"})

    assert answer.status_code == 422
    assert "没有说要改什么" in text_of(answer)


def test_a_clerk_of_a_street_sees_the_pool_of_the_street_and_makes_no_plan(signed_in, estates):
    clerk = signed_in("clerk")

    assert "共 6 个小区" in text_of(clerk.get(reverse("plans:pool")))
    assert clerk.get(reverse("plans:add")).status_code == 403


def test_a_street_sees_the_adopted_plan_of_its_district_and_its_own_estates_in_it(
    signed_in, scenario, officer
):
    result = solve(scenario, officer)
    clerk = signed_in("clerk")
    assert "还没有采用的计划" in text_of(clerk.get(reverse("plans:plans")))
    with scope(DISTRICT):
        plan = adopt(run=result.pk, said=Said("五年计划", "区政府批复"), by=officer, on=DAY)
        others = list(result.places.exclude(division=STREET))

    assert "五年计划" in text_of(clerk.get(reverse("plans:plans")))
    answer = clerk.get(plan.get_absolute_url())

    assert "共 6 个小区" in text_of(answer)
    assert "下表只有本辖区的小区" in text_of(answer)
    assert not [one for one in others if f"/estates/{one.estate_id}" in answer.content.decode()]
    assert clerk.get(reverse("plans:plan_export", args=[plan.pk])).status_code == 404
    assert clerk.get(reverse("plans:plan_letter", args=[plan.pk])).status_code == 404
    assert clerk.get(scenario.get_absolute_url()).status_code == 404


def test_what_the_table_leaves_out_stands_back_on_the_map(qu, scenario, officer):
    solve(scenario, officer)

    shown = qu.get(scenario.get_absolute_url(), {"which": "in"}).content.decode()

    dots = shown.count('class="plan-dot ')
    back = shown.count('is-out is-back"')
    assert back == scenario_out(scenario) > 0
    assert dots > back


def test_the_map_follows_the_search(qu, scenario, officer):
    seen = []
    solve(scenario, officer, lambda _progress, so_far: seen.append(so_far) or True)
    with scope(DISTRICT):
        run = start_run(scenario=scenario, by=officer)
        run.job.result = seen[-1]
        run.job.save()

    shown = qu.get(reverse("plans:progress", args=[run.pk])).content.decode()

    assert len(re.findall(r'plan-dot y0"\s+cx=', shown)) > 1  # one more stands in the legend
    assert shown.count("is-out") > 1


def scenario_out(scenario):
    """Return how many estates the result of a scenario leaves out."""
    with scope(DISTRICT):
        return Place.objects.filter(result__run__scenario=scenario, year=None).count()
