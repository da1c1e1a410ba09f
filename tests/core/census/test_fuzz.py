"""Whatever a file holds, it becomes a census or one sentence; never anything else."""

import csv

import pytest

from jiugai.census import read_ledgers
from jiugai.kernel.errors import InputError
from tests.conftest import SHARED
from tests.core.census.fuzz import spoilt_ledger
from tests.core.census.test_places import outlines

CASES = 10_000
BLOCK = 250
PLACES = ("11", "110102", "110101", "4102")
#: Rows of the real listings, where they are, and of a ledger of our own.
OWN = [
    "小区编号 小区名称 区县 街道 建成年代 建筑面积(㎡) 楼栋数 户数 老年人口占比 经度 纬度".split(),
    *([f"A{n}", f"示范{n}号院", "西城区", "月坛街道", f"{1950 + n}年", 900.5 * n, f"{n}栋", n * 60]
      for n in range(1, 9)),
]  # fmt: skip


@pytest.fixture(scope="module")
def tables():
    found = [OWN]
    for path in sorted(SHARED.glob("beijing_lianjia_*.csv")):
        with path.open(encoding="utf-8-sig", newline="") as stream:
            found.append([row for row, _ in zip(csv.reader(stream), range(15), strict=False)])
    return found


def check(seed, tables, folder, borders):
    """Read the ledger of one case and hold the result to what every result promises."""
    path = spoilt_ledger(seed, tables, folder)
    try:
        found = read_ledgers([path], place=PLACES[seed % len(PLACES)], outlines=borders)
    except InputError as refused:
        said = str(refused)
        assert said.startswith(path.name), seed
        assert "\n" not in said.strip(), seed
        return
    for source in found.sources:
        whole = source.joined + source.listed + source.blank + source.elsewhere
        assert source.rows == whole, seed
    assert found.estates["estate_id"].null_count() == 0, seed
    assert found.estates["estate_id"].n_unique() == found.estates.height, seed
    assert all(issue.advice for issue in found.issues), seed
    path.unlink()


@pytest.mark.parametrize("seed", range(20))
def test_a_spoilt_ledger_is_read_or_refused(seed, tables, tmp_path):
    check(seed, tables, tmp_path, [])


@pytest.mark.slow
@pytest.mark.parametrize("start", range(0, CASES, BLOCK))
def test_spoilt_ledgers_are_read_or_refused(start, tables, tmp_path):
    borders = [outlines(tmp_path / "o.json")]
    for seed in range(start, start + BLOCK):
        check(seed, tables, tmp_path, borders)
