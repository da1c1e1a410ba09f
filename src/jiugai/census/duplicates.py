"""Estates that may be one and the same: same name and district, or near names side by side."""

import re
from collections.abc import Callable, Sequence
from typing import Final

import polars as pl

from jiugai.census.issues import Issue, IssueKind, IssueLog, Severity
from jiugai.census.table import Table
from jiugai.kernel.i18n import _

NEAR_M: Final = 100.0
_METRES_PER_DEGREE: Final = 111_320.0
_MOST_PAIRS: Final = 4_000_000
#: A square and half of those around it; the other half finds the same pairs.
_NEXT: Final = ((0, 0), (1, 0), (0, 1), (1, 1), (1, -1))
#: So many estates on one spot are a place holder, not neighbours.
_CROWD: Final = 20
_SUFFIX: Final = r"(住宅小区|小区|社区|家属院|家属楼|家属区|宿舍楼|宿舍区|宿舍|大院|院|楼)+$"
_PREFIX: Final = r"^(北京市|开封市|北京)"
#: A difference in one of these tells two estates apart.
_TELLING: Final = re.compile(
    r"[\d东南西北中上下前后左右内外新老旧大小甲乙丙丁戊己一二三四五六七八九十百a-zivx]"
)
#: Shorter names of different estates often differ by one letter: 华龙大厦, 华尊大厦.
_SHORTEST: Final = 4
_SHORTEST_REPLACED: Final = 6


def note_possible_duplicates(
    estates: pl.DataFrame, tables: Sequence[Table], log: IssueLog
) -> None:
    """Note estates that may be the same one under two ids.

    `estates` has `estate_id`, `name`, `lon`, `lat`, the join keys `_name` and `_district`, and
    `_table` and `_row`, where each estate was first found.
    """
    same = _same_name(estates)
    _note(
        estates,
        same,
        tables,
        _(
            "第 {row} 行“{value}”（{id}）与“{other}”（{other_id}，{where}）同区同名；"
            "请核对是否同一个小区"
        ),
        log,
    )
    told = set(same)
    near = [pair for pair in _near(estates, log) if pair not in told]
    _note(
        estates,
        near,
        tables,
        _(
            "第 {row} 行“{value}”（{id}）与“{other}”（{other_id}，{where}）"
            "相距不到 100 米且名称相近；请核对是否同一个小区"
        ),
        log,
    )


def _same_name(estates: pl.DataFrame) -> list[tuple[int, int]]:
    """Return pairs of a first estate and a later one of its name and district."""
    keyed = estates.select("_name", "_district").with_row_index("at").drop_nulls()
    shared = keyed.filter(pl.struct("_name", "_district").is_duplicated())
    later = shared.with_columns(first=pl.col("at").first().over("_name", "_district"))
    later = later.filter(pl.col("at") != pl.col("first"))
    return list(later.select("first", "at").iter_rows())


def _near(estates: pl.DataFrame, log: IssueLog) -> list[tuple[int, int]]:
    """Return pairs of neighbours with nearly the same name, the earlier one first."""
    core = pl.col("_name").str.replace(_SUFFIX, "").str.replace(_PREFIX, "")
    named = estates.select("lon", "lat", "_name", core=core).with_row_index("at")
    named = named.filter(pl.col("lon").is_not_null() & (pl.col("core").str.len_chars() > 0))
    crowd = pl.len().over("lon", "lat") > _CROWD
    _note_crowds(named.filter(crowd), log)
    pairs = _neighbours(_on_grid(named.filter(~crowd)), log)
    found = pairs.select("at", "at_1", "core", "core_1").iter_rows()
    return sorted(
        (min(a, b), max(a, b)) for a, b, name, second in found if is_nearly(name, second)
    )


def _on_grid(named: pl.DataFrame) -> pl.DataFrame:
    """Return the estates in metres, each in a square as wide as neighbours are apart.

    The numbers in a name tell estates apart, so only equal ones need to meet.
    """
    narrow = pl.col("lat").mean().radians().cos()
    return named.select(
        "at",
        "core",
        x=pl.col("lon") * narrow * _METRES_PER_DEGREE,
        y=pl.col("lat") * _METRES_PER_DEGREE,
        digits=pl.col("_name").str.replace_all(r"[^\d]+", ","),
    ).with_columns(
        column=(pl.col("x") / NEAR_M).floor().cast(pl.Int64),
        line=(pl.col("y") / NEAR_M).floor().cast(pl.Int64),
    )


def _neighbours(grid: pl.DataFrame, log: IssueLog) -> pl.DataFrame:
    """Return the pairs of estates near each other whose names have the same numbers."""
    square = ["column", "line", "digits"]
    crowd = grid.group_by(square).len()["len"].cast(pl.Int64)
    if (crowd * crowd).sum() > _MOST_PAIRS:
        _note_density(log)
        return grid.clear().join(grid, on=square, suffix="_1")
    found = []
    for right, up in _NEXT:
        moved = grid.with_columns(pl.col("column") + right, pl.col("line") + up)
        pairs = grid.join(moved, on=square, suffix="_1")
        # Within one square each pair comes twice, and each estate with itself.
        found.append(pairs.filter(pl.col("at") < pl.col("at_1")) if right == up == 0 else pairs)
    far = (pl.col("x") - pl.col("x_1")) ** 2 + (pl.col("y") - pl.col("y_1")) ** 2
    return pl.concat(found).filter(far <= NEAR_M**2)


def _note_density(log: IssueLog) -> None:
    log.add(
        Issue(
            file="",
            sheet="",
            row=None,
            column="",
            value="",
            kind=IssueKind.POSSIBLE_DUPLICATE,
            advice=_("坐标过密，没有逐对比较相邻小区的名称；请按区县分开导入"),
            severity=Severity.NOTE,
        )
    )


def _note_crowds(crowded: pl.DataFrame, log: IssueLog) -> None:
    for lon, lat, count in crowded.group_by("lon", "lat").len().sort("lon", "lat").iter_rows():
        log.add(
            Issue(
                file="",
                sheet="",
                row=None,
                column="",
                value=f"{lon:.6f}, {lat:.6f}",
                kind=IssueKind.POSSIBLE_DUPLICATE,
                advice=_(
                    "有 {count} 个小区的坐标完全相同，像是占位的坐标；请改成各自的坐标"
                ).format(count=count),
            )
        )


def is_nearly(one: str, other: str) -> bool:
    """Return whether two names differ by at most one letter that does not tell them apart."""
    if one == other:
        return True
    if min(len(one), len(other)) < _SHORTEST:
        return False
    start = _common(one, other)
    rest_one, rest_other = one[start:], other[start:]
    if len(one) == len(other):
        if len(one) < _SHORTEST_REPLACED:
            return False
        return rest_one[1:] == rest_other[1:] and not _tells(rest_one[0] + rest_other[0])
    longer, shorter = sorted((rest_one, rest_other), key=len, reverse=True)
    return longer[1:] == shorter and not _tells(longer[0])


def _common(one: str, other: str) -> int:
    pairs = zip(one, other, strict=False)
    return next((at for at, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


_tells: Callable[[str], object] = _TELLING.search


def _note(
    estates: pl.DataFrame,
    pairs: Sequence[tuple[int, int]],
    tables: Sequence[Table],
    advice: str,
    log: IssueLog,
) -> None:
    if not pairs:
        return
    first, later = estates[[a for a, _b in pairs]], estates[[b for _a, b in pairs]]
    names = pl.Series([table.where for table in tables])
    found = later.select(
        "_table", row="_row", value=pl.coalesce("name", "estate_id"), id="estate_id"
    ).with_columns(
        other=first["name"],
        other_id=first["estate_id"],
        where=names.gather(first["_table"])
        + pl.select(pl.format(" 第 {} 行", first["_row"])).to_series(),
    )
    for number in found["_table"].unique().sort():
        table = tables[number]
        log.rows(
            found.filter(pl.col("_table") == number),
            file=table.file,
            sheet=table.sheet,
            kind=IssueKind.POSSIBLE_DUPLICATE,
            advice=advice,
            severity=Severity.WARNING,
        )
