"""The task system 任务制: an estate is assigned, which opens its project (P14 附件1(2))."""

from datetime import date

import pytest
from django.utils import timezone

from jiugai.apps.accounts.permissions import Permission
from jiugai.apps.accounts.rows import scope
from jiugai.apps.accounts.viewer import viewer_of
from jiugai.apps.projects.assigned.services import assign_task, clause_of_task
from jiugai.apps.projects.models import Notice, Project, Way
from jiugai.apps.projects.project.services import close_project
from jiugai.apps.registry.models import Estate, Stage
from jiugai.apps.registry.services.reshape import merge
from jiugai.kernel.errors import Refusal
from tests.apps.conftest import DISTRICT, STREET
from tests.apps.projects.conftest import DAY

pytestmark = pytest.mark.django_db


def assigned(acting, estate, **said):
    with scope(DISTRICT):
        return assign_task(
            estate=estate, by=acting.people["city"], on=DAY,
            **{"basis": "京任〔2026〕1号", "reason": "管线失修"} | said,
        )  # fmt: skip


def test_a_task_opens_a_project_without_an_application(acting, estate):
    task = assigned(acting, estate)

    assert (task.project.way, task.project.number) == (Way.TASK, "110199-2026-0001")
    with scope(DISTRICT):
        now = Estate.objects.get(pk=estate.pk)
        assert (now.stage, now.facts["task_assigned"]) == (Stage.RESERVE, True)


def test_a_task_needs_a_basis_and_a_reason(acting, estate):
    for said in ({"basis": " "}, {"reason": ""}):
        with pytest.raises(Refusal, match="请写明依据"):
            assigned(acting, estate, **said)
    with scope(DISTRICT):
        assert not Project.objects.exists()


def test_an_estate_is_not_assigned_twice(acting, estate):
    assigned(acting, estate)
    with pytest.raises(Refusal, match="已有在办项目"):
        assigned(acting, estate)


def test_an_application_under_way_comes_to_stand_behind_the_project_of_the_task(acting, estate):
    one = acting.at_city()
    task = assigned(acting, estate)

    done = acting.do("confirm", one, "city", opinion="通过")

    assert done.project_id == task.project_id
    with scope(DISTRICT):
        assert Project.objects.count() == 1


def test_a_closed_project_makes_room_for_another_and_says_why(acting, estate):
    task = assigned(acting, estate)
    with scope(DISTRICT):
        with pytest.raises(Refusal, match="原因"):
            close_project(project=task.project, why=" ", by=acting.people["city"], on=DAY)
        close_project(project=task.project, why="列入棚改", by=acting.people["city"], on=DAY)
        assert Estate.objects.get(pk=estate.pk).stage == Stage.LEDGER
        with pytest.raises(Refusal, match="结束"):
            close_project(project=task.project, why="再来", by=acting.people["city"], on=DAY)

    assert assigned(acting, estate).project.number == "110199-2026-0002"


def test_a_project_is_closed_on_its_page_by_who_may_and_with_a_reason(signed_in, acting, estate):
    project = assigned(acting, estate).project
    address = f"/projects/{project.pk}"
    assert "这个项目不做了" not in signed_in("clerk").get(address).content.decode()
    assert signed_in("clerk").post(f"{address}/close", {"closed_why": "x"}).status_code == 403
    client = signed_in("district_officer")
    assert client.post(f"{address}/close", {"closed_why": " "}).status_code == 422

    answer = client.post(f"{address}/close", {"closed_why": "列入棚改"})

    assert answer.url == address
    html = client.get(address).content.decode()
    assert "列入棚改" in html
    assert "这个项目不做了" not in html


def test_what_an_estate_brought_along_is_shown_where_it_was_merged_into(
    signed_in, acting, estate, people
):
    project = assigned(acting, estate).project
    with scope(DISTRICT):
        kept = Estate.objects.create(code="T2", division=STREET, facts={"name": "牡丹里"})
        merge(into=kept, others=[estate.pk], by=people["district_officer"], on=DAY, reason="相邻")

    assert project.number in signed_in("clerk").get(f"/estates/{kept.pk}").content.decode()
    with scope(DISTRICT):
        close_project(project=project, why="并入牡丹里", by=acting.people["city"], on=DAY)


def test_an_estate_that_was_merged_away_gets_no_project(acting, estate):
    with scope(DISTRICT):
        Estate.objects.filter(pk=estate.pk).update(retired_on=DAY)
    with pytest.raises(Refusal, match="已并入"):
        assigned(acting, estate)


def test_the_page_of_an_estate_leads_to_the_task_and_its_project(signed_in, estate):
    client = signed_in("district_officer")
    assert f"/estates/{estate.pk}/assign" in client.get(f"/estates/{estate.pk}").content.decode()

    refused = client.post(f"/estates/{estate.pk}/assign", {"basis": "只有依据", "reason": ""})
    assert refused.status_code == 422
    assert "只有依据" in refused.content.decode()
    answer = client.post(f"/estates/{estate.pk}/assign", {"basis": "文号", "reason": "理由甲"})

    page = client.get(answer.url).content.decode()
    assert f"110199-{timezone.localdate().year}-0001" in page
    assert "理由甲" in page


def test_a_task_rests_on_the_clause_while_it_is_in_force():
    assert str(clause_of_task(DISTRICT, date(2024, 6, 1))) == "P14 附件1(2)"
    assert clause_of_task(DISTRICT, date(2026, 6, 1)) is None


def test_a_clerk_assigns_nothing(people):
    assert not viewer_of(people["clerk"], on=DAY).may(Permission.ASSIGN_TASK)
    assert not viewer_of(people["stranger"], on=DAY).may(Permission.ASSIGN_TASK, division=DISTRICT)


def test_the_sub_district_and_the_district_are_told_of_a_task(people, city, estate):
    with scope("11"):
        task = assign_task(estate=estate, basis="1 号", reason="管线失修", by=city, on=DAY)

    told = Notice.objects.filter(kind="tasked")
    assert {one.person.username for one in told} == {
        "clerk", "street_clerk", "district_officer"
    }  # fmt: skip
    assert {one.address for one in told} == {task.project.get_absolute_url()}
