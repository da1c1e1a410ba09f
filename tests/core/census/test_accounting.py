"""Nothing is dropped silently: every row is joined or an issue says why not."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jiugai.census import IssueKind, Severity, read_ledgers
from jiugai.kernel.errors import InputError
from tests.core.census.builders import text
from tests.core.census.fuzz import NASTY

#: The issues that stand for a whole row that is not joined.
OF_ROWS = (
    IssueKind.FOOTER,
    IssueKind.REMARK,
    IssueKind.EXAMPLE,
    IssueKind.REPEATED_HEADING,
    IssueKind.SHIFTED,
    IssueKind.QUOTES,
    IssueKind.NO_KEY,
    IssueKind.DUPLICATE,
    IssueKind.AMBIGUOUS,
    IssueKind.UNKNOWN_DIVISION,
    IssueKind.BLANK,
    IssueKind.ELSEWHERE,
)
HEADING = ["小区编号", "小区名称", "区县", "街道", "建成年代", "户数"]
ROW = st.tuples(
    st.sampled_from(["", "A1", "A2", "A3", "合计", "示例（本行不读取）"]),
    st.sampled_from(["", "甲小区", "甲 小区", "乙小区", "小计", "注：无", "小区名称"]),
    st.sampled_from(["", "西城区", "东城", "haidian", "火星区", "110105"]),
    st.sampled_from(["", "月坛街道", "广外街道"]),
    st.sampled_from(["", "1985年", "1990", "80年代", "1885"]),
    st.sampled_from(["", "300户", "-1", "301"]),
)
LEDGER = st.lists(ROW, min_size=1, max_size=8)


@settings(max_examples=60)
@given(ledgers=st.lists(LEDGER, min_size=1, max_size=3), place=st.sampled_from(["11", "110102"]))
def test_rows_in_are_rows_joined_and_rows_listed(tmp_path_factory, ledgers, place):
    folder = tmp_path_factory.mktemp("l")
    paths = [text(folder / f"{n}.csv", [HEADING, *rows]) for n, rows in enumerate(ledgers)]
    if any(all(not any(row) or "本行" in row[0] for row in rows) for rows in ledgers):
        with pytest.raises(InputError, match="没有一行数据"):
            read_ledgers(paths, place=place)
        return
    found = read_ledgers(paths, place=place)
    for source, rows in zip(found.sources, ledgers, strict=True):
        assert source.rows == len(rows)
        assert source.rows == source.joined + source.listed + source.blank + source.elsewhere
        assert source.rows - source.joined == listed(found, source.file)
    assert found.estates["estate_id"].n_unique() == found.estates.height
    assert found.estates.height <= sum(source.joined for source in found.sources)


def listed(found, file):
    """Return how many rows of a file issues say are not read."""
    return sum(
        issue.kind in OF_ROWS
        or (issue.kind == IssueKind.CONFLICT and issue.severity == Severity.ERROR)
        for issue in found.issues
        if issue.file == file and issue.row is not None
    )


@settings(max_examples=60)
@given(seed=st.integers(0, 10**9))
def test_every_value_can_be_traced_to_a_cell_or_follows_from_the_place(tmp_path_factory, seed):
    rng = random.Random(seed)
    rows = [[f"A{n % 3}", "甲小区", "西城区", "", rng.choice(NASTY), 5] for n in range(5)]
    path = text(tmp_path_factory.mktemp("l") / "a.csv", [HEADING, *flat(rows)])
    found = read_ledgers([path], place="110102")
    for row in found.estates.iter_rows(named=True):
        where = found.provenance.of(row["estate_id"], "built_year")
        assert (where is None) == (row["built_year"] is None)


def flat(rows):
    """Return rows whose cells hold nothing that means anything in a text file."""
    return [
        [str(cell).translate({ord(c): None for c in '\r\n",'}) for cell in row] for row in rows
    ]


@pytest.mark.parametrize("place", ["11", "110102"])
def test_the_order_of_rows_changes_no_value(tmp_path, place):
    rows = [[f"A{n}", f"小区{n}", "西城区", "", 1950 + n, n] for n in range(30)]
    mixed = random.Random(1).sample(rows, len(rows))
    found = [
        read_ledgers([text(tmp_path / f"{n}.csv", [HEADING, *r])], place=place).estates
        for n, r in enumerate((rows, mixed))
    ]
    assert found[0].sort("estate_id").equals(found[1].sort("estate_id"))
