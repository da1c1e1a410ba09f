"""Scenarios: made, changed by one person at a time, refused where they make no sense."""

import pytest
from django.utils import timezone

from jiugai.apps.plans.asked import KEEP_OUT, LOCK, ordered, orders_in
from jiugai.apps.plans.models import Scenario
from jiugai.apps.plans.services import scenarios
from jiugai.kernel.errors import InputError, Refusal, UsageError
from tests.apps.plans.conftest import ASKED, change, made, money


def test_a_second_scenario_of_the_same_name_is_refused(scenario, officer):
    with pytest.raises(Refusal, match="已有叫“基准”的方案"):
        made("基准", officer)


def test_a_name_that_is_too_long_is_refused_and_not_cut(scenario, officer):
    with pytest.raises(Refusal, match="最多 60 个字"):
        made("长" * 61, officer)


def test_a_name_is_free_again_once_the_scenario_is_put_away(scenario, officer):
    scenarios.archive_scenario(pk=scenario.pk, by=officer, on=scenario.day)

    assert made("基准", officer).pk != scenario.pk
    with pytest.raises(Refusal, match="收起"):
        change(scenario, officer, carry=True)


def test_who_saves_an_old_version_is_told_who_changed_it_and_overwrites_nothing(
    scenario, officer, people
):
    change(scenario, people["city_officer"], money=money(900, 900))

    with pytest.raises(scenarios.Overtaken, match="city_officer"):
        change(scenario, officer, carry=True)
    now = Scenario.objects.get(pk=scenario.pk)
    assert (now.version, now.asked["carry"]) == (2, False)
    assert now.asked["money"] == money(900, 900)


def test_the_parts_that_two_people_have_differently_are_named():
    mine, theirs = {**ASKED, "carry": True}, {**ASKED, "seconds": 60, "money": []}

    assert scenarios.differences(mine, theirs) == "资金、结转、求解时间"


@pytest.mark.parametrize(
    ("asked", "error", "words"),
    [
        ({"demands": [{"kind": "配额", "subject": "全部"}]}, InputError, "要求 第 1 行"),
        ({"demands": [{"kind": "锁定", "subject": "T01", "year": "2031"}]}, InputError, "2031"),
        ({"weights": {"later": 3}}, InputError, "later"),
        ({"assumptions": {"area_per_household": 60.0}}, InputError, "source"),
        ({"proposal": {"numbers": {"p14.nothing": "1"}}}, UsageError, "p14.nothing"),
    ],
)
def test_what_makes_no_sense_is_refused_before_it_is_kept(scenario, officer, asked, error, words):
    with pytest.raises(error, match=words):
        change(scenario, officer, **asked)

    assert Scenario.objects.get(pk=scenario.pk).version == 1


def test_a_copy_asks_the_same_and_goes_its_own_way(scenario, officer):
    twin = scenarios.copy_scenario(scenario=scenario, name="另一个", by=officer, at=timezone.now())
    change(twin, officer, carry=True)

    assert Scenario.objects.get(pk=scenario.pk).asked["carry"] is False
    assert twin.asked["money"] == scenario.asked["money"]


def test_an_estate_is_ordered_one_way_at_a_time():
    asked = ordered(ASKED, "T01", LOCK, year="2027")
    asked = ordered(asked, "T02", KEEP_OUT, reason="拟拆迁")
    asked = ordered(asked, "T01", KEEP_OUT, reason="产权不清")

    assert {key: line["kind"] for key, line in orders_in(asked).items()} == {
        "T01": KEEP_OUT,
        "T02": KEEP_OUT,
    }
    assert orders_in(ordered(asked, "T01", "")) == {
        "T02": {"kind": KEEP_OUT, "subject": "T02", "reason": "拟拆迁"}
    }


def test_nobody_is_kept_out_without_a_reason():
    with pytest.raises(Refusal, match="理由"):
        ordered(ASKED, "T01", KEEP_OUT, reason=" ")


def test_estates_of_the_pool_are_nominated_into_a_scenario(scenario, officer):
    changed = scenarios.nominate(
        pk=scenario.pk, keys=["T03", "T03", "T05"], by=officer, at=timezone.now()
    )

    assert set(orders_in(changed.asked)) == {"T03", "T05"}
    with pytest.raises(Refusal, match="勾选"):
        scenarios.nominate(pk=scenario.pk, keys=[], by=officer, at=timezone.now())
