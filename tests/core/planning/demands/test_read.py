"""Files of demands as offices keep them, and what is said of those that cannot be used."""

from fractions import Fraction

import pytest

from jiugai.kernel.errors import InputError
from jiugai.planning.demands.demand import EACH_YEAR
from jiugai.planning.demands.read import read_demands
from jiugai.planning.model.limits import Unit
from jiugai.planning.money.budget import EVERY_CLASS
from tests.core.planning.build import BASIC, IMPROVING, UPGRADING, YEARS

HEAD = "类型,对象,街道,年度,类别,至少,至多,单位,理由\n"


@pytest.fixture
def read(tmp_path):
    """Return a function that reads demands of some text."""

    def reader(text):
        path = tmp_path / "要求.csv"
        path.write_text(text, encoding="utf-8")
        return read_demands(path, years=YEARS)

    return reader


def test_a_quota_has_a_division_a_year_and_two_sides(read):
    (quota,) = read(f"{HEAD}配额,示范甲街道,,2027,基础类,3,6,小区,\n").quotas

    assert (quota.division, quota.year, quota.classes) == ("示范甲街道", 2027, BASIC)
    assert (quota.least, quota.most, quota.unit) == (3, 6, Unit.ESTATES)
    assert str(quota.place) == "要求.csv B2"


@pytest.mark.parametrize(
    ("year", "years"),
    [("", [None]), ("整个计划期", [None]), ("每年", [2026, 2027]), ("2026、2027", [2026, 2027])],
)
def test_a_quota_is_for_the_whole_plan_or_for_years_each_by_itself(read, year, years):
    found = read(f"{HEAD}配额,全部,,{year},,3,,户,\n").quotas

    assert [quota.year for quota in found] == years
    assert {quota.division for quota in found} == {""}


@pytest.mark.parametrize(
    ("cell", "unit", "amount", "counted"),
    [
        ("12", "小区", 12, Unit.ESTATES),
        ("3000户", "", 3000, Unit.HOUSEHOLDS),
        ('"3,000"', "户", 3000, Unit.HOUSEHOLDS),
        ("5000㎡", "", 5000, Unit.AREA),
        ("5000", "万元", 5_000_000_000, Unit.INVESTMENT),
        ("1.2亿元", "", 12_000_000_000, Unit.INVESTMENT),
        ("10%", "户", Fraction(1, 10), Unit.HOUSEHOLDS),
        ("12.5％", "资金", Fraction(1, 8), Unit.INVESTMENT),
    ],
)
def test_amounts_are_whole_units_cents_or_shares(read, cell, unit, amount, counted):
    (quota,) = read(f"{HEAD}配额,全部,,,,{cell},,{unit},\n").quotas

    assert (quota.least, quota.unit) == (amount, counted)


def test_the_other_kinds_and_english_words(read):
    found = read(
        "kind,subject,street,year,classes,at least,at most,unit,reason\n"
        "lock,SF1,,2026,basic+upgrading,,,,\n"
        "exclude,积木里,示范甲街道,2027,,,,,no owner\n"
        "firm,A Ltd,,,improving,,20,estates,\n"
        "firm,all,,2026,,,900,households,\n"
        "pilot,SF2,,,,,,,\n"
    )

    (lock,), (ban,), (pilot,) = found.locks, found.exclusions, found.pilots
    assert (lock.years, lock.classes) == ((2026,), BASIC | UPGRADING)
    assert (ban.estate.street, ban.years, ban.reason) == ("示范甲街道", (2027,), "no owner")
    assert [(f.firm, f.year, f.classes, f.most) for f in found.firms] == [
        ("A Ltd", EACH_YEAR, IMPROVING, 20),
        ("", 2026, EVERY_CLASS, 900),
    ]
    assert pilot.name == "SF2"


@pytest.mark.parametrize(
    ("line", "cell", "words"),
    [
        ("份额,全部,,,,1,,户,", "A2", "不认识类型“份额”"),
        ("配额,,,,,1,,户,", "B2", "没有写对象"),
        ("配额,全部,,,,,,户,", "F2", "没有写 至少 或 至多"),
        ("配额,全部,,,,5,3,户,", "F2", "至少 5 大于 至多 3"),
        ("配额,全部,,,,50%,30%,户,", "F2", "至少 50% 大于 至多 30%"),
        ("配额,全部,,,,-5,,户,", "F2", "是负数"),
        ("配额,全部,,,,120%,,户,", "F2", "超过 100%"),
        ("配额,全部,,,,五,,户,", "F2", "看不懂数量“五”"),
        ("配额,全部,,,,5.5,,户,", "F2", "看不懂数量“5.5”"),
        ("配额,全部,,,,5,,,", "H2", "没有写单位"),
        ("配额,全部,,,,5,,栋,", "H2", "不认识单位“栋”"),
        ("配额,全部,,,,5户,9,小区,", "H2", "两种单位"),
        ("配额,全部,,2035,,5,,户,", "D2", "不在计划期 2026–2027"),
        ("配额,全部,,明年,,5,,户,", "D2", "看不懂年度"),
        ("配额,全部,,,豪华类,5,,户,", "E2", "可用于哪类"),
        ("锁定,甲,,2035,,,,,", "D2", "不在计划期"),
        ("排除,甲,,,,,,,", "I2", "没有写理由"),
        ("企业,甲,,,,,10%,户,", "G2", "不能写比例"),
        ("企业,甲,,,,5,10,户,", "G2", "不能写 至少"),
    ],
)
def test_a_wrong_cell_is_named_with_what_to_do(read, line, cell, words):
    with pytest.raises(InputError) as refused:
        read(f"{HEAD}{line}\n")

    assert str(refused.value).startswith(f"要求.csv {cell}: ")
    assert words in str(refused.value)


@pytest.mark.parametrize(
    ("text", "words"), [("甲,乙\n1,2\n", "找不到表头"), (HEAD, "没有任何要求")]
)
def test_a_file_that_demands_nothing_is_refused(read, text, words):
    with pytest.raises(InputError, match=words):
        read(text)
