"""Pilot estates: what KF19 asks of counties and districts, where the office names them."""

from dataclasses import replace
from datetime import date

import pytest

from jiugai.kernel.errors import InputError
from jiugai.planning.demands.demand import Demands, Named, Place
from jiugai.planning.demands.pilots import pilot_limits, pilots_asked
from jiugai.planning.pool.candidates import LeftOut, Pool, Why
from jiugai.policy.law import law_of
from tests.core.planning.build import estate, plan, yearly, years_of

YEARS = (2019, 2020, 2021)
DAY = date(2019, 12, 30)
GULOU, LANKAO = "410204", "410225"


@pytest.fixture(scope="module")
def asked():
    """Return what the law of Kaifeng asks for."""
    return pilots_asked(law_of("4102", DAY))


def somewhere(id_, code, **more):
    return replace(estate(id_, 5, years=YEARS, **more), division=code)


def pilots(*names):
    return tuple(Named(Place("要求.csv", f"B{row}"), name) for row, name in enumerate(names, 2))


def test_a_county_owes_one_and_a_district_two(asked):
    pool = Pool(YEARS, (somewhere("a", GULOU), somewhere("b", GULOU), somewhere("c", LANKAO)), ())
    district, county = pilot_limits(pilots("a", "b", "c"), asked, pool)

    assert (district.title, str(district.clause)) == (
        "2020-03-31 前鼓楼区的示范小区至少 2 个",
        "KF19 六(三)⑤",
    )
    assert (county.title, str(county.clause)) == (
        "2020-03-31 前兰考县的示范小区至少 1 个",
        "KF19 六(三)④",
    )
    assert district.when.any(axis=1).tolist() == [True, True, False]
    assert district.stood == "要求.csv B2、要求.csv B3"


def test_a_reading_makes_three_the_most():
    strict = pilots_asked(law_of("4102", DAY, readings={"kf19.pilot_cap": "range"}))
    pool = Pool(YEARS, tuple(somewhere(id_, GULOU) for id_ in "abcd"), ())
    limits = pilot_limits(pilots(*"abcd"), strict, pool)

    assert [limit.most for limit in limits] == [-2, 3]


def test_a_plan_starts_the_pilots_in_time(asked):
    everybody = [somewhere("a", GULOU, score=1), somewhere("b", GULOU, score=1)]
    everybody += [somewhere(f"r{i}", GULOU, score=90) for i in range(6)]
    found = plan(
        everybody,
        yearly(10, 10, 10, years=YEARS),
        demands=Demands("要求.csv", pilots=pilots("a", "b")),
        pilots=asked,
    )

    assert years_of(found)["a"] <= 2020
    assert years_of(found)["b"] <= 2020


def test_where_no_text_asks_for_pilots_nobody_is_one():
    assert pilots_asked(law_of("110102", date(2020, 6, 1))) is None
    with pytest.raises(InputError, match="B2: 计划期内没有条文要求试点的数量"):
        pilot_limits(pilots("a"), None, Pool(YEARS, (somewhere("a", GULOU),), ()))


def test_after_the_day_nothing_is_asked_any_more(asked):
    with pytest.raises(InputError, match="改用 锁定"):
        pilot_limits(pilots("a"), asked, Pool((2026, 2027), (somewhere("a", GULOU),), ()))


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("old", "试点old小区（old）不能列入：不符合"),
        ("lost", "没有区划代码"),
        ("x", "没有小区“x”"),
    ],
)
def test_a_pilot_that_cannot_be_is_refused_with_its_cell(asked, name, words):
    out = LeftOut(somewhere("old", GULOU), Why.SCOPE, "不符合")
    with pytest.raises(InputError) as refused:
        pilot_limits(pilots(name), asked, Pool(YEARS, (somewhere("lost", ""),), (out,)))

    assert str(refused.value).startswith("要求.csv B2: ")
    assert words in str(refused.value)
