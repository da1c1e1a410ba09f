"""Things of the made-up estates stand where such things can stand."""

from itertools import combinations, pairwise

import pytest
from shapely.geometry import LineString, Point, shape

from jiugai.apps.registry.queries.neighbours import metres_between
from jiugai.site.demo_ground import LANES, block, edge, pipe

LON, LAT = 88.0, 40.0


@pytest.mark.parametrize("count", [1, 3, 5, 6, 23, 40])
def test_pipes_run_between_blocks_and_never_under_one_or_along_another(count):
    blocks = [shape(block(LON, LAT, n, count)["outline"]) for n in range(count)]
    lines = [LineString(pipe(LON, LAT, count, kind)[0]["coordinates"]) for kind in LANES]

    assert not [line for line in lines for one in blocks if line.intersects(one)]
    assert not [a for a, b in combinations(lines, 2) if a.intersection(b).length > 0]


@pytest.mark.parametrize("count", [1, 7])
def test_a_pipe_is_as_long_as_it_is_drawn(count):
    line, metres = pipe(LON, LAT, count, "water")

    drawn = sum(metres_between(*a, *b) for a, b in pairwise(line["coordinates"]))
    assert metres == pytest.approx(drawn, rel=0.01)
    assert metres > count * 56


@pytest.mark.parametrize("count", [1, 4, 12])
def test_rooms_and_sheds_stand_beside_the_blocks(count):
    blocks = [shape(block(LON, LAT, n, count)["outline"]) for n in range(count)]
    places = [Point(edge(LON, LAT, count, number)) for number in range(3)]

    assert not [one for one in blocks for place in places if one.contains(place)]
    assert len({(place.x, place.y) for place in places}) == 3
