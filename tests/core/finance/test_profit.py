"""The small-profit model: cash, taxes, sensitivity, scenarios."""

from datetime import date
from fractions import Fraction

import pytest

from jiugai.finance.profit.model import Model, Once, Stream
from jiugai.finance.profit.outcome import Band, outcome_of
from jiugai.finance.profit.rates import read_rates, shipped_rates
from jiugai.finance.profit.read import read_models
from jiugai.finance.profit.relief import NO_RELIEF, relief_of
from jiugai.finance.profit.sensitivity import (
    Factor,
    break_even,
    changed,
    factors_of,
    grid,
    trials,
)
from jiugai.finance.profit.taxes import income_tax
from jiugai.kernel.errors import InputError
from jiugai.policy.law import law_of

RATES = shipped_rates()
BEIJING = law_of("110105", date(2022, 1, 1))
TABLE = """方案,类别,名称,数值(万元),起始年,结束年,年增长,空置率,爬坡,税目,服务,利率,期限,还款方式
,参数,起始年,2020,,,,,,,,,,
,参数,结束年,2030,,,,,,,,,,
,参数,折现率,5%,,,,,,,,,,
,参数,微利下限,3%,,,,,,,,,,
,参数,微利上限,8%,,,,,,,,,,
,参数,社会资本,是,,,,,,,,,,
,投资,改造投资,1000,2020,,,,,,,,,
,收入,停车,109,2021,,,10%,50% 80%,租赁,,,,
,收入,养老,100,2021,,2%,,,服务,养老,,,
,成本,运营,60,2021,,2%,,,,,,,
贷款,贷款,银行,500,2020,,,,,,,4.5%,8,等额本息
补助,补助,市级,200,2020,,,,,,,,,
"""


def models(folder, text=TABLE, rates=RATES):
    path = folder / "模型.csv"
    path.write_text(text, encoding="utf-8")
    return read_models(path, rates=rates)


def run(model, relief=NO_RELIEF):
    return outcome_of(model, rates=RATES, relief=relief)


def plain(**changes):
    """Return a model without tax, whose figures can be worked out by hand."""
    income = Stream("租", 30_000, 2021, 2024)
    made = {
        "name": "手算",
        "first": 2020,
        "last": 2024,
        "discount": Fraction(1, 10),
        "investments": (Once("投", 100_000, 2020),),
        "incomes": (income,),
    }
    return Model(**(made | changes))


def test_a_model_by_hand():
    # 120,000 earned, 100,000 written off in four years: 5,000 a year taxed at 25 %.
    found = run(plain())
    assert found.project == [-100_000, 28_750, 28_750, 28_750, 28_750]
    assert found.npv == round(-100_000 + sum(28_750 / 1.1**t for t in range(1, 5)))
    assert found.payback == Fraction(100_000, 28_750)
    assert found.own == found.project
    assert found.deepest == 100_000
    assert found.cover is None


def test_a_ramp_growth_and_vacancy_shape_an_income(tmp_path):
    parking = models(tmp_path)[0].incomes[0]
    assert parking.exact(2021) == 109_000_000 * Fraction(9, 10) / 2
    assert parking.exact(2022) == 109_000_000 * Fraction(9, 10) * Fraction(4, 5)
    assert parking.exact(2023) == 109_000_000 * Fraction(9, 10)
    assert parking.exact(2020) == 0


def test_tax_in_a_price_is_taken_out_of_it():
    income = Stream("租", 10_900, 2021, 2024, vat=Fraction(9, 100))
    year = run(plain(incomes=(income,))).years[1]
    assert (year.vat, year.surcharge) == (900, 108)


def test_tax_on_purchases_is_carried_until_it_is_used():
    income = Stream("租", 10_900, 2021, 2024, vat=Fraction(9, 100))
    spent = Once("投", 16_350, 2020, vat=Fraction(9, 100))  # 1,350 of it is tax
    found = run(plain(incomes=(income,), investments=(spent,)))
    assert [year.vat for year in found.years] == [0, 0, 450, 900, 900]


def test_losses_are_used_oldest_first_and_lapse_after_five_years():
    found = income_tax([-100, -50, 0, 0, 0, 120, 60, 100], RATES)
    # The 100 of year 0 may still be used in year 5, then 20 of year 1; in year 6 the other 30.
    assert found.loss_used == (0, 0, 0, 0, 0, 120, 30, 0)
    lapsed = income_tax([-100, 0, 0, 0, 0, 0, 100], RATES)
    assert lapsed.due[-1] == 25


def test_interest_lowers_tax_of_own_money_only(tmp_path):
    loan = models(tmp_path)[0]
    found = run(loan)
    assert sum(year.tax_paid for year in found.years) < sum(year.tax for year in found.years)
    gap = sum(found.project) - sum(found.own)
    taxes = sum(year.tax - year.tax_paid for year in found.years)
    assert gap == sum(year.interest for year in found.years) - taxes


def test_the_rulebook_grants_relief_with_its_clause():
    found = relief_of(["elderly", "meals"], BEIJING, social_capital=True)
    assert found.exempt == {"elderly"}
    assert found.part("elderly") == Fraction(9, 10)
    assert found.part("meals") == 1
    assert any("P14 三(七)⑨" in said for said in found.said)


@pytest.mark.parametrize(
    ("law", "social", "said"),
    [
        (None, True, "没有给出 --place"),
        (law_of("410202", date(2022, 1, 1)), True, "没有现行文件"),
        (BEIJING, None, "没有写明实施主体"),
        (BEIJING, False, "不在优惠之列"),
    ],
)
def test_relief_that_is_not_proven_is_not_granted_and_said(law, social, said):
    found = relief_of(["elderly"], law, social_capital=social)
    assert not found.exempt
    assert found.part("elderly") == 1
    assert said in found.said[0]


def test_exempt_income_pays_no_tax_and_helps(tmp_path):
    model = models(tmp_path)[0]
    relief = relief_of(["elderly"], BEIJING, social_capital=True)
    assert run(model, relief).npv > run(model).npv


def test_a_scenario_takes_the_common_rows_and_its_own(tmp_path):
    loan, grant = models(tmp_path)
    assert (loan.name, len(loan.loans), len(loan.subsidies)) == ("贷款", 1, 0)
    assert (grant.name, len(grant.loans), len(grant.subsidies)) == ("补助", 0, 1)
    own = TABLE + "补助,收入,停车,200,2021,,,,,租赁,,,,\n"
    assert models(tmp_path, own)[1].incomes[-1].cents == 200_000_000
    assert len(models(tmp_path, own)[1].incomes) == 2


@pytest.mark.parametrize(("rate", "band"), [("1", "above"), ("30/100", "within"), ("0", "below")])
def test_the_return_is_held_against_the_band(rate, band):
    low, high = Fraction(5, 100), Fraction(15, 100)
    income = {"1": 60_000, "30/100": 33_000, "0": 26_000}[rate]
    found = run(plain(incomes=(Stream("租", income, 2021, 2024),), low=low, high=high))
    assert found.band is Band(band)


def test_without_a_band_nothing_is_judged():
    assert run(plain()).band is Band.OPEN


def test_more_income_is_never_worth_less(tmp_path):
    model = models(tmp_path)[0]
    found = {t.change: t.outcome for t in trials(model, run) if t.factor is Factor.INCOME}
    values = [found[change].npv for change in sorted(found)]
    assert values == sorted(values)


def test_occupancy_stops_at_full(tmp_path):
    found = [t for t in trials(models(tmp_path)[0], run) if t.factor is Factor.OCCUPANCY]
    assert [t.is_capped for t in found] == [False, False, False, True]
    full = changed(models(tmp_path)[0], Factor.OCCUPANCY, Fraction(1, 5))
    assert full.incomes[0].vacancy == 0


def test_factors_that_a_model_has_not_are_not_tried():
    assert factors_of(plain()) == [Factor.INCOME, Factor.INVESTMENT]


def test_at_break_even_own_money_is_worth_nothing(tmp_path):
    model = models(tmp_path)[0]
    even = break_even(model, Factor.INVESTMENT, run).change
    near = run(changed(model, Factor.INVESTMENT, even)).own_npv
    next_to_it = run(changed(model, Factor.INVESTMENT, even + Fraction(1, 10_000))).own_npv
    assert near >= 0 > next_to_it


def test_where_nothing_helps_no_break_even_is_claimed():
    hopeless = plain(incomes=(), costs=(Stream("费", 100, 2021, 2024),))
    assert break_even(hopeless, Factor.COST, run).change is None


def test_the_middle_of_the_grid_is_the_model():
    cells = grid(plain(), run, Factor.INCOME, Factor.INVESTMENT)
    assert cells[2][2].project == run(plain()).project
    assert cells[0][4].npv < cells[4][0].npv


WRONG = [
    ("停车,109,", "停车,-109,", "是负数"),
    ("停车,109,", "停车,,", "没有写年金额"),
    ("停车,109,", "停车,109元,", "单位不一致"),
    ("数值(万元)", "数值", "没有单位"),
    ("租赁,,", ",,", "没有写税目"),
    ("租赁,,", "出租,,", "不认识税目“出租”"),
    ("服务,养老", "服务,理发", "不认识服务“理发”"),
    ("10%,50% 80%", "110%,50% 80%", "不在 0% 到 100%"),
    ("50% 80%", "一半", "看不懂爬坡"),
    ("等额本息", "按月", "还款方式请写"),
    ("4.5%,8,", "4.5%,18,", "晚于结束年"),
    ("改造投资,1000,2020", "改造投资,1000,2019", "在 2020–2030 年之外"),
    ("参数,折现率,5%", "参数,折扣,5%", "不认识参数“折扣”"),
    (",参数,折现率,5%,,,,,,,,,,\n", "", "缺少参数 折现率"),
    (",投资,改造投资,1000,2020,,,,,,,,,\n", "", "没有投资"),
    ("成本,运营,60", "支出,运营,60", "不认识类别“支出”"),
    ("结束年,2030", "结束年,2020", "结束年须晚于起始年"),
    ("收入,养老,100", "收入,停车,100", "“停车”写了两次"),
    ("微利上限,8%", "微利上限,1%", "下限大于上限"),
]


@pytest.mark.parametrize(("old", "new", "said"), WRONG)
def test_bad_input_is_refused_in_a_sentence(tmp_path, old, new, said):
    assert old in TABLE
    with pytest.raises(InputError, match=said):
        models(tmp_path, TABLE.replace(old, new))


def test_tax_rates_are_changed_by_a_file(tmp_path):
    path = tmp_path / "税率.yaml"
    path.write_text('income: "20%"\nvat: {租赁: "5%"}\n', encoding="utf-8")
    found = read_rates(path)
    assert (found.income, found.vat["租赁"]) == (Fraction(1, 5), Fraction(1, 20))
    assert found.vat["服务"] == RATES.vat["服务"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("income: 百分之二十", "看不懂"),
        ("profit: 5%", "不认识“profit”"),
        ("- 1", "应写成"),
        ("a: [", "读不了"),
        ("loss_years: -1", "0 到 20"),
    ],
)
def test_a_file_of_rates_that_is_none_is_refused(tmp_path, text, said):
    path = tmp_path / "税率.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=said):
        read_rates(path)
