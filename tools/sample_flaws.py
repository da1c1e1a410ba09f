"""What real ledgers have and the made-up one must have too: gaps, slips, a second opinion."""

from collections.abc import Callable, Sequence
from random import Random
from typing import Final

from tools.sample_estates import SEED, Row, Value

SUPPLEMENT_COLUMNS: Final = tuple(
    "小区名称 区县 街道 建成年代 楼栋数 户数 基础设施不足 基本功能不足 危房有责任单位".split()
)


def spoil(rows: Sequence[Row]) -> list[Row]:
    """Return the rows with the doubtful cells that real ledgers have."""
    random = Random(SEED + 1)  # noqa: S311 - a sample, no secret
    spoilt = [dict(row) for row in rows]
    _forget(spoilt, random)
    plain = [row for row in spoilt if row["必做"] is None and row["最早年份"] is None]
    hurt = iter(random.sample(plain, len(DOUBTS)))
    for doubt in DOUBTS:
        doubt(next(hurt))
    twin = dict(random.choice(plain))
    namesake = dict(random.choice(plain)) | {"小区编号": f"SF{len(rows) + 1:04d}"}
    return [*spoilt[:300], twin, *spoilt[300:], namesake]


def _forget(rows: Sequence[Row], random: Random) -> None:
    """Leave cells empty here and there."""
    for column, share in (
        ("建成年代", 0.02),
        ("户数", 0.01),
        ("建筑面积(㎡)", 0.02),
        ("老年人口占比", 0.05),
        ("坐标系", 0.02),
        ("抗震节能改造情况", 0.05),
        ("节能达标率", 0.06),
        ("基础类投资(万元)", 0.03),
        ("诉求件数", 0.04),
        ("同意率", 0.03),
    ):
        for row in rows:
            if row["必做"] is None and random.random() < share:
                row[column] = random.choice((None, None, "暂无信息"))


def _set(**cells: Value) -> Callable[[Row], None]:
    def change(row: Row) -> None:
        row.update(cells)

    return change


def _swap(row: Row) -> None:
    row["经度"], row["纬度"] = row["纬度"], row["经度"]


def _stray(row: Row) -> None:
    row["经度"] = round(float(str(row["经度"])) + 0.31, 6)


#: One estate each: a slip of the pen, and what the report should find.
DOUBTS: Final[tuple[Callable[[Row], None], ...]] = (
    _set(建成年代="1193"),
    _set(建成年代="2081"),
    _set(建成年代="八十年代末"),
    _set(建成年代="1978年-1981年"),
    _set(户数=-36),
    _set(楼栋数="六栋"),
    _set(同意率="120%"),
    _set(结构类型="土坯"),
    _set(危房鉴定="待定"),
    _set(**{"提升类投资(万元)": "约300"}),
    _set(经度=None, 纬度=None),
    _swap,
    _stray,
)


def supplement(rows: Sequence[Row]) -> list[Row]:
    """Return what the streets know besides; in three estates they give another year."""
    random = Random(SEED + 2)  # noqa: S311 - a sample, no secret
    chosen = sorted(random.sample(range(len(rows)), 260))
    other = set(random.sample([i for i in chosen if rows[i]["必做"] is None], 3))
    found = []
    for index in chosen:
        row = rows[index]
        old = int(str(row["建成年代"])) < 1990
        year = int(str(row["建成年代"])) + (4 if index in other else 0)
        found.append(
            {
                "小区名称": row["小区名称"],
                "区县": row["区县"],
                "街道": row["街道"],
                "建成年代": f"{year}年建成",
                "楼栋数": f"{row['楼栋数']}栋",
                "户数": f"{row['户数']}户",
                "基础设施不足": random.choices(
                    ("是", "否", "暂无信息"), (75 if old else 40, 20, 5)
                )[0],
                "基本功能不足": random.choices(("是", "否", ""), (70 if old else 45, 25, 5))[0],
                "危房有责任单位": random.choice(("是", "否", "否"))
                if row["危房鉴定"] in ("C级", "D级")
                else "",
            }
        )
    return found
