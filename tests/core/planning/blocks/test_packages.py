"""Tender packages: everything in exactly one, within the limits, to the cent."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jiugai.kernel.errors import UsageError
from jiugai.planning.blocks.bundles import bundles_of
from jiugai.planning.blocks.cuts import bits, components
from jiugai.planning.blocks.packages import make_packages
from jiugai.planning.demands.packaging import By, PackageLimits, Packaging, read_packaging
from tests.core.planning.blocks.ground import place, planned
from tests.core.planning.build import cents, estate

ROW = [place(id_, 150 * at) for at, id_ in enumerate("abcdef")]
NO_LIMITS = PackageLimits()


def packed(plan, by=By.BLOCK, **limits):
    """Return the packages of a plan."""
    return make_packages(bundles_of(plan), by=by, limits=PackageLimits(**limits))


def names(found):
    """Return the estates of every package."""
    return ["".join(lot.estate.estate.id for lot in package.lots) for package in found.all]


def test_without_limits_a_block_is_a_package():
    found = packed(planned([*ROW[:3], place("z", 5000)]))

    assert names(found) == ["abc", "z"]
    assert [one.name for one in found.all] == ["示范甲街道a小区片区", "z小区"]
    assert found.is_fewest


def test_a_block_over_the_limit_falls_into_pieces_that_hang_together():
    found = packed(planned(ROW), most_estates=4)

    assert names(found) == ["abc", "def"]
    assert [one.name for one in found.all] == [
        "示范甲街道a小区片区第 1 标段",
        "示范甲街道a小区片区第 2 标段",
    ]
    assert (found.bound, found.is_fewest) == (2, True)


def test_a_single_estate_over_the_limit_is_a_package_of_its_own_and_flagged():
    estates = [estate("a", 100), estate("b", 900), estate("c", 100)]
    found = packed(planned(ROW[:3], estates=estates), most_cost=cents(500))

    assert names(found) == ["a", "b", "c"]
    assert [one.is_over for one in found.all] == [False, True, False]


def test_a_package_below_the_least_is_flagged():
    found = packed(planned(ROW[:2]), least_cost=cents(300))

    assert [one.is_small for one in found.all] == [True]


def test_by_street_estates_go_together_wherever_they_lie():
    far = [place("a", 0), place("b", 5000), place("c", 9000)]
    estates = [estate("a", 100), estate("b", 100), estate("c", 100, street="110199002")]
    found = packed(planned(far, estates=estates), By.STREET)

    assert names(found) == ["ab", "c"]
    assert found.all[0].name == "示范甲街道标段"


def test_by_class_every_class_that_costs_something_is_tendered_apart():
    estates = [estate("a", 100, 50), estate("b", 100, None, 30), estate("c", 0, 20)]
    found = packed(planned(ROW[:3], estates=estates), By.CLASS)

    assert [
        (one.name, "".join(lot.estate.estate.id for lot in one.lots)) for one in found.all
    ] == [
        ("基础类标段", "ab"),
        ("完善类标段", "ac"),
        ("提升类标段", "b"),
    ]
    assert [one.cost for one in found.all] == [cents(200), cents(70), cents(30)]


estates = st.lists(
    st.tuples(
        st.integers(0, 12),  # how far along a street of 80 m steps
        st.integers(1, 90_000),  # cents of basic works
        st.integers(0, 30_000),  # cents of improving works
        st.integers(1, 400),  # households
        st.sampled_from([(2026,), (2027,)]),
        st.sampled_from(["110199001", "110199002"]),
    ),
    min_size=1,
    max_size=9,
)


@pytest.mark.slow
@settings(max_examples=60)
@given(
    estates,
    st.sampled_from(list(By)),
    st.builds(
        PackageLimits,
        most_cost=st.none() | st.integers(1, 200_000),
        most_households=st.none() | st.integers(1, 900),
        most_estates=st.none() | st.integers(1, 4),
        least_cost=st.integers(0, 50_000),
    ),
)
def test_every_estate_is_in_one_package_within_the_limits_to_the_cent(given_, by, limits):
    places = [place(f"{i}", 80 * row[0]) for i, row in enumerate(given_)]
    made = [
        estate(f"{i}", basic / 1e6, more / 1e6, households=size, years=years, street=street)
        for i, (_at, basic, more, size, years, street) in enumerate(given_)
    ]
    plan = planned(places, estates=made)
    bundles = bundles_of(plan)
    found = make_packages(bundles, by=by, limits=limits)

    lots = [(package, lot) for package in found.all for lot in package.lots]
    works = Counter((lot.estate.estate.id, one) for _package, lot in lots for one in lot.works)
    assert set(works.values()) == {1}
    assert set(works) == {
        (one.estate.id, kind)
        for one in plan.chosen
        for kind in one.works
        if by is not By.CLASS or one.gross_of(kind)
    }
    assert all(lot.estate.year == package.year for package, lot in lots)
    assert sum(package.cost for package in found.all) == sum(one.cost for one in plan.chosen)
    for package in found.all:
        size = (package.cost, package.households, len(package.lots))
        within = all(most is None or s <= most for s, most in zip(size, limits.most, strict=True))
        assert within is not package.is_over
        assert within or len(package.lots) == 1
        assert package.is_small is (package.cost < limits.least_cost)
    assert found.bound <= len(found.all)
    assert make_packages(bundles_of(plan), by=by, limits=limits) == found
    if by is By.BLOCK:
        assert all(hangs_together(package, bundles) for package in found.all)


def hangs_together(package, bundles):
    """Return whether the estates of a package are in one piece."""
    place_of = {lot.estate.estate.id: at for at, lot in enumerate(package.lots)}
    touches = [0] * len(place_of)
    for pair in (pair for bundle in bundles.all for pair in bundle.near):
        if pair.first in place_of and pair.second in place_of:
            first, second = place_of[pair.first], place_of[pair.second]
            touches[first] |= 1 << second
            touches[second] |= 1 << first
    return len(components(touches, bits(range(len(touches))))) == 1


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("按=片区", Packaging()),
        ("by=section", Packaging(By.STREET)),
        ("按＝类别，户＝２０００", Packaging(By.CLASS, PackageLimits(most_households=2000))),
        (
            "by=block,wan=3000.5,households=2000,estates=5,least_wan=300",
            Packaging(By.BLOCK, PackageLimits(cents(3000.5), 2000, 5, cents(300))),
        ),
        ("万元=1亿;小区=5", Packaging(limits=PackageLimits(cents(10000), None, 5))),
    ],
)
def test_packages_are_asked_for_in_words(text, asked):
    assert read_packaging(text) == asked


@pytest.mark.parametrize(
    "text",
    ["", "片区", "按=户型", "户=0", "户=-1", "户=1.5", "户=2,户=3", "万元=", "万元=x", "a=1"],
)
def test_what_is_not_understood_is_refused_with_an_example(text):
    with pytest.raises(UsageError, match="按=片区,万元=3000"):
        read_packaging(text)


def test_a_package_cannot_cost_at_least_more_than_at_most():
    with pytest.raises(UsageError, match="至少的金额大于至多的金额"):
        read_packaging("万元=100,至少万元=300")
