"""Where estates lie: divisions, coordinates, datums, outlines."""

import json

import numpy as np
import pytest

from jiugai.census import IssueKind, Severity, find_outlines, read_ledgers
from jiugai.census.outlines import read_outlines
from jiugai.kernel.coordinates import Datum, convert
from jiugai.kernel.errors import InputError, UsageError
from tests.core.census.builders import text

HEADING = ["小区编号", "小区名称", "区县"]


def read(tmp_path, rows, *, place="11", outlines=()):
    return read_ledgers([text(tmp_path / "a.csv", rows)], place=place, outlines=outlines)


@pytest.mark.parametrize(
    "cell",
    ["西城区", "西城", "Xicheng", "xicheng district", "北京市西城区", "110102", "110102007001"],
)
@pytest.mark.parametrize("heading", ["区县", "区划代码"])
def test_a_district_is_known_by_name_pinyin_and_code(tmp_path, cell, heading):
    found = read(tmp_path, [["小区编号", heading], ["A1", cell]])
    division, district = found.estates.select("division", "district").row(0)
    assert (division[:6], district) == ("110102", "西城区")


def test_a_street_that_has_a_code_makes_the_division_finer(tmp_path):
    rows = [["小区编号", "区县", "街道"], ["A1", "示范区", "示范甲街道"]]
    assert read(tmp_path, rows).estates["division"].to_list() == ["110199001"]


def test_rows_outside_the_place_are_counted_and_listed_without_their_cells(tmp_path):
    rows = [
        [*HEADING, "建成年代"],
        ["A1", "甲", "西城区", 1980],
        ["A2", "乙", "东城区", "80年代"],
        ["A3", "丙", "东城区", 1990],
    ]
    found = read(tmp_path, rows, place="110102")
    assert found.estates["estate_id"].to_list() == ["A1"]
    assert found.elsewhere == 2
    assert [issue.kind for issue in found.issues] == [IssueKind.ELSEWHERE] * 2


def test_a_code_and_a_name_that_disagree_are_told(tmp_path):
    rows = [["小区编号", "区划代码", "区县"], ["A1", "110102", "东城区"]]
    found = read(tmp_path, rows)
    assert found.estates["district"].to_list() == ["西城区"]
    assert len(found.issues.of(IssueKind.CONFLICT)) == 1


def test_a_row_without_a_district_is_kept_and_told(tmp_path):
    found = read(tmp_path, [HEADING, ["A1", "甲", ""], ["A2", "乙", "北京市"]], place="110102")
    assert found.estates.height == 2
    assert [issue.row for issue in found.issues.of(IssueKind.NO_DIVISION)] == [2, 3]


def test_a_ledger_without_districts_is_taken_for_the_place_and_says_so(tmp_path):
    found = read(tmp_path, [HEADING[:2], ["A1", "甲"]], place="110102")
    assert found.estates["division"].to_list() == ["110102"]
    (issue,) = found.issues
    assert (issue.kind, issue.severity) == (IssueKind.NO_DIVISION, Severity.NOTE)
    assert read(tmp_path, [HEADING[:2], ["A1", "甲"]]).estates["division"].to_list() == [None]


def test_the_whole_country_may_be_asked_for(tmp_path):
    found = read(tmp_path, [HEADING, ["", "甲", ""], ["", "乙", "鼓楼区"]], place="")
    assert found.estates["estate_id"].to_list() == ["甲", "410204-乙"]


def test_no_ledger_at_all_is_the_callers_mistake():
    with pytest.raises(UsageError, match="没有给出台账"):
        read_ledgers([], place="11")


def test_an_unknown_place_is_the_callers_mistake(tmp_path):
    with pytest.raises(UsageError, match="999999"):
        read(tmp_path, [HEADING, ["A1", "甲", "西城"]], place="999999")


# Two districts side by side, either a tenth of a degree wide, in GCJ-02.
WEST, EAST = (116.30, 39.90), (116.40, 39.90)


def outlines(path, *, sign="acroutes", code=("110102", "110101")):
    features = []
    for adcode, name, (x, y) in zip(code, ("西城区", "东城区"), (WEST, EAST), strict=True):
        ring = [[x, y], [x + 0.1, y], [x + 0.1, y + 0.1], [x, y + 0.1], [x, y]]
        features.append(
            {
                "type": "Feature",
                "properties": {"adcode": int(adcode), "name": name, sign: []},
                "geometry": {"type": "Polygon", "coordinates": [ring]},
            }
        )
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}), "utf-8")
    return path


def points(datum, count=40):
    """Return rows of estates near the edges of their districts, given in some datum."""
    rows = []
    for n in range(count):
        x, y = WEST if n % 2 else EAST
        edge = [(0.0005, 0.05), (0.0995, 0.05), (0.05, 0.0005), (0.05, 0.0995)][n // 2 % 4]
        lon, lat = convert(x + edge[0], y + edge[1], source=Datum.GCJ02, target=datum)
        rows.append(
            [f"A{n}", f"小区{n}", "西城区" if n % 2 else "东城区", f"{lon:.7f}", f"{lat:.7f}"]
        )
    return [[*HEADING, "经度", "纬度"], *rows]


@pytest.mark.parametrize("datum", [Datum.WGS84, Datum.GCJ02, Datum.BD09])
def test_the_datum_is_found_by_fit_and_converted(tmp_path, datum):
    found = read(tmp_path, points(datum), outlines=[outlines(tmp_path / "o.json")])
    (fit,) = found.datums
    assert (fit.chosen, fit.inside[datum], fit.points) == (datum, 40, 40)
    given = found.estates.select("lon_given", "lat_given").to_numpy().T
    wgs84 = np.column_stack(convert(*given, source=datum, target=Datum.WGS84))
    assert np.allclose(found.estates.select("lon", "lat").to_numpy(), wgs84)
    assert set(found.estates["datum"]) == {"wgs84"}
    assert set(found.estates["datum_given"]) == {datum}
    assert not found.issues.of(IssueKind.OUTSIDE_DISTRICT)


def test_a_stated_datum_is_believed_but_a_better_fit_is_told(tmp_path):
    rows = [[*row, "坐标系" if not n else "WGS-84"] for n, row in enumerate(points(Datum.BD09))]
    found = read(tmp_path, rows, outlines=[outlines(tmp_path / "o.json")])
    assert set(found.estates["datum_given"]) == {"wgs84"}
    (issue,) = found.issues.of(IssueKind.DATUM)
    assert "BD-09" in issue.advice
    assert issue.severity == Severity.WARNING


def test_without_outlines_coordinates_stay_as_they_are_and_that_is_told(tmp_path):
    found = read(tmp_path, points(Datum.BD09))
    assert found.estates["lon"].equals(found.estates["lon_given"].alias("lon"))
    assert found.estates["datum"].null_count() == 40
    assert len(found.issues.of(IssueKind.DATUM)) == 1


def test_a_point_in_another_district_is_listed_with_that_district(tmp_path):
    rows = points(Datum.GCJ02)
    rows[5][2] = "西城区"
    rows.append(["A99", "远小区", "西城区", "117.5", "39.5"])
    found = read(tmp_path, rows, outlines=[outlines(tmp_path / "o.json")])
    told = {issue.row: issue.advice for issue in found.issues.of(IssueKind.OUTSIDE_DISTRICT)}
    assert set(told) == {6, 42}
    assert "东城区" in told[6]
    assert "所有区界之外" in told[42]


def test_a_missing_district_follows_from_the_point(tmp_path):
    rows = points(Datum.GCJ02)
    rows[2][2], rows[3][2] = "", "火星区"
    found = read(tmp_path, rows, outlines=[outlines(tmp_path / "o.json")])
    assert found.estates["district"].to_list()[1:3] == ["西城区", "东城区"]
    assert len(found.issues.of(IssueKind.NO_DIVISION)) == 2


def test_swapped_columns_are_recognised(tmp_path):
    rows = points(Datum.GCJ02)
    rows[0][3:] = rows[0][:2:-1]
    found = read(tmp_path, rows, outlines=[outlines(tmp_path / "o.json")])
    assert found.datums[0].inside[Datum.GCJ02] == 40
    (issue,) = found.issues.of(IssueKind.SWAPPED)
    assert issue.row is None


def test_a_swapped_pair_is_recognised(tmp_path):
    rows = points(Datum.GCJ02)
    rows[7][3:] = rows[7][:2:-1]
    found = read(tmp_path, rows, outlines=[outlines(tmp_path / "o.json")])
    assert [issue.row for issue in found.issues.of(IssueKind.SWAPPED)] == [8]
    assert found.datums[0].inside[Datum.GCJ02] == 40


@pytest.mark.parametrize(
    ("lon", "lat", "kind"),
    [
        ("0", "0", IssueKind.OUT_OF_RANGE),
        ("-74.0", "40.7", IssueKind.OUT_OF_RANGE),
        ("448262", "4412345", IssueKind.OUT_OF_RANGE),
        ("116.4", "", IssueKind.UNREADABLE),
        ("东", "39.9", IssueKind.UNREADABLE),
    ],
)
def test_coordinates_that_are_none_are_told_and_not_kept(tmp_path, lon, lat, kind):
    found = read(tmp_path, [[*HEADING, "经度", "纬度"], ["A1", "甲", "西城区", lon, lat]])
    assert found.estates.select("lon", "lat").row(0) == (None, None)
    assert kind in [issue.kind for issue in found.issues]


def test_half_a_pair_of_columns_is_told(tmp_path):
    found = read(tmp_path, [[*HEADING, "经度"], ["A1", "甲", "西城区", "116.4"]])
    assert found.estates["lon"].to_list() == [None]
    assert len(found.issues.of(IssueKind.UNREADABLE)) == 1


def test_near_names_side_by_side_may_be_one_estate(tmp_path):
    rows = [
        [*HEADING, "经度", "纬度"],
        ["A1", "玉石胡同", "西城区", "116.4000", "39.9000"],
        ["A2", "玉石胡同小区", "西城区", "116.4003", "39.9000"],
        ["A3", "玉石胡同2号院", "西城区", "116.4003", "39.9001"],
        ["A4", "月坛北街一号楼院", "西城区", "116.4003", "39.9002"],
        ["A5", "月坛南街一号楼院", "西城区", "116.4003", "39.9003"],
        ["A6", "玉石胡同社区", "西城区", "116.4103", "39.9000"],
    ]
    found = read(tmp_path, rows).issues.of(IssueKind.POSSIBLE_DUPLICATE)
    assert [issue.row for issue in found] == [3]
    assert "玉石胡同" in found[0].advice


def test_a_place_holder_for_coordinates_is_told_once(tmp_path):
    rows = [[f"A{n}", f"小区{n}", "西城区", "116.4", "39.9"] for n in range(30)]
    found = read(tmp_path, [[*HEADING, "经度", "纬度"], *rows])
    (issue,) = found.issues.of(IssueKind.POSSIBLE_DUPLICATE)
    assert "30" in issue.advice


def test_coordinates_far_apart_in_two_ledgers_are_a_conflict(tmp_path):
    heading = [*HEADING, "经度", "纬度"]
    one = text(tmp_path / "1.csv", [heading, ["A1", "甲", "西城区", "116.4", "39.9"]])
    two = text(tmp_path / "2.csv", [heading, ["A1", "甲", "西城区", "116.41", "39.9"]])
    near = text(tmp_path / "3.csv", [heading, ["A1", "甲", "西城区", "116.4001", "39.9"]])
    found = read_ledgers([one, two, near], place="11")
    (issue,) = found.issues.of(IssueKind.CONFLICT)
    assert (issue.file, issue.value) == ("2.csv", "116.41, 39.9")


def test_outlines_beside_the_ledgers_are_found(tmp_path):
    path = outlines(tmp_path / "geo.json")
    (tmp_path / "other.json").write_text('{"type": "FeatureCollection"}')
    assert find_outlines([tmp_path / "a.csv", tmp_path / "b.csv"]) == [path]


def test_the_outline_of_a_city_does_not_hide_its_districts(tmp_path):
    path = outlines(tmp_path / "o.json", code=("110000", "110101"))
    assert read_outlines([path]).codes == ("110101",)


def test_outlines_without_a_sign_of_shifting_are_in_wgs84(tmp_path):
    shifted = read_outlines([outlines(tmp_path / "a.json")])
    plain = read_outlines([outlines(tmp_path / "b.json", sign="x")])
    assert (shifted.datum, plain.datum) == (Datum.GCJ02, Datum.WGS84)


def test_outlines_of_two_datums_come_into_one(tmp_path):
    paths = [
        outlines(tmp_path / "a.json"),
        outlines(tmp_path / "b.json", sign="x", code=("410202", "410203")),
    ]
    found = read_outlines(paths)
    assert found.codes == ("110101", "110102", "410202", "410203")
    lon, lat = convert(*(np.array([n]) for n in WEST), source=Datum.WGS84, target=Datum.GCJ02)
    assert found.holds("410202", lon + 1e-5, lat + 1e-5).all()


@pytest.mark.parametrize("content", ["{", "[]", '{"features": [{}]}', '{"features": 3}'])
def test_what_are_no_outlines_is_refused(tmp_path, content):
    path = tmp_path / "o.json"
    path.write_text(content)
    with pytest.raises(InputError, match=r"^o\.json: .*GeoJSON"):
        read_outlines([path])
