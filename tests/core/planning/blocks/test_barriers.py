"""What keeps neighbours apart."""

import json

import pytest

from jiugai.kernel.coordinates import Datum
from jiugai.kernel.errors import InputError
from jiugai.kernel.geojson import shifted
from jiugai.planning.ground.barriers import read_barriers
from jiugai.planning.ground.neighbours import find_neighbours, nearness
from tests.core.planning.blocks.ground import barrier_file, barriers, degrees, place

RIVER = ("示范河", "LineString", [(50, -500), (50, 500)])
RING = ("环路", "Polygon", [(-50, -50), (150, -50), (150, 50), (-50, 50), (-50, -50)])


def pairs(places, walls):
    """Return who is whose neighbour within 200 m."""
    found = find_neighbours(places, within_m=200, most=9, barriers=walls)
    return {pair.first + pair.second for pair in found}


def test_a_line_between_two_estates_keeps_them_apart(tmp_path):
    places = [place("a", 0), place("b", 100), place("c", 120, 30)]

    assert pairs(places, barriers(tmp_path, RIVER)) == {"bc"}


def test_a_line_that_ends_before_does_not(tmp_path):
    walls = barriers(tmp_path, ("短墙", "LineString", [(50, 10), (50, 500)]))

    assert pairs([place("a", 0), place("b", 100)], walls) == {"ab"}


def test_inside_a_ring_road_estates_are_neighbours_and_across_it_not(tmp_path):
    places = [place("a", 0), place("b", 100), place("c", 200)]

    assert pairs(places, barriers(tmp_path, RING)) == {"ab"}


def test_a_park_between_two_estates_keeps_them_apart(tmp_path):
    park = ("公园", "Polygon", [(40, -20), (60, -20), (60, 20), (40, 20), (40, -20)])

    assert pairs([place("a", 0), place("b", 100)], barriers(tmp_path, park)) == set()


def test_nothing_is_between_an_estate_and_another_on_the_same_point(tmp_path):
    assert pairs([place("a", 50), place("b", 50)], barriers(tmp_path, RIVER)) == {"ab"}


def test_each_barrier_says_how_many_pairs_it_keeps_apart(tmp_path):
    walls = barriers(tmp_path, RIVER, ("铁路", "LineString", [(-100, 40), (300, 40)]))
    places = [place("a", 0), place("b", 100), place("c", 0, 80)]

    found = nearness(places, within_m=200, barriers=walls)
    assert found.pairs == ()
    assert found.apart == (("示范河", 2), ("铁路", 1))


@pytest.mark.parametrize("datum", [Datum.GCJ02, Datum.BD09])
def test_a_file_may_name_its_datum(tmp_path, datum):
    import shapely

    line = shapely.linestrings([degrees(50, -500), degrees(50, 500)])
    moved = shapely.get_coordinates(shifted(line, Datum.WGS84, datum)).tolist()
    path = barrier_file(tmp_path, datum=datum.value)
    content = json.loads(path.read_text(encoding="utf-8"))
    content["features"] = [
        {"properties": {"name": "河"}, "geometry": {"type": "LineString", "coordinates": moved}}
    ]
    path.write_text(json.dumps(content), encoding="utf-8")

    assert pairs([place("a", 40), place("b", 60)], read_barriers(path)) == set()
    assert pairs([place("a", 60), place("b", 80)], read_barriers(path)) == {"ab"}


def written(folder, content):
    """Return the path of a file with that content."""
    path = folder / "河.geojson"
    path.write_text(content if isinstance(content, str) else json.dumps(content), "utf-8")
    return path


def collection(*features, **more):
    """Return a collection of features given as (properties, geometry)."""
    found = [{"properties": about, "geometry": shape} for about, shape in features]
    return {"type": "FeatureCollection", "features": found, **more}


LINE = {"type": "LineString", "coordinates": [[116.3, 39.9], [116.4, 39.9]]}


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("不是 json", "不是隔离物文件"),
        ({"type": "FeatureCollection"}, "不是隔离物文件"),
        (collection(), "没有任何要素"),
        (collection(({"name": "河"}, LINE), (None, LINE)), "第 2 个要素: 不是隔离物文件"),
        (collection(({"name": " "}, LINE)), "第 1 个要素: 没有名称"),
        (collection(({"title": "河"}, LINE)), "第 1 个要素: 不是隔离物文件"),
        (
            collection(({"name": "河"}, {"type": "Point", "coordinates": [116, 39]})),
            "“河”不是线或面",
        ),
        (
            collection(({"name": "河"}, {"type": "LineString", "coordinates": []})),
            "“河”不是线或面",
        ),
        (
            collection(({"name": "河"}, LINE | {"coordinates": [[500000, 4400000], [1, 2]]})),
            "“河”的坐标不是经纬度",
        ),
        (
            collection(({"name": "河"}, LINE), crs={"properties": {"name": "EPSG:3857"}}),
            "坐标系不是经纬度",
        ),
        (collection(({"name": "河"}, None)), "不是"),
    ],
)
def test_what_cannot_be_used_is_refused_in_one_sentence(tmp_path, content, sentence):
    with pytest.raises(InputError, match=sentence) as refused:
        read_barriers(written(tmp_path, content))
    assert str(refused.value).startswith("河.geojson")
    assert "\n" not in str(refused.value)


def test_a_file_may_name_the_usual_coordinate_system(tmp_path):
    crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:OGC:1.3:CRS84"}}

    assert read_barriers(written(tmp_path, collection(({"name": "河"}, LINE), crs=crs))).names
