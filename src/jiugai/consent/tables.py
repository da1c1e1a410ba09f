"""Tables of many rows, from csv, xlsx or parquet, as columns of text with their line."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import polars as pl

from jiugai.consent.columns import items_in
from jiugai.kernel.errors import InputError
from jiugai.kernel.headings import Headings, columns_in, title_of
from jiugai.kernel.i18n import _, listed
from jiugai.kernel.sheets import read_sheet

#: A spreadsheet ends here; no estate has more flats.
MOST_ROWS: Final = 5_000_000
_MOST_SHEET_ROWS: Final = 1_048_576
#: How far down the line of headings is looked for: titles and remarks may stand above it.
_HEAD_ROWS: Final = 12
_PARQUET: Final = b"PAR1"
_BOOKS: Final = (b"PK", b"\xd0\xcf\x11\xe0")


@dataclass(frozen=True, slots=True)
class Rows:
    """A table as it was written: headings, and columns c0, c1 … of text beside `line`."""

    file: str
    headings: tuple[str, ...]
    frame: pl.DataFrame


def read_rows(path: Path, columns: Headings, *, sheet: str) -> Rows:
    """Return the rows below the line of headings; blank rows are left out.

    Raises InputError if the file is missing, is no table or has no line of known headings.
    """
    if not path.is_file():
        raise InputError(_("没有这个文件；请检查路径。"), file=str(path))
    with path.open("rb") as stream:
        start = stream.read(4)
    if start == _PARQUET:
        rows = _parquet(path)
    elif start.startswith(_BOOKS):
        rows = _workbook(path, columns, sheet)
    else:
        rows = _text(path, columns)
    return _checked(rows)


def _checked(rows: Rows) -> Rows:
    names = [name for name in rows.frame.columns if name != "line"]
    filled = rows.frame.filter(pl.any_horizontal(pl.col(names).fill_null("") != ""))
    if not filled.height:
        raise InputError(_("表头下面没有一行数据；请检查是否选错了文件。"), file=rows.file)
    if filled.height > MOST_ROWS:
        raise InputError(
            _("有 {rows} 行，最多 {most} 行；请检查是否选错了文件。").format(
                rows=filled.height, most=MOST_ROWS
            ),
            file=rows.file,
        )
    return Rows(rows.file, rows.headings, filled)


def _parquet(path: Path) -> Rows:
    try:
        frame = pl.read_parquet(path)
    except (pl.exceptions.PolarsError, OSError) as error:
        raise InputError(_("parquet 文件已损坏；请重新导出。"), file=path.name) from error
    headings = tuple(frame.columns)
    texts = [
        pl.col(name).cast(pl.String, strict=False).str.strip_chars().fill_null("").alias(f"c{at}")
        for at, name in enumerate(headings)
    ]
    return Rows(path.name, headings, frame.select(texts).with_row_index("line", offset=1))


def _workbook(path: Path, columns: Headings, sheet: str) -> Rows:
    rows = read_sheet(path, most_rows=_MOST_SHEET_ROWS, sheet=sheet)
    texts = [[cell.text for cell in row] for row in rows]
    at = _head(texts, columns, path.name)
    width = len(texts[at])
    lines = [int("".join(filter(str.isdigit, row[0].at))) for row in rows[at + 1 :]]
    body = [(row + [""] * width)[:width] for row in texts[at + 1 :]]
    schema = {f"c{index}": pl.String for index in range(width)}
    frame = pl.DataFrame(body, schema=schema, orient="row")
    numbered = frame.with_columns(pl.Series("line", lines, dtype=pl.UInt32))
    return Rows(path.name, tuple(texts[at]), numbered)


def _text(path: Path, columns: Headings) -> Rows:
    text = _decoded(path.read_bytes(), path.name)
    top = text[: 1 << 16]
    separator = max(",\t;", key=top.count)
    reader = csv.reader(io.StringIO(top, newline=""), delimiter=separator)
    starts, texts = [0], []
    for row in reader:
        texts.append([cell.strip() for cell in row])
        starts.append(reader.line_num)
        if len(texts) == _HEAD_ROWS:
            break
    at = _head(texts, columns, path.name)
    body = io.StringIO(text, newline="")
    for _line in range(starts[at + 1]):
        body.readline()
    frame = _body(body.read(), len(texts[at]), separator, (path.name, at + 2))
    return Rows(path.name, tuple(texts[at]), frame)


def _body(text: str, width: int, separator: str, place: tuple[str, int]) -> pl.DataFrame:
    """Return the rows of a csv without headings; a row must not be wider than they are."""
    _file, first = place
    schema = {f"c{index}": pl.String for index in range(width)}
    if not text.strip():
        return pl.DataFrame(schema=schema).with_columns(line=pl.lit(None, pl.UInt32))
    try:
        frame = pl.read_csv(
            text.encode(), has_header=False, schema=schema, separator=separator
        ).with_row_index("line", offset=first)
    except pl.exceptions.PolarsError as error:
        raise _broken(text, width, separator, place) from error
    return frame.with_columns(pl.exclude("line").str.strip_chars().fill_null(""))


def _broken(text: str, width: int, separator: str, place: tuple[str, int]) -> InputError:
    """Return what to say of a csv that cannot be read to its end."""
    file, first = place
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    try:
        wide = next((line for line, row in enumerate(reader, first) if len(row) > width), None)
    except csv.Error:  # a cell without end: a quote that nothing closes
        wide = None
    if wide is None:
        return InputError(_("csv 的引号不成对；请用表格软件另存。"), file=file)
    return InputError(
        _("单元格比表头多；请检查这一行的逗号，或者另存为 xlsx。"),
        file=file,
        cell=at_line(wide),
    )


def at_line(line: int) -> str:
    """Return how a line of a table is named to people."""
    return _("第 {line} 行").format(line=line)


def _head(rows: Sequence[Sequence[str]], columns: Headings, file: str) -> int:
    """Return the row that has most of the known headings."""
    top = rows[:_HEAD_ROWS]
    known = [len(columns_in(row, columns)) + len(items_in(row)) for row in top]
    if not known or max(known) < 2:
        raise InputError(
            _("没有找到表头；请用 jiugai vote template 给出的列名，如 {names}。").format(
                names=listed(title_of(said) for said in list(columns.values())[:6])
            ),
            file=file,
        )
    return known.index(max(known))


def _decoded(content: bytes, file: str) -> str:
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" in text:
            break
        return text.replace("\r\n", "\n").replace("\r", "\n")
    raise InputError(_("不是文字表格；请另存为 UTF-8 的 csv，或者 xlsx。"), file=file)


def column(rows: Rows, at: dict[str, int], name: str) -> pl.Expr:
    """Return a column by our name; empty text where the file has none."""
    return (pl.col(f"c{at[name]}") if name in at else pl.lit("")).alias(name)
