"""Small tables out of csv and xlsx files, as rows of text with the cell each text stood in."""

import csv
import io
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeVar

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError

from jiugai.kernel.errors import InputError
from jiugai.kernel.i18n import _, in_every_language

#: A table of this kind has a few hundred lines; what is larger is another file.
MOST_BYTES: Final = 20_000_000
MOST_UNPACKED: Final = 200_000_000
MOST_ROWS: Final = 10_000

T = TypeVar("T")

_OLE: Final = b"\xd0\xcf\x11\xe0"
_ZIP: Final = b"PK"
_LOCKED: Final = "EncryptedPackage".encode("utf-16-le")
#: Raised by the reader's own code on input that it did not foresee; it is no Exception.
_PANIC: Final = "PanicException"


@dataclass(frozen=True, slots=True)
class Cell:
    """The text of a cell and where it stands, like B7."""

    text: str
    at: str


Row = tuple[Cell, ...]


def read_sheet(path: Path, *, most_rows: int = MOST_ROWS, sheet: str = "") -> list[Row]:
    """Return every row that is not empty, of the sheet with that name or else of the first.

    The name may be in any language.

    Raises InputError if the file is missing, empty, damaged, locked, too large or no table.
    """
    content = _content(path)
    if content.startswith((_ZIP, _OLE)):
        rows = _workbook(content, path.name, sheet)
    else:
        rows = _csv(content, path.name)
    if len(rows) > most_rows:
        raise InputError(
            _("有 {rows} 行，最多 {most} 行；请检查是否选错了文件。").format(
                rows=len(rows), most=most_rows
            ),
            file=path.name,
        )
    found = [cells for line, row in enumerate(rows, 1) if (cells := _cells(line, row))]
    if not found:
        raise InputError(_("文件是空的；请检查是否选错了文件。"), file=path.name)
    return found


def sheet_names(path: Path) -> tuple[str, ...]:
    """Return the names of the sheets of a workbook, none for a file that is not one.

    Raises InputError if the file is missing, damaged, locked or too large.
    """
    content = _content(path)
    if not content.startswith((_ZIP, _OLE)):
        return ()
    if _LOCKED in content:
        raise _locked(path.name)
    if content.startswith(_ZIP):
        _refuse_bomb(content, path.name)
    book = _guarded(lambda: CalamineWorkbook.from_filelike(io.BytesIO(content)), path.name)
    return tuple(book.sheet_names)


def find_sheet(path: Path, name: str) -> str:
    """Return how a workbook calls a sheet, by its name in any language, "" without such a one.

    Raises InputError as `sheet_names` does.
    """
    return _called(name, sheet_names(path))


def _called(name: str, names: Sequence[str]) -> str:
    return next((one for one in in_every_language(name) if one in names), "")


def _content(path: Path) -> bytes:
    if not path.is_file():
        raise InputError(_("没有这个文件；请检查路径。"), file=str(path))
    if path.stat().st_size > MOST_BYTES:
        raise InputError(_("文件过大，不像一张小表；请另存为只含这张表的文件。"), file=path.name)
    return path.read_bytes()


def _workbook(content: bytes, file: str, name: str) -> list[list[str]]:
    if _LOCKED in content:
        raise _locked(file)
    if content.startswith(_ZIP):
        _refuse_bomb(content, file)
    sheet = _guarded(lambda: _sheet(content, name), file)
    return _guarded(lambda: _unmerged(sheet), file)


def _sheet(content: bytes, name: str) -> CalamineSheet:
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    called = _called(name, book.sheet_names)
    return book.get_sheet_by_name(called) if called else book.get_sheet_by_index(0)


def _unmerged(sheet: CalamineSheet) -> list[list[str]]:
    """Return the rows with the value of a merged area in each of its cells."""
    rows = [[_text(value) for value in row] for row in sheet.to_python(skip_empty_area=False)]
    for (top, left), (bottom, right) in sheet.merged_cell_ranges or ():
        for row in rows[top : bottom + 1]:
            row[left : right + 1] = [rows[top][left]] * len(row[left : right + 1])
    return rows


def _refuse_bomb(content: bytes, file: str) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            unpacked = sum(item.file_size for item in archive.infolist())
    except zipfile.BadZipFile as error:
        raise _damaged(file) from error
    if unpacked > MOST_UNPACKED:
        raise InputError(_("工作簿解压后过大；请另存为只含预算的工作簿。"), file=file)


def _guarded(work: Callable[[], T], file: str) -> T:
    try:
        return work()
    except PasswordError as error:
        raise _locked(file) from error
    except (CalamineError, IndexError, OSError, ValueError, OverflowError) as error:
        raise _damaged(file) from error
    except BaseException as error:
        if type(error).__name__ == _PANIC:
            raise _damaged(file) from error
        raise


def _locked(file: str) -> InputError:
    return InputError(_("工作簿有密码；请取消密码并另存后再用。"), file=file)


def _damaged(file: str) -> InputError:
    return InputError(_("工作簿已损坏或不是 xlsx；请用表格软件打开后另存。"), file=file)


def _csv(content: bytes, file: str) -> list[list[str]]:
    text = _decode(content, file)
    if "\x00" in text:
        raise InputError(_("不是表格文件；请提供 xlsx 或 csv。"), file=file)
    separator = max(",;\t", key=text.count)
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))
    except csv.Error as error:
        raise InputError(_("csv 的引号不成对；请用表格软件另存。"), file=file) from error


def _decode(content: bytes, file: str) -> str:
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise InputError(_("文字编码无法识别；请另存为 UTF-8 或 GB18030 的 csv。"), file=file)


def _text(value: object) -> str:
    # Excel keeps numbers as binary fractions: 2026.0 was written 2026, 0.30000000000000004 0.3.
    if isinstance(value, float):
        return f"{value:.9f}".rstrip("0").rstrip(".")
    return str(value).strip()


def _cells(line: int, row: list[str]) -> Row:
    cells = tuple(Cell(text.strip(), f"{_letters(i)}{line}") for i, text in enumerate(row))
    return cells if any(cell.text for cell in cells) else ()


def _letters(index: int) -> str:
    letters = ""
    while index >= 0:
        index, rest = divmod(index, 26)
        letters, index = chr(ord("A") + rest) + letters, index - 1
    return letters
