"""Who is whose neighbour."""

from collections import Counter
from itertools import combinations
from math import cos, hypot, radians, sin, sqrt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiugai.kernel.errors import InputError
from jiugai.planning.ground import neighbours
from jiugai.planning.ground.neighbours import (
    Pair,
    Place,
    find_neighbours,
    metres_between,
    nearness,
    refuse_crowds,
)
from tests.core.planning.blocks.ground import place

spots = st.lists(
    st.tuples(st.integers(0, 8).map(lambda n: n * 60), st.integers(0, 8).map(lambda n: n * 60)),
    max_size=14,
).map(lambda found: [place(f"{i:02d}", *at) for i, at in enumerate(found)])


def ids(pairs):
    """Return the ids of pairs."""
    return [(pair.first, pair.second) for pair in pairs]


def on_the_ellipsoid(start, end):
    """Return the metres on WGS-84 between points that are near, by the two radii in between."""
    axis, flat = 6_378_137.0, 1 / 298.257223563
    square = flat * (2 - flat)
    middle = radians((start[1] + end[1]) / 2)
    bend = 1 - square * sin(middle) ** 2
    north = axis * (1 - square) / bend**1.5 * radians(end[1] - start[1])
    east = axis / sqrt(bend) * cos(middle) * radians(end[0] - start[0])
    return hypot(east, north)


def test_estates_within_reach_are_neighbours_in_order_of_ids():
    found = find_neighbours(
        [place("c", 390), place("a", 0), place("b", 150)], within_m=250, most=4
    )

    assert ids(found) == [("a", "b"), ("b", "c")]
    assert [pair.metres for pair in found] == pytest.approx([150, 240], abs=0.1)


def test_the_distance_itself_is_within_reach():
    places = [place("a", 0), Place("b", *(116.35, 39.912))]
    (metres,) = metres_between(np.array([[116.35, 39.91]]), np.array([[116.35, 39.912]]))

    assert find_neighbours(places, within_m=int(metres) + 1, most=1)
    assert not find_neighbours(places, within_m=int(metres), most=1)


@pytest.mark.parametrize("lat", [18.3, 30.6, 39.9, 53.4])
@pytest.mark.parametrize(("east", "north"), [(0.002, 0.0), (0.0, 0.002), (0.01, -0.007)])
def test_metres_are_those_of_the_ellipsoid_to_half_a_percent(lat, east, north):
    start, end = (110.0, lat), (110.0 + east, lat + north)

    (found,) = metres_between(np.array([start]), np.array([end]))
    assert found == pytest.approx(on_the_ellipsoid(start, end), rel=0.005)


def test_an_estate_counts_only_so_many_the_nearest_first():
    star = [place("m", 0), place("e", 100), place("n", 0, 90), place("s", 0, -80)]

    assert ids(find_neighbours(star, within_m=120, most=2)) == [("m", "n"), ("m", "s")]
    assert ids(find_neighbours(star, within_m=120, most=3)) == [
        ("e", "m"),
        ("m", "n"),
        ("m", "s"),
    ]


def test_the_same_point_is_a_neighbour_at_no_distance():
    (found,) = find_neighbours([place("a", 5), place("b", 5)], within_m=0, most=1)

    assert found == Pair("a", "b", 0.0)


def test_an_estate_without_a_point_has_no_neighbours_and_is_named():
    found = nearness([place("a", 0), Place("c", None, None), Place("b", 116.35, None)], within_m=9)

    assert found.pairs == ()
    assert found.without_point == ("b", "c")


def test_a_pair_is_in_order():
    with pytest.raises(ValueError, match="in order"):
        Pair("b", "a", 1.0)


def test_points_all_in_one_place_are_refused_with_what_to_do(monkeypatch):
    monkeypatch.setattr(neighbours, "MOST_PAIRS", 9)
    crowd = [place(str(i), 0) for i in range(5)]

    for asked in (nearness, refuse_crowds):
        with pytest.raises(InputError, match="核对坐标是否都落在同一点"):
            asked(crowd, within_m=10)
    refuse_crowds(crowd[:4], within_m=10)


@pytest.mark.slow
@given(spots, st.integers(0, 400), st.integers(0, 5))
def test_no_estate_has_more_than_it_may_and_nobody_nearer_is_passed_over(places, within_m, most):
    every = nearness(places, within_m=within_m).pairs
    kept = find_neighbours(places, within_m=within_m, most=most)
    counts = Counter(id_ for pair in kept for id_ in (pair.first, pair.second))

    assert set(kept) <= set(every)
    assert max(counts.values(), default=0) <= most
    for out in set(every) - set(kept):
        nearer = [
            sum(one.metres <= out.metres for one in kept if id_ in (one.first, one.second))
            for id_ in (out.first, out.second)
        ]
        assert most in nearer


@pytest.mark.slow
@given(spots, st.integers(0, 400), st.randoms())
def test_pairs_are_those_of_measuring_each_with_each_in_whatever_order(places, within_m, random):
    mixed = list(places)
    random.shuffle(mixed)
    expected = []
    for one, other in combinations(places, 2):
        ends = [np.array([[p.lon, p.lat]]) for p in (one, other)]
        if metres_between(*ends)[0] <= within_m:
            expected.append((one.id, other.id))

    assert ids(nearness(mixed, within_m=within_m).pairs) == expected


@pytest.mark.slow
def test_fifty_thousand_estates_take_two_seconds():
    from time import perf_counter

    lon, lat = np.random.default_rng(1).uniform((116.0, 39.7), (116.6, 40.1), (50_000, 2)).T
    places = [Place(f"{i:05d}", x, y) for i, (x, y) in enumerate(zip(lon, lat, strict=True))]
    began = perf_counter()

    assert len(find_neighbours(places, within_m=200, most=4)) > 10_000
    assert perf_counter() - began < 10  # two seconds on a machine of its own
