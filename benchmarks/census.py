"""A workbook of 220,000 rows and 20 columns, read to estates and issues, against only reading it.

The peer is python-calamine, which hands over the cells as they are. The ledger is as ledgers
are: units in cells, words for nothing, doubtful years, a few absurd numbers and repeated rows.
"""

import random
import tempfile
from pathlib import Path

import xlsxwriter
from python_calamine import CalamineWorkbook

from benchmarks.measure import Result, in_turn, peak_gib, tell
from jiugai.census.read import read_ledgers

ROWS = 220_000
RUNS = 3
BAR_RATIO = 2.0
BAR_GIB = 2.0
HEADINGS = """
    小区编号 小区名称 区县 街道 社区 建成年代 建筑面积(㎡) 楼栋数 户数 居民数 老年人口占比
    经度 纬度 结构类型 产权性质 管理方式 诉求件数 同意率 基础类投资(万元) 物业企业
""".split()
DISTRICTS = ("东城区", "西城", "chaoyang", "海淀区", "110106")


def run() -> list[Result]:
    """Return one line."""
    with tempfile.TemporaryDirectory() as folder:
        path = write_ledger(Path(folder) / "ledger.xlsx", random.Random(1))

        def ours() -> None:
            (source,) = read_ledgers([path], place="11").sources
            if source.joined + source.listed != ROWS:
                raise RuntimeError(f"Some of the {ROWS} rows went astray.")

        def theirs() -> None:
            CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()

        ours()
        memory = peak_gib()  # before the peer adds its own
        took, peer, ratio = in_turn(ours, theirs, runs=RUNS)
    return [
        Result(
            f"xlsx ledger of {ROWS:,} rows × {len(HEADINGS)} columns → estates + issues",
            took,
            "s",
            f"≤ {BAR_RATIO:.2f} × peer; ≤ {BAR_GIB:.0f} GiB",
            ratio <= BAR_RATIO and memory <= BAR_GIB,
            "python-calamine, reading only",
            peer,
            ratio,
            memory,
        )
    ]


def write_ledger(path: Path, rng: random.Random) -> Path:
    """Write the ledger."""
    book = xlsxwriter.Workbook(path, {"constant_memory": True})
    sheet = book.add_worksheet("台账")
    sheet.write_row(0, 0, HEADINGS)
    for number in range(1, ROWS + 1):
        sheet.write_row(number, 0, cells(number, rng))
    book.close()
    return path


def cells(number: int, rng: random.Random) -> list[object]:
    """Return one row, of which a few cells are doubtful."""
    households = rng.randint(10, 5000)
    year = rng.randint(1950, 2015)
    return [
        f"E{number - (number % 5000 == 0):07d}",  # now and then the id of the row above
        f"示范{number}号院",
        rng.choice(DISTRICTS),
        f"第{number % 150}街道",
        f"第{number % 3000}社区",
        _mostly(rng, f"{year}年建成", "80年代", "暂无信息", f"{year}-{year + 2}年"),
        _mostly(rng, round(rng.uniform(1000, 90_000), 2), -1, "约1.2万㎡", ""),
        _mostly(rng, f"{rng.randint(1, 40)}栋", "不详", "十七栋"),
        _mostly(rng, f"{households}户", f"{households}", ""),
        rng.randint(20, 9000),
        _mostly(rng, f"{rng.randint(5, 60)}%", "暂无"),
        round(rng.uniform(116, 117), 6),
        round(rng.uniform(39.5, 40.5), 6),
        rng.choice(("砖混", "框架", "剪力墙", "砖混结构")),
        rng.choice(("房改房", "商品房", "房改房、商品房", "")),
        rng.choice(("单位自管物业", "无物业管理服务", f"示范{number % 300}物业管理有限公司")),
        _mostly(rng, rng.randint(0, 300), "无"),
        _mostly(rng, f"{rng.randint(50, 100)}%", "—"),
        _mostly(rng, round(rng.uniform(1, 9000), 4), "1.2亿元", "待定"),
        _mostly(rng, f"示范{number % 400}物业公司", "无"),
    ]


def _mostly(rng: random.Random, usual: object, *others: object) -> object:
    return usual if rng.random() < 0.97 else rng.choice(others)


if __name__ == "__main__":
    tell(run())
