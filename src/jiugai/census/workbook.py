"""Reading xlsx and xls workbooks."""

from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

import polars as pl
from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from jiugai.census.archive import damaged, look_through
from jiugai.census.content import Format
from jiugai.census.flaws import Flaws, find_flaws
from jiugai.census.sheet import Merge, Sheet, columns_of
from jiugai.kernel.errors import InputError
from jiugai.kernel.i18n import _

if TYPE_CHECKING:
    from python_calamine import SheetMetadata

T = TypeVar("T")

_ENCRYPTED_STREAM: Final = "EncryptedPackage".encode("utf-16-le")
_BOOK_STREAMS: Final = ("Workbook".encode("utf-16-le"), "Book".encode("utf-16-le"))
_WORD_STREAM: Final = "WordDocument".encode("utf-16-le")
#: Raised by the reader's own code on input that it did not foresee; it is no Exception.
_PANIC: Final = "PanicException"


def read_workbook(path: Path, form: Format, *, file: str) -> Iterator[Sheet]:
    """Yield the sheets of a workbook in its order, each read when it is asked for.

    Raises InputError if the workbook is damaged, locked, too large or something else.
    """
    with ThreadPoolExecutor(1) as beside:
        flaws: Future[dict[str, Flaws]] = Future()
        if form is Format.XLSX:
            look_through(path, file=file)
            # The cells are read without holding up other threads.
            flaws = beside.submit(find_flaws, path, file=file)
        else:
            _check_compound(path, file)
            flaws.set_result({})
        book = _guarded(lambda: CalamineWorkbook.from_path(path), file)
        for index, about in enumerate(book.sheets_metadata):
            if about.typ == SheetTypeEnum.WorkSheet:
                sheet = _sheet(book, index, about, file)
                yield _with_flaws(sheet, flaws.result().get(about.name, {}))


def _with_flaws(sheet: Sheet, flaws: Flaws) -> Sheet:
    top, left = sheet.first_row - 1, sheet.first_column
    here = {(row - top, column - left): shown for (row, column), shown in flaws.items()}
    return replace(sheet, flaws=here) if here else sheet


def _guarded(work: Callable[[], T], file: str) -> T:
    try:
        return work()
    except PasswordError as error:
        raise locked(file) from error
    except (CalamineError, OSError, ValueError, OverflowError, MemoryError) as error:
        raise damaged(file) from error
    except BaseException as error:
        if type(error).__name__ == _PANIC:
            raise damaged(file) from error
        raise


def locked(file: str) -> InputError:
    """Return the refusal of a workbook that opens only with a password."""
    return InputError(_("工作簿有密码；请在 Excel 中取消密码并另存后再导入。"), file=file)


def _check_compound(path: Path, file: str) -> None:
    """Tell an old workbook from a locked new one and from other documents."""
    content = path.read_bytes()
    if _ENCRYPTED_STREAM in content:
        raise locked(file)
    if any(name in content for name in _BOOK_STREAMS):
        return
    if _WORD_STREAM in content:
        message = _("这是“{kind}”，不是台账；请另存为 xlsx 或 csv 再导入。")
        raise InputError(message.format(kind=_("Word 文档")), file=file)
    raise damaged(file)


def _sheet(
    book: CalamineWorkbook,
    index: int,
    about: "SheetMetadata",
    file: str,
) -> Sheet:
    hidden = about.visible != SheetVisibleEnum.Visible
    if hidden:
        return Sheet(about.name, pl.DataFrame(), pl.DataFrame(), hidden=True)
    cells = _guarded(lambda: book.get_sheet_by_index(index), file)
    start = cells.start or (0, 0)
    text, numbers = _guarded(lambda: columns_of(cells.iter_rows(), cells.width), file)
    if text.height > cells.height:  # rows above the first filled one came along
        text, numbers = text.slice(start[0]), numbers.slice(start[0])
    return Sheet(
        about.name,
        text,
        numbers,
        first_row=start[0] + 1,
        first_column=start[1],
        merges=_merges(cells, start),
    )


def _merges(cells: CalamineSheet, start: tuple[int, int]) -> tuple[Merge, ...]:
    return tuple(
        Merge(top - start[0], left - start[1], bottom - start[0], right - start[1])
        for (top, left), (bottom, right) in cells.merged_cell_ranges or ()
    )
