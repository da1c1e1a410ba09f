"""A scenario solved on the register: the core's plan, kept row by row."""

import pytest
from django.db import ProgrammingError, transaction

from jiugai.apps.accounts.rows import scope
from jiugai.apps.plans import solving
from jiugai.apps.plans.asked import KEEP_OUT, LOCK, ordered
from jiugai.apps.plans.models import Place, Result, SearchPrices
from jiugai.apps.plans.pooling import entrants_of
from jiugai.apps.plans.records import digest_of
from jiugai.apps.registry.models import Estate, Stage
from jiugai.kernel.errors import InputError, Refusal
from tests.apps.conftest import DISTRICT
from tests.apps.plans.conftest import ASKED, DAY, change, made, money, solve, years_of


def test_the_register_is_planned_within_the_money_and_every_estate_has_its_reason(
    scenario, officer
):
    result = solve(scenario, officer)

    rows = list(result.places.all())
    assert len(rows) == 12
    assert all(row.reason for row in rows)
    assert {row.year for row in rows if row.year} == {2026, 2027}
    for year in (2026, 2027):
        assert sum(row.cost for row in rows if row.year == year) <= 1500 * 1_000_000
    assert result.milli <= result.bound
    assert result.digest == digest_of(result.content)
    assert bytes(result.workbook)[:2] == b"PK"


def test_an_estate_left_out_reads_what_would_bring_it_in(scenario, officer):
    result = solve(scenario, officer)

    out = result.places.filter(year=None, why="money")
    assert out
    assert all(row.way for row in out)


def test_a_locked_estate_is_in_and_one_kept_out_is_not(scenario, officer):
    first = solve(scenario, officer)
    out = first.places.filter(year=None).first().key
    chosen = next(iter(years_of(first)))

    asked = ordered(ordered(scenario.asked, out, LOCK), chosen, KEEP_OUT, reason="拟拆迁")
    scenario = change(scenario, officer, demands=asked["demands"])
    again = solve(scenario, officer)

    assert out in years_of(again)
    assert chosen not in years_of(again)
    assert "拟拆迁" in again.places.get(key=chosen).reason


def test_demands_that_conflict_are_refused_with_the_smallest_set_and_their_lines(
    scenario, officer
):
    demands = [{"kind": LOCK, "subject": f"T{n:02}", "year": "2026"} for n in range(6)]
    scenario = change(scenario, officer, demands=demands)

    with pytest.raises(Refusal) as refused:
        solve(scenario, officer)
    said = str(refused.value)
    assert "锁定" in said
    assert "2026" in said
    assert "要求 第" in said
    assert not Result.objects.exists()


def test_without_money_there_is_nothing_to_plan_with(scenario, officer):
    scenario = change(scenario, officer, money=[])

    with pytest.raises(Refusal, match="还没有填资金"):
        solve(scenario, officer)


def test_missing_costs_are_refused_or_assumed_on_somebodys_word(estates, officer):
    for one in estates:
        one.facts = {k: v for k, v in one.facts.items() if not k.endswith("_cost")}
        one.save(update_fields=["facts"])
    bare = made("缺投资", officer)
    with pytest.raises(InputError, match="都没有"):
        solve(bare, officer)

    rates = {"basic": 700.0, "improving": 100.0, "upgrading": 50.0}
    bare = change(bare, officer, assumptions={"source": "概算指标", "cost_per_m2": rates})
    result = solve(bare, officer)

    assert result.estates
    assert all(row.assumed for row in result.places.filter(year__isnull=False))
    assert any("概算指标" in said for _name, said in result.notes)


def test_works_that_have_begun_are_not_planned_again(estates, officer, scenario):
    begun = estates[0]
    begun.stage = Stage.WORKS
    begun.save(update_fields=["stage"])

    assert begun.code not in set(solve(scenario, officer).places.values_list("key", flat=True))


def test_only_the_reserve_is_planned_where_that_is_asked(estates, officer):
    for one in estates[:4]:
        one.stage = Stage.RESERVE
        one.save(update_fields=["stage"])
    asked = {**ASKED, "reserve": True}

    result = solve(made("储备", officer, asked), officer)

    assert set(result.places.values_list("key", flat=True)) == {"T00", "T01", "T02", "T03"}


def test_who_looks_on_sees_the_best_plan_so_far_and_may_end_the_search(scenario, officer):
    seen = []

    def tell(_progress, so_far):
        seen.append(so_far)
        return False

    result = solve(scenario, officer, tell)

    assert seen[0]["milli"] <= result.milli
    assert sum(len(keys) for keys in seen[0]["years"].values()) > 0
    assert 0 < seen[0]["cost"] <= 3000 * 1_000_000


def test_a_second_search_begins_with_what_the_first_found(scenario, officer):
    before = solve(scenario, officer)
    first = []

    def tell(progress, _so_far):
        first.append(progress.milli)
        return True

    again = solve(scenario, officer, tell)
    assert before.milli <= first[0] <= again.milli


def test_the_pool_is_kept_until_a_fact_changes(scenario, estates):
    args = (DISTRICT, scenario.day, scenario.span, scenario.asked)
    kept = entrants_of(*args)
    assert entrants_of(*args) is kept

    estates[3].facts = {**estates[3].facts, "household_count": 900}
    estates[3].save(update_fields=["facts"])
    assert entrants_of(*args).register.digest != kept.register.digest


def test_a_district_above_tells_estates_of_two_districts_apart(estates, officer, people):
    with scope("11"):
        Estate.objects.create(code="T00", division="110102001", facts=estates[0].facts)
        found = entrants_of("11", DAY, (2026,), ASKED).register.keys

    assert {"110199-T00", "110102-T00"} <= set(found)


def test_nobody_changes_or_removes_what_was_found(scenario, officer):
    result = solve(scenario, officer)

    for forbidden in (
        lambda: Result.objects.filter(pk=result.pk).update(milli=1),
        lambda: Place.objects.filter(result=result).update(year=2030),
        lambda: Place.objects.filter(result=result).delete(),
    ):
        with pytest.raises(ProgrammingError, match="append-only"), transaction.atomic():
            forbidden()


def test_money_of_years_beyond_the_plan_counts_for_nothing(scenario, officer):
    scenario = change(scenario, officer, money=money(1500, 1500, 9000))

    assert solve(scenario, officer).budget == 3000 * 1_000_000


def test_the_prices_of_the_last_plan_outlive_the_process(scenario, officer, monkeypatch):
    solve(scenario, officer)
    kept = SearchPrices.objects.get(scenario=scenario)
    assert any(kind == "money" and price > 0 for kind, _year, _title, price in kept.limits)

    begun = []
    usual = solving.make_plan
    monkeypatch.setattr(
        solving, "make_plan", lambda *a, **m: begun.append(a[2].prices) or usual(*a, **m)
    )
    solve(scenario, officer)

    (prices,) = begun
    assert {(*key, price) for key, price in prices.limit.items()} == {
        tuple(one) for one in kept.limits
    }
    assert SearchPrices.objects.count() == 1
