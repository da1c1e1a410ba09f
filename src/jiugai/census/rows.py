"""Telling the rows of estates from totals, remarks, blanks and what else is below a heading."""

from dataclasses import dataclass
from typing import Final

import polars as pl

from jiugai.census.issues import IssueKind, IssueLog, Severity
from jiugai.census.layout import KEYS
from jiugai.census.recognise import Ledger
from jiugai.kernel.division import find_division
from jiugai.kernel.i18n import N_, _, in_every_language

#: An id or name with these words marks the example row of the template; no estate is called so.
EXAMPLE: Final = N_("（本行不读取）")

_TOTAL: Final = (
    r"^.{0,12}?(合计|总计|小计|共计|累计|汇总|总和|平均值?|平均数)([:：(（\d].*|户数|面积|数)?$"
    r"|^(?i:total|subtotal|sum|grandtotal|average)$"
)
_REMARK: Final = (
    r"^(注|备注|说明|附注|填表说明|填报说明|数据来源|资料来源|来源)\d*[:：.、]"
    r"|^(制表|填表|填报|审核|复核|负责|联系|统计|单位负责|主管|经办|报送)(人|单位|日期|时间|电话|领导)"
    r"|^(以下空白|以上为|此表|本表|.{0,6}盖章)"
)
_DISTRICT_ENDS: Final = r"^.{1,12}[区县市]$"
_SECTION: Final = r"^[(（]?[一二三四五六七八九十]{1,3}([)）][、.．]?|[、.．])"
#: More than this share of rows with cells beyond the headings means a column without one.
_UNNAMED_COLUMN: Final = 0.2

_ERRORS: Final = {IssueKind.SHIFTED, IssueKind.QUOTES, IssueKind.NO_KEY}


@dataclass(frozen=True, slots=True)
class Counts:
    """What became of the rows below a heading; `read` go on to be joined.

    All others are noted as issues: the `blank` ones, and as `listed` the rest, the example
    rows among them.
    """

    rows: int
    blank: int
    listed: int
    read: int
    examples: int = 0


def _advice() -> dict[IssueKind, str]:
    return {
        IssueKind.BLANK: _("第 {row} 行是空行，不当作一条记录"),
        IssueKind.FOOTER: _("第 {row} 行“{value}”是合计行，不当作一条记录"),
        IssueKind.REMARK: _("第 {row} 行“{value}”是说明文字，不当作一条记录"),
        IssueKind.EXAMPLE: _("第 {row} 行是模板的示例，不读取"),
        IssueKind.REPEATED_HEADING: _("第 {row} 行是重复的标题，不当作一条记录"),
        IssueKind.SHIFTED: _("第 {row} 行的单元格比标题多，像是错位，整行未读；请对齐各列"),
        IssueKind.QUOTES: _("第 {row} 行的引号不配对，整行未读；请删去多余的引号"),
        IssueKind.NO_KEY: no_key_advice(),
    }


def no_key_advice() -> str:
    """Return what to do with a row that nobody can tell from others."""
    return _("第 {row} 行没有小区编号也没有名称，整行未读；请补上")


def sort_rows(ledger: Ledger, log: IssueLog) -> tuple[pl.Series, Counts]:
    """Return the positions of the rows to read and what became of the others, each in `log`."""
    rows = _described(ledger).with_columns(kind=_kind())
    for kind, advice in _advice().items():
        found = rows.filter(pl.col("kind") == str(kind))
        log.rows(
            found.select(row=pl.col("at") + ledger.sheet.first_row, value="first"),
            file=ledger.file,
            sheet=ledger.sheet.name,
            kind=kind,
            advice=advice,
            severity=Severity.ERROR if kind in _ERRORS else Severity.NOTE,
        )
    read = rows.filter(pl.col("kind").is_null())["at"]
    blank = rows.filter(pl.col("kind") == str(IssueKind.BLANK)).height
    examples = rows.filter(pl.col("kind") == str(IssueKind.EXAMPLE)).height
    listed = rows.height - blank - len(read)
    return read, Counts(rows.height, blank, listed, len(read), examples)


def _kind() -> pl.Expr:
    """Return what a row is if it is none to read; the first that fits, null if none does."""
    word, few = pl.col("word"), pl.col("filled") <= 4
    is_named_so = pl.any_horizontal(
        pl.col("name", "id")
        .str.contains_any(list(in_every_language(EXAMPLE)))
        .fill_null(value=False)
    )
    is_keyless = pl.col("id").is_null() & pl.col("name").is_null()
    is_section = (pl.col("filled") == 1) & (word.str.contains(_SECTION) | pl.col("is_division"))
    is_numbering = pl.col("is_numbering")
    return (
        pl.when(pl.col("filled") == 0)
        .then(pl.lit(IssueKind.BLANK))
        .when(is_named_so)
        .then(pl.lit(IssueKind.EXAMPLE))
        .when(pl.col("is_heading") | is_numbering)
        .then(pl.lit(IssueKind.REPEATED_HEADING))
        .when(word.str.contains(_TOTAL))
        .then(pl.lit(IssueKind.FOOTER))
        .when((few & word.str.contains(_REMARK)) | is_section)
        .then(pl.lit(IssueKind.REMARK))
        .when(pl.col("is_shifted") & pl.col("is_broken"))
        .then(pl.lit(IssueKind.QUOTES))
        .when(pl.col("is_shifted"))
        .then(pl.lit(IssueKind.SHIFTED))
        .when(is_keyless)
        .then(pl.lit(IssueKind.NO_KEY))
    )


def _described(ledger: Ledger) -> pl.DataFrame:
    """Return for each row below the heading what its kind is told from."""
    sheet, start = ledger.sheet, ledger.last + 1
    text, numbers = sheet.text.slice(start), sheet.numbers.slice(start)
    columns: dict[str, pl.Series] = {
        "filled": _filled(text) + _filled(numbers),
        "first": text.select(pl.coalesce(pl.all()).alias("first"))["first"],
    }
    for name, fact in zip(("id", "name"), KEYS[ledger.subject], strict=True):
        column = ledger.column_of(fact)
        nothing = pl.repeat(None, text.height, dtype=pl.String, eager=True)
        columns[name] = sheet.column(column.index).shown().slice(start) if column else nothing
    bare = pl.col("first").str.normalize("NFKC").str.replace_all(r"\s", "")
    rows = pl.DataFrame(columns).with_columns(word=bare.fill_null(""))
    return rows.with_columns(
        at=pl.int_range(start, start + rows.height, dtype=pl.Int64, eager=True),
        is_heading=_repeats_heading(ledger, rows),
        is_numbering=_is_numbering(ledger, text, numbers),
        is_division=_names_division(rows),
        is_shifted=_shifted(ledger),
        is_broken=pl.int_range(start, start + rows.height, eager=True).is_in(list(sheet.broken)),
    )


def _filled(cells: pl.DataFrame) -> pl.Series:
    counted = pl.sum_horizontal(pl.all().is_not_null().cast(pl.UInt16))
    return cells.select(counted.alias("filled"))["filled"]


def _repeats_heading(ledger: Ledger, rows: pl.DataFrame) -> pl.Series:
    """Return which rows say in their key columns what the heading says there."""
    headings = {
        cell
        for column in ledger.columns
        if column.fact in KEYS[ledger.subject]
        for cell in (ledger.sheet.top(ledger.last + 1)[ledger.last][column.index], column.heading)
        if cell
    }
    said = rows.select(pl.any_horizontal(pl.col("id", "name").is_in(list(headings))).alias("s"))
    return said["s"].fill_null(value=False)


def _is_numbering(ledger: Ledger, text: pl.DataFrame, numbers: pl.DataFrame) -> pl.Series:
    """Return which row just counts the columns, as the first below some headings does."""
    found = [False] * text.height
    if text.height:
        cells = [
            cell if cell is not None else _digits(number)
            for cell, number in zip(text.row(0), numbers.row(0), strict=True)
        ]
        counted = [cell.strip("()（） ") for cell in cells if cell]
        figures = [cell for cell in counted if cell not in _STEMS]
        headings = sum(1 for column in ledger.columns if column.heading)
        found[0] = len(counted) == headings > 2 and figures in (
            [str(n) for n in range(1, len(figures) + 1)],
            [str(n) for n in range(len(counted) - len(figures) + 1, len(counted) + 1)],
        )
    return pl.Series(found, dtype=pl.Boolean)


_STEMS: Final = frozenset("甲乙丙丁戊己")


def _digits(number: float | None) -> str | None:
    return None if number is None else f"{number:g}"


def _names_division(rows: pl.DataFrame) -> pl.Series:
    """Return which rows have nothing but the name of a district."""
    may_name = (pl.col("filled") == 1) & pl.col("word").str.contains(_DISTRICT_ENDS)
    alone = rows.select(pl.when(may_name).then("word").alias("word"))["word"]
    names = [name for name in alone.unique().drop_nulls() if find_division(name)]
    return alone.is_in(names).fill_null(value=False)


def _shifted(ledger: Ledger) -> pl.Series:
    """Return which rows of a text file have more cells than the heading has columns."""
    sheet, start = ledger.sheet, ledger.last + 1
    height = sheet.height - start
    nobody = pl.repeat(value=False, n=height, dtype=pl.Boolean, eager=True)
    if sheet.lengths is None:
        return nobody
    width = 1 + max((column.index for column in ledger.columns if column.heading), default=0)
    beyond = sheet.text.slice(start).select(pl.nth(range(width, sheet.width)).is_not_null())
    filled = beyond.select(pl.any_horizontal(pl.all()).alias("f"))["f"] if beyond.width else nobody
    shifted = filled | (sheet.lengths.slice(start) > max(sheet.width, width))
    return nobody if shifted.sum() > _UNNAMED_COLUMN * max(1, height) else shifted
