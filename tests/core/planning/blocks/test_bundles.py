"""Estates of one year that lie together."""

import polars as pl
import pytest

from jiugai.planning.blocks.bundles import bundles_of
from jiugai.planning.ground.ground import places_of
from jiugai.planning.ground.neighbours import Place
from tests.core.planning.blocks.ground import barriers, place, planned
from tests.core.planning.build import cents, estate

ROW = [place("a", 0), place("b", 150), place("c", 300), place("d", 1000)]


def names(found):
    """Return the members of every bundle."""
    return ["".join(one.estate.id for one in bundle.members) for bundle in found.all]


def test_estates_of_a_year_hang_together_over_others_between_them():
    found = bundles_of(planned(ROW))

    assert names(found) == ["abc", "d"]
    (bundle,) = found.together
    assert (bundle.id, bundle.year) == ("B2026-01", 2026)
    assert bundle.span_m == pytest.approx(300, abs=0.5)
    assert (bundle.households, bundle.cost) == (300, cents(300))


def test_the_bundle_is_named_after_its_largest_estate():
    estates = [
        estate(id_, 100, households=size) for id_, size in zip("abcd", (1, 9, 3, 3), strict=True)
    ]
    bundle, alone = bundles_of(planned(ROW, estates=estates)).all

    assert bundle.lead.id == "b"
    assert bundle.name == "示范甲街道b小区片区"
    assert alone.name == "d小区"


def test_estates_of_different_years_do_not_hang_together():
    estates = [
        estate(id_, 100, years=(year,))
        for id_, year in zip("abcd", (2026, 2027, 2026, 2027), strict=True)
    ]

    assert names(bundles_of(planned(ROW, estates=estates))) == ["a", "c", "b", "d"]


def test_a_barrier_parts_a_bundle_and_is_counted(tmp_path):
    river = barriers(tmp_path, ("示范河", "LineString", [(200, -500), (200, 500)]))
    found = bundles_of(planned(ROW, walls=river))

    assert names(found) == ["ab", "c", "d"]
    assert found.apart == (("示范河", 1),)


def test_an_estate_hangs_together_with_more_than_it_may_be_rewarded_for():
    crowd = [place(str(i), 10 * i) for i in range(8)]
    (bundle,) = bundles_of(planned(crowd)).all

    assert len(bundle.near) == 28
    assert len(bundle.rewarded) < 28
    assert set(bundle.rewarded) <= set(bundle.near)


def test_an_estate_without_a_point_is_alone_and_named():
    found = bundles_of(planned([place("a", 0), Place("b", None, None)]))

    assert names(found) == ["a", "b"]
    assert found.without_point == ("b",)


def test_an_estate_left_out_that_would_connect_others_is_a_missing_link():
    estates = [estate("a", 100), estate("b", 900, score=1), estate("c", 100), estate("d", 100)]
    found = bundles_of(planned(ROW, money=300, estates=estates))
    (link,) = found.links

    assert names(found) == ["a", "c", "d"]
    assert (link.estate.id, link.joins, link.connects) == ("b", ("a小区", "c小区"), True)
    assert link.metres == pytest.approx(150, abs=0.1)


def test_an_estate_left_out_beside_a_bundle_would_extend_it():
    estates = [estate("a", 100), estate("b", 100), estate("c", 900, score=1), estate("d", 100)]
    (link,) = bundles_of(planned(ROW, money=300, estates=estates)).links

    assert (link.estate.id, link.joins, link.connects) == ("c", ("示范甲街道a小区片区",), False)


def test_an_estate_beside_a_single_one_is_no_link():
    estates = [estate("a", 100), estate("b", 900, score=1)]

    assert not bundles_of(planned(ROW[:2], money=200, estates=estates)).links


def test_places_come_from_a_register_with_what_is_idle():
    estates = pl.DataFrame({"estate_id": ["b", "a"], "lon": [116.3, None], "lat": [39.9, None]})
    resources = pl.DataFrame({"estate_id": ["b", "b"], "kind": ["shed", "boiler"]})

    assert places_of(estates, resources) == (
        Place("a", None, None),
        Place("b", 116.3, 39.9, ("锅炉房", "自行车棚")),
    )
    assert places_of(estates.select("estate_id")) == (
        Place("a", None, None),
        Place("b", None, None),
    )


def test_what_is_idle_in_a_bundle_could_be_shared():
    ground = [place("a", 0, idle=("锅炉房",)), place("b", 100)]
    (bundle,) = bundles_of(planned(ground)).all

    assert bundle.idle == (("a", "锅炉房"),)
