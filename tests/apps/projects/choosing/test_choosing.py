"""Residents choose optional items within a sum; the office settles it and fills the menu."""

from datetime import timedelta

import pytest
from django.utils import timezone

from jiugai.apps.accounts.rows import scope
from jiugai.apps.participation.residents.entering import _begin
from jiugai.apps.projects.choosing import services
from jiugai.apps.projects.choosing.services import Priced
from jiugai.apps.projects.menus.services import choose_basic
from jiugai.apps.projects.models import Choosing, MenuChoice, Way
from jiugai.apps.projects.project.services import open_project
from jiugai.apps.registry.models import Building
from jiugai.apps.surveys.authoring import services as surveys
from jiugai.kernel.errors import Refusal
from tests.apps.conftest import DISTRICT
from tests.apps.surveys.conftest import Asking, asking

__all__ = ["asking"]
pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()
PARKING, WIRES, SOLAR = "xc18.menu.parking", "xc18.menu.information", "xc18.menu.solar"
SAID = {
    "title": "居民点单",
    "words": "",
    "opens_on": TODAY,
    "closes_on": TODAY + timedelta(days=9),
}


class Choices:
    """Offers items to the twelve households of an estate and lets them approve."""

    def __init__(self, asked: Asking):
        self.asked, self.clerk = asked, asked.clerk
        with scope(DISTRICT):
            self.project = open_project(
                estate=asked.estate, way=Way.TASK, by=asked.people["district_officer"], on=TODAY
            )
            self.first = Building.objects.filter(estate=asked.estate).order_by("id").first()

    def offered(self, rule="shares", **more):
        """Return a choice between things for all and one for a building, 600 in all."""
        rows = [
            Priced(PARKING, None, 20_000, "概算"),
            Priced(WIRES, None, 20_000, "概算"),
            Priced(SOLAR, self.first, 20_000, "概算"),
        ]
        said = {"project": self.project, "offered": rows, "budget": 40_000, "source": "区补助"}
        with scope(DISTRICT):
            return services.prepare(
                **said | {"rule": rule, "said": SAID, "by": self.clerk, "on": TODAY} | more
            )

    def answered(self, **more):
        """Return a choice that seven answered for parking and wires, five for their roof."""
        choosing = self.offered(**more)
        with scope(DISTRICT):
            surveys.publish(pk=choosing.survey_id, by=self.clerk, at=timezone.now())
        for number in range(12):
            menu = f"{SOLAR}.b{self.first.pk}" if number < 5 else f"{PARKING} {WIRES}"
            self.asked.answer(choosing.survey, number, {"menu": menu}, at=timezone.now())
        return choosing

    def settled(self, **more):
        """Return a choice whose result is kept."""
        choosing = self.answered(**more)
        with scope(DISTRICT):
            surveys.close(pk=choosing.survey_id, by=self.clerk, on=TODAY)
            return services.settle(pk=choosing.pk, by=self.clerk, on=TODAY)

    def now(self, choosing):
        """Return a choice as it is kept now."""
        with scope(DISTRICT):
            return Choosing.objects.select_related("survey").get(pk=choosing.pk)


@pytest.fixture
def choices(asking):
    """Return a helper with an open project."""
    return Choices(asking)


def names(choosing, rule):
    return [one["name"] for one in choosing.result["ways"][rule]["chosen"]]


def test_the_rule_that_was_announced_decides_and_the_other_stands_beside_it(choices):
    kept = choices.now(choices.settled())
    roof = f"{SOLAR}.b{choices.first.pk}"
    # A share is 33.33: the seven pay 28.57 each for parking. The five pay 40 each for their roof,
    # which shares of 40.33 buy; wires would need shares of 57.14, and the money is spent by then.
    assert set(names(kept, "shares")) == {PARKING, roof}
    assert set(names(kept, "approvals")) == {PARKING, WIRES}
    assert kept.result["voters"] == 12
    assert kept.survey.announced_on == TODAY


def test_nothing_is_settled_while_answers_come_in_nor_twice(choices):
    choosing = choices.answered()
    with scope(DISTRICT), pytest.raises(Refusal, match="截止以后"):
        services.settle(pk=choosing.pk, by=choices.clerk, on=TODAY)
    with scope(DISTRICT):
        surveys.close(pk=choosing.survey_id, by=choices.clerk, on=TODAY)
        services.settle(pk=choosing.pk, by=choices.clerk, on=TODAY)
        with pytest.raises(Refusal, match="不再改动"):
            services.settle(pk=choosing.pk, by=choices.clerk, on=TODAY)


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ([(PARKING, False)], "至少列两项"),
        ([(PARKING, False), ("xc18.menu.energy", True)], "基础类"),
        ([(PARKING, True), (WIRES, False)], "全小区的内容"),
        ([(SOLAR, False), (WIRES, False)], "楼栋的内容"),
        ([(WIRES, False), (WIRES, False)], "列了两次"),
    ],
)
def test_what_cannot_be_offered_is_refused_and_nothing_is_kept(choices, rows, words):
    offered = [Priced(one, choices.first if at else None, 100, "x") for one, at in rows]
    with pytest.raises(Refusal, match=words):
        choices.offered(offered=offered)
    with scope(DISTRICT):
        assert not Choosing.objects.exists()


def test_only_what_was_chosen_goes_into_the_menu_with_what_residents_said(choices):
    choosing = choices.settled(rule="approvals")
    with scope(DISTRICT):
        items = {one.item: one.pk for one in choosing.items.all()}
        with pytest.raises(Refusal, match="没有选上"):
            services.take(item=items[SOLAR], by=choices.clerk, on=TODAY)
        # xc18 wants the basic items first: that is the menu's word, not ours.
        with pytest.raises(Refusal, match="基础类"):
            services.take(item=items[PARKING], by=choices.clerk, on=TODAY)
        choose_basic(project=choices.project, document="xc18", by=choices.clerk, on=TODAY)
        made = services.take(item=items[PARKING], by=choices.clerk, on=TODAY)
        assert (made.state, made.item) == (MenuChoice.State.CHOSEN, PARKING)
        assert "12 户参加，7 户赞成" in made.words


def test_staff_offer_settle_and_hand_out_the_ballots_without_households(client, choices):
    client.force_login(choices.clerk)
    base = f"/projects/{choices.project.pk}/choosing/new"
    rows = {"items-TOTAL_FORMS": "10", "items-INITIAL_FORMS": "0"}
    said = SAID | {"budget": "400", "source": "区补助", "rule": "shares"}
    one = {"items-0-item": PARKING, "items-0-cost": "200", "items-0-source": "概算"}
    lacking = client.post(base, said | rows | one | {"items-1-item": WIRES})
    assert lacking.status_code == 422
    assert "请写这一项的价格" in lacking.content.decode()
    two = {"items-1-item": WIRES, "items-1-cost": "0.02万", "items-1-source": "询价"}
    made = client.post(base, said | rows | one | two)
    assert made.status_code == 302, made.content.decode()[:2000]
    page = client.get(made.url).content.decode()
    assert "400 元" in page
    assert "询价" in page
    assert client.get(f"{made.url}/ballots.pb").status_code == 404

    settled = choices.settled()
    shown = client.get(settled.get_absolute_url()).content.decode()
    assert "7 户赞成，7 户出份额" in shown
    assert "定结果的办法" in shown
    file = client.get(f"{settled.get_absolute_url()}/ballots.pb").content.decode()
    assert file.count(f"{WIRES},{PARKING}") == 7
    assert "rule;equalshares" in file
    with scope(DISTRICT):
        item = settled.items.get(item=PARKING)
    refused = client.post(f"/choosings/items/{item.pk}/take")
    assert refused.status_code == 422
    assert "基础类" in refused.content.decode()


def test_a_household_reads_what_was_chosen_and_why_and_only_that_of_its_estate(client, choices):
    choosing = choices.answered()
    with scope(DISTRICT):
        client.cookies["household"] = _begin(choices.asked.home(0), timezone.now())
    assert client.get(f"/r/menu/{choosing.pk}").status_code == 404
    with scope(DISTRICT):
        surveys.close(pk=choosing.survey_id, by=choices.clerk, on=TODAY)
        services.settle(pk=choosing.pk, by=choices.clerk, on=TODAY)
    assert f"/r/menu/{choosing.pk}" in client.get("/r/").content.decode()
    page = client.get(f"/r/menu/{choosing.pk}").content.decode()
    assert "12 户参加，一共 400 元" in page
    assert "再有" in page
    assert "业主共同决定" in page
