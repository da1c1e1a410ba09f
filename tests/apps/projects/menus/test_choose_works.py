"""Basic before optional, by residents' will; a building that refuses leaves the plan."""

import pytest

from jiugai.apps.accounts.rows import scope
from jiugai.apps.audit.models import Line
from jiugai.apps.projects.menus.services import choose, choose_basic, drop
from jiugai.apps.projects.models import MenuChoice, Way
from jiugai.apps.projects.project.services import open_project
from jiugai.apps.registry.models import Building
from jiugai.kernel.errors import Refusal
from tests.apps.conftest import DISTRICT, STREET
from tests.apps.projects.gates.conftest import DAY

pytestmark = pytest.mark.django_db

State = MenuChoice.State


@pytest.fixture
def project(estate, people):
    """Return an open project of an estate with a building that agrees and one that refuses."""
    with scope(DISTRICT):
        for code, agrees in (("1", True), ("2", False)):
            Building.objects.create(
                estate=estate, division=STREET, code=code, name=f"{code}号楼",
                facts={"has_guards": True, "guard_consent": agrees, "guard_refused": not agrees},
            )  # fmt: skip
        return open_project(
            estate=estate, way=Way.APPLICATION, by=people["district_officer"], on=DAY
        )


@pytest.fixture
def pick(project, people):
    """Return a function that decides about an item, of a building by its code."""

    def decide(item, state=State.CHOSEN, *, building="", **more):
        with scope(DISTRICT):
            found = Building.objects.get(code=building) if building else None
            return choose(
                project=project, item=item, state=state, building=found,
                by=people["clerk"], on=DAY, **more,
            )  # fmt: skip

    return decide


def all_basic(project, people):
    """Choose every basic item of the district's own menu."""
    with scope(DISTRICT):
        return choose_basic(project=project, document="xc18", by=people["clerk"], on=DAY)


def test_an_optional_item_is_refused_before_the_basic_ones_with_the_clause(pick):
    with pytest.raises(Refusal, match=r"基础类之后.*XC18 二\(二\)④"):
        pick("xc18.menu.parking", words="议事会三月二日同意")


def test_it_is_taken_together_with_the_basic_ones(pick, project, people):
    assert all_basic(project, people) == 14 + 12  # public area, governance, one building

    made = pick("xc18.menu.parking", words="议事会三月二日同意")
    lift = pick("xc18.menu.lift", building="1", words="一单元 12 户全部同意")

    assert (made.state, lift.words) == (State.CHOSEN, "一单元 12 户全部同意")
    with scope(DISTRICT):
        assert Line.objects.filter(action="menus.chosen").count() == 3


def test_only_the_residents_can_want_it(pick, project, people):
    all_basic(project, people)

    with pytest.raises(Refusal, match="居民意愿"):
        pick("xc18.menu.parking")


def test_an_item_that_needs_another_is_refused_without_it(pick, project, people):
    all_basic(project, people)
    with scope(DISTRICT):
        seismic = MenuChoice.objects.get(item="xc18.menu.seismic")
        drop(pk=seismic.pk, why="鉴定满足设防要求", by=people["clerk"], on=DAY)
    pick("xc18.menu.seismic", State.UNNEEDED, building="1", words="鉴定满足设防要求")

    with pytest.raises(Refusal, match="抗震加固"):
        pick("xc18.menu.balcony", building="1", words="本楼同意")


def test_a_basic_item_on_which_others_rest_is_not_dropped(pick, project, people):
    all_basic(project, people)
    pick("xc18.menu.parking", words="议事会三月二日同意")

    with scope(DISTRICT):
        roads = MenuChoice.objects.get(item="xc18.menu.roads")
        with pytest.raises(Refusal, match="补建停车位"):
            drop(pk=roads.pk, why="不做了", by=people["clerk"], on=DAY)
    assert pick("xc18.menu.roads", State.DONE).state == State.DONE


def test_a_building_that_refuses_leaves_the_plan_but_may_be_cured(pick):
    with pytest.raises(Refusal, match=r"不列入年度改造任务计划.*BJ22 三\(五\)④"):
        pick("xc18.menu.facade", building="2")

    assert pick("bj22.menu.guards", building="2").state == State.CHOSEN
    assert pick("xc18.menu.facade", building="1").state == State.CHOSEN


@pytest.mark.parametrize(
    ("item", "more", "words"),
    [
        ("kf19.menu.roads", {}, "没有这一项"),
        ("xc18.menu.facade", {}, "不在这里"),
        ("xc18.menu.roads", {"building": "1"}, "不在这里"),
        ("xc18.menu.roads", {"state": State.UNNEEDED}, "为什么不适用"),
    ],
)
def test_what_cannot_be_is_refused_in_words(pick, item, more, words):
    with pytest.raises(Refusal, match=words):
        pick(item, **more)


def test_a_new_decision_replaces_the_former_and_keeps_it(pick):
    first = pick("xc18.menu.roads")
    pick("xc18.menu.roads", State.DONE)

    with scope(DISTRICT):
        first.refresh_from_db()
        assert first.dropped_why == "改为“已完成”"
        assert MenuChoice.objects.filter(item="xc18.menu.roads", dropped_at=None).count() == 1


def test_the_pages_show_the_menu_and_the_refusal_keeps_what_was_typed(signed_in, project):
    client = signed_in("clerk")
    text = client.get(f"/projects/{project.pk}/menu").content.decode()
    assert "补建停车位和充电设施" in text
    assert "不列入" in text

    answer = client.post(
        f"/projects/{project.pk}/menu/items/xc18.menu.parking",
        {"xc18-menu-parking-state": "chosen", "xc18-menu-parking-words": "议事会同意"},
    )

    assert answer.status_code == 422
    assert "议事会同意" in answer.content.decode()
    assert client.post(
        f"/projects/{project.pk}/menu/basic", {"document": "xc18"}
    ).status_code == 302  # fmt: skip
    with scope(DISTRICT):
        two = Building.objects.get(code="2")
        choice = MenuChoice.objects.get(item="xc18.menu.roads")
    text = client.get(f"/projects/{project.pk}/menu/buildings/{two.pk}").content.decode()
    assert "只能先做治理类内容" in text
    answer = client.post(f"/menu/{choice.pk}/drop", {"reason": "道路去年已修"})
    assert answer.status_code == 302
    with scope(DISTRICT):
        choice.refresh_from_db()
        assert choice.dropped_why == "道路去年已修"
