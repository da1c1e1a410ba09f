"""Reading text ledgers: csv, tsv and their kin."""

import csv
import io
import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

import polars as pl

from jiugai.census.decoding import decode
from jiugai.census.sheet import Sheet, columns_of
from jiugai.kernel.errors import InputError
from jiugai.kernel.i18n import _

#: Bounds on what a text ledger may hold; a spreadsheet ends at 1,048,576 rows.
MAX_ROWS: Final = 2_000_000
MAX_CELLS: Final = 60_000_000
_DELIMITERS: Final = (",", "\t", ";", "|", "，")
_LINE_END: Final = re.compile(r"\r\n|\r|\n")
_SAMPLE_LINES: Final = 50
_SAMPLE_CHARACTERS: Final = 1 << 16

Rows = Callable[[], Iterator[list[str]]]


def read_text(path: Path, *, file: str) -> Sheet:
    """Return the rows of a text ledger; its encoding and delimiter are found out.

    Rows are counted as a spreadsheet shows them. Where the quotes of the file do not match,
    each line is read by itself and those with a stray quote are named in `broken`.
    Raises InputError if the content is no text or has too many rows.
    """
    text = decode(path.read_bytes(), file=file)
    delimiter = find_delimiter(text)
    odd = _odd_lines(text)
    whole = _records(text, delimiter, strict=bool(odd))
    if odd and not _is_sound(whole, delimiter):
        lines = _LINE_END.split(text)
        return _sheet(lambda: (_one(line, delimiter) for line in lines), odd, file)
    return _sheet(whole, frozenset(), file)


def find_delimiter(text: str) -> str:
    """Return the character that parts the cells: the one most lines agree on."""
    sample = _LINE_END.split(text[:_SAMPLE_CHARACTERS])[:_SAMPLE_LINES]
    return max(_DELIMITERS, key=lambda delimiter: _agreement(sample, delimiter))


def _agreement(lines: list[str], delimiter: str) -> int:
    counts = Counter(len(_one(line, delimiter)) for line in lines if line.strip())
    return max(((cells - 1) * lines for cells, lines in counts.items()), default=0)


def _odd_lines(text: str) -> frozenset[int]:
    """Return the lines with an odd number of quotes: a cell goes on, or a quote is astray."""
    if '"' not in text:
        return frozenset()
    return frozenset(i for i, line in enumerate(_LINE_END.split(text)) if line.count('"') % 2)


def _one(line: str, delimiter: str) -> list[str]:
    if line.count('"') % 2 or len(line) > csv.field_size_limit():
        return line.replace('"', "").split(delimiter)
    return next(csv.reader([line], delimiter=delimiter), [])


def _records(text: str, delimiter: str, *, strict: bool) -> Rows:
    return lambda: csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=strict)


def _is_sound(rows: Rows, delimiter: str) -> bool:
    """Return whether the quotes match and no rows are caught between stray ones."""
    try:
        width = max(map(len, rows()), default=0)
    except csv.Error:
        return False
    most = max(2, width - 1)  # a cell may well have one comma in a line
    long_cells = (cell for row in rows() for cell in row if "\n" in cell or "\r" in cell)
    return not any(
        line.count(delimiter) >= most for cell in long_cells for line in _LINE_END.split(cell)
    )


def _sheet(rows: Rows, broken: frozenset[int], file: str) -> Sheet:
    lengths = pl.Series(_lengths(rows, file), dtype=pl.Int32)
    width = _width(lengths)
    _check_size(len(lengths), width, file)
    text, numbers = columns_of(_even(rows(), width), width)
    return Sheet("", text, numbers, lengths=lengths, broken=broken)


def _lengths(rows: Rows, file: str) -> list[int]:
    found: list[int] = []
    try:
        found.extend(map(len, rows()))
    except csv.Error as error:  # with the quotes settled, all that is left is a cell without end
        message = _(
            "第 {row} 行有单元格过长（超过 {most} 个字符），不像台账；"
            "请检查引号是否配对，或另存为 xlsx 再导入。"
        )
        raise InputError(
            message.format(row=len(found) + 1, most=csv.field_size_limit()), file=file
        ) from error
    return found


def _width(lengths: pl.Series) -> int:
    """Return how many columns to keep: a few rows that run wild do not widen the sheet.

    What they lose is not lost silently: a row longer than its headings is an issue.
    """
    longest, usual = lengths.max(), lengths.quantile(0.9, "higher")
    if not isinstance(longest, int) or usual is None:
        return 0
    return min(longest, max(64, 2 * int(usual)))


def _check_size(rows: int, width: int, file: str) -> None:
    if rows > MAX_ROWS or rows * width > MAX_CELLS:
        message = _("有 {rows} 行、{columns} 列，读不下；请按区县拆成几个文件。")
        raise InputError(message.format(rows=rows, columns=width), file=file)


def _even(rows: Iterator[list[str]], width: int) -> Iterator[list[str]]:
    """Yield rows of equal length; cells beyond the widest sheet cannot be ours."""
    filler = [""] * width
    for row in rows:
        yield row if len(row) == width else (row + filler)[:width]
