"""Who pays what of a project, to the cent, at every level."""

import random
from datetime import date
from fractions import Fraction

import hypothesis.strategies as st
import pytest
from hypothesis import HealthCheck, given, settings

from jiugai.finance.sharing.households import masked, plain_part
from jiugai.finance.sharing.sharing import share_project
from jiugai.kernel.errors import InputError, Refusal
from jiugai.kernel.verdict import Verdict
from jiugai.policy.funding import Source
from jiugai.policy.law import law_of
from tests.core.finance.project import BEIJING, HOUSEHOLDS, SHARES, WORKS, project


@pytest.fixture
def shared(tmp_path):
    """Return a function that shares a project out of changed tables."""

    def share(law=BEIJING, **changed):
        return share_project(project(tmp_path, **changed), law=law)

    return share


def bills(sharing):
    return {str(bill.household.address): bill for bill in sharing.bills}


def test_every_level_adds_up(shared):
    found = shared()
    assert found.cost == 111_080_000
    for one in found.items:
        assert sum(one.parties.values()) == one.item.cost
        assert sum(one.households.values()) == one.residents
    assert sum(bill.part for bill in found.bills) == found.residents


def test_without_agreement_the_area_counts_and_the_clause_says_so(shared):
    roof = shared().items[0]
    assert roof.by.ground == "没有约定，CC 283"
    areas = {"1-1-101": "56.5", "1-1-102": "61.2", "2-1-101": "75"}
    for address, area in areas.items():
        exact = 1_200_000 * Fraction(area) / Fraction("366.9")
        assert abs(bills(shared())[address].parts["屋面防水"] - exact) < 1


def test_a_riser_is_shared_by_the_households_of_its_unit_only(shared):
    riser = shared().items[1]
    assert set(riser.households.values()) == {240_000}
    assert {address.building for address in riser.households} == {"1"}


def test_ground_floors_pay_nothing_for_the_lift_where_the_table_says_so(shared):
    lift = shared().items[2]
    by_door = {address.door: cents for address, cents in lift.households.items()}
    assert by_door == {
        "101": 0,
        "102": 0,
        "201": 7_750_000,
        "202": 7_750_000,
        "301": 15_500_000,
    }
    assert lift.parties == {Source.CITY: 64_000_000, Source.RESIDENTS: 31_000_000}


def test_a_table_may_multiply_coefficient_and_area(shared):
    lift = shared(floors="by_area_reference").items[2]
    assert [cents for cents in lift.households.values() if cents] == [31_000_000]


def test_what_is_for_one_household_is_paid_by_it(shared):
    window = shared().items[3]
    assert {str(address): cents for address, cents in window.households.items()} == {
        "2-1-101": 160_000
    }


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(seed=st.integers(0, 10**6))
def test_the_order_of_rows_changes_nothing(shared, seed):
    head, *rows = HOUSEHOLDS.splitlines()
    random.Random(seed).shuffle(rows)
    assert bills(shared(households="\n".join([head, *rows]))) == bills(shared())


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    areas=st.lists(st.integers(1, 30_000), min_size=2, max_size=9),
    cost=st.integers(1, 10**9),
    share=st.integers(1, 100),
)
def test_more_area_never_pays_less_and_all_is_paid(shared, areas, cost, share):
    rows = "\n".join(f"1,1,{i},1,{area / 100:.2f},,," for i, area in enumerate(areas, 100))
    found = shared(
        households=HOUSEHOLDS.splitlines()[0] + "\n" + rows,
        works=f"内容,类别,金额(元),范围\n屋面,基础类,{cost / 100:.2f},小区\n",
        shares=f"类别或内容,出资方,比例或金额\n基础类,居民,{share}%\n基础类,市级,其余\n",
    )
    paid = sorted(zip(areas, (bill.part for bill in found.bills), strict=True))
    assert [part for _area, part in paid] == sorted(part for _area, part in paid)
    assert sum(part for _area, part in paid) == found.residents
    assert sum(sum(one.parties.values()) for one in found.items) == cost


def test_what_the_texts_say_of_a_party_is_said_beside_it(shared):
    shares = SHARES.replace("基础类,市级,60%", "基础类,市级,30%").replace("居民,10%", "居民,40%")
    said = " ".join(shared(shares=shares).remarks)
    assert "居民资金说的是" not in said  # P14 三(七)⑤ names no class
    shares = shares.replace("基础类,居民", "基础类,社会资本")
    assert "基础类列有社会资本出资" in " ".join(shared(shares=shares).remarks)


def test_a_basic_class_that_others_mostly_pay_is_pointed_out(shared):
    shares = SHARES.replace("市级,60%", "市级,10%").replace("居民,10%", "居民,60%")
    assert any("P14 附件3(四)" in remark for remark in shared(shares=shares).remarks)


CREDITS = "楼栋,单元,户号,出资形式,金额(元),与改造同步,业主已表决\n"


@pytest.mark.parametrize(
    ("row", "verdict", "credited"),
    [
        ("1,1,201,捐资,1000,,", Verdict.MET, 100_000),
        ("1,1,201,投工投劳,1000,,", Verdict.NOT_MET, 0),
        ("1,1,201,维修资金,1000,是,", Verdict.UNKNOWN, 0),
        ("1,1,201,维修资金,1000,是,是", Verdict.MET, 100_000),
    ],
)
def test_what_counts_as_a_contribution_reduces_what_is_due(shared, row, verdict, credited):
    found = shared(put_in=CREDITS + row)
    bill = bills(found)["1-1-201"]
    assert found.judged[0].verdict is verdict
    assert bill.credited == credited
    assert bill.cash == bill.part - credited


def test_labour_counts_in_kaifeng(shared):
    law = law_of("410202", date(2021, 6, 1))
    found = shared(law=law, put_in=CREDITS + "1,1,201,投工投劳,1000,,")
    assert found.judged[0].clause == "KF19 七(三)⑪"
    assert found.judged[0].counts


def test_common_income_is_credited_by_area_and_never_above_a_part(shared):
    found = shared(put_in=CREDITS + ",,,经营收益,366.90,,")
    assert bills(found)["1-1-101"].credited == 5_650
    over = shared(put_in=CREDITS + ",,,经营收益,9000000,,")
    assert all(bill.cash == 0 for bill in over.bills)
    assert any("没有用来抵减" in remark for remark in over.remarks)


def test_the_provident_fund_pays_up_to_the_part_and_no_further(shared):
    first = "1号楼,1单元,201,2,56.5,王芳,"
    found = shared(households=HOUSEHOLDS.replace(f"{first},", f"{first}3000,"))
    assert bills(found)["1-1-201"].cash == bills(found)["1-1-201"].part - 300_000
    assert found.funds[0].verdict is Verdict.MET
    with pytest.raises(InputError, match=r"G4: “1-1-201”提取公积金.*超过应付"):
        shared(households=HOUSEHOLDS.replace(f"{first},", f"{first}900000,"))


def test_the_maintenance_fund_waits_for_the_vote(shared):
    drawn = HOUSEHOLDS.replace("王芳,,", "王芳,,500")
    assert shared(households=drawn).open_evidence == 1
    assert shared(households=drawn, voted=True).open_evidence == 0
    with pytest.raises(Refusal, match="须先经相关业主表决"):
        shared(households=drawn, voted=False)


def test_before_the_civil_code_somebody_must_agree_on_a_basis(shared):
    with pytest.raises(InputError, match="没有写分摊方式，2020-06-01 又没有可依的条文"):
        shared(law=law_of("110102", date(2020, 6, 1)))


WRONG = [
    ("households", "101,1,75", "101,1,", "2-1-101”没有建筑面积"),
    ("households", "101,1,75", "101,1,-75", "F7|E7: 面积“-75”是负数"),
    ("households", "2号楼,1单元,101", "一号楼,1单元,101", "无人分摊"),
    ("households", "2号楼,1单元,101", "1栋,1门,101室", "是同一户"),
    ("households", "301,3,", "301,12,", "12 层不在楼层系数表"),
    ("households", "301,3,", "301,,", "“1-1-301”没有楼层"),
    ("households", "301,3,", "301,三,", "看不懂楼层“三”"),
    ("households", "75,赵敏,,", "75,赵敏,,\n合计,,,,400,,,", "相差 33.1 ㎡"),
    ("works", "36000", "", "没有写金额"),
    ("works", "36000", "-1", "是负数"),
    ("works", "36000", "3.6万元", "单位不一致"),
    ("works", "金额(元)", "金额", "没有单位"),
    ("works", "屋面防水,基础类", "屋面防水,其他类", "不认识类别“其他类”"),
    ("works", "户数\n", "人口\n", "不认识分摊方式“人口”"),
    ("works", "小区,,,,", ",,,,", "没有写范围"),
    ("works", "4800,户,2号楼,1单元,101,", "4800,户,2号楼,1单元,101,\n合计,,9,,,,,", "合计“9”"),
    ("works", "户内门窗,完善类,4800,户,2号楼,1单元,101,", "屋面防水,基础类,1,小区,,,,", "重复"),
    ("shares", "基础类,居民,10%", "基础类,居民,11%", "合计 101%，不是 100%"),
    ("shares", "完善类,居民,1/3", "完善类,居民,30%", "不是 100%"),
    ("shares", "基础类,居民,10%", "基础类,村委会,10%", "不认识出资方“村委会”"),
    ("shares", "基础类,区级,30%", "基础类,市,30%", "在第 B2 格已写过"),
    ("shares", "64万元", "96万元", "各方出资合计"),
    ("shares", "加装电梯,居民,其余", "加装电梯,区级,其余\n加装电梯,居民,其余", "只能有一方"),
    ("shares", "完善类,区级,1/3\n完善类,产权单位,1/3\n完善类,居民,1/3\n", "", "由谁出资"),
    ("shares", "基础类,居民,10%", "基础类,居民,130", "没有单位"),
    ("shares", "加装电梯,市级", "加装电悌,市级", "“加装电悌”不是类别"),
]


@pytest.mark.parametrize(("table", "old", "new", "said"), WRONG)
def test_bad_input_is_refused_in_a_sentence(shared, table, old, new, said):
    text = {"households": HOUSEHOLDS, "works": WORKS, "shares": SHARES}[table]
    assert old in text
    with pytest.raises(InputError, match=said):
        shared(**{table: text.replace(old, new)})


def test_a_declared_area_that_differs_is_refused(shared):
    with pytest.raises(InputError, match=r"366\.9 ㎡，与申报的 400 ㎡"):
        shared(area=Fraction(400))


@pytest.mark.parametrize(
    ("owner", "shown"),
    [("王芳", "王*"), ("", ""), ("示范机械厂", "示范机械厂"), ("阿依·买买提", "阿*****")],
)
def test_persons_are_masked_and_organisations_are_not(owner, shown):
    assert masked(owner) == shown


@pytest.mark.parametrize(
    ("written", "spelled"),
    [
        ("3号楼", "3"),
        ("第03栋", "3"),
        ("２单元", "2"),
        ("301室", "301"),
        ("甲楼", "甲"),
        ("A座", "A"),
    ],
)
def test_parts_of_an_address_have_one_spelling(written, spelled):
    assert plain_part(written) == spelled
