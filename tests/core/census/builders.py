"""Ledgers made on the fly: workbooks, text files, and the containers of old Office."""

import io
import struct
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import xlsxwriter

Rows = Sequence[Sequence[object]]


def workbook(
    path: Path,
    rows: Rows,
    *,
    name: str = "台账",
    more: dict[str, Rows] | None = None,
    finish: Callable[[Any, Any], None] | None = None,
) -> Path:
    """Write a workbook; `finish` may do more to the book and its first sheet."""
    book = xlsxwriter.Workbook(path, {"in_memory": True, "default_date_format": "yyyy-mm-dd"})
    first = book.add_worksheet(name)
    for sheet, cells in (
        (first, rows),
        *((book.add_worksheet(n), r) for n, r in (more or {}).items()),
    ):
        for row, line in enumerate(cells):
            sheet.write_row(row, 0, line)
    if finish:
        finish(book, first)
    book.close()
    return path


def text(path: Path, rows: Rows, *, encoding: str = "utf-8", delimiter: str = ",") -> Path:
    """Write a text ledger; cells go in as they are, without quotes."""
    lines = (delimiter.join(map(str, row)) for row in rows)
    path.write_bytes("\r\n".join(lines).encode(encoding))
    return path


def with_part(path: Path, part: str, change: Callable[[bytes], bytes]) -> Path:
    """Change one part of a workbook in place."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(path) as old,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, change(content) if name == part else content)
    path.write_bytes(stream.getvalue())
    return path


def old_workbook(path: Path, rows: Rows) -> Path:
    """Write an Excel 97 workbook with one sheet of texts and numbers."""
    globals_ = _record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0005, 0, 0, 0, 0))
    name = "台账".encode("utf-16-le")
    sheet_head = struct.pack("<BBBB", 0, 0, 2, 1) + name
    length = len(globals_) + 4 + 4 + len(sheet_head) + 4
    globals_ += _record(0x0085, struct.pack("<I", length) + sheet_head) + _record(0x000A, b"")
    sheet = _record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0010, 0, 0, 0, 0))
    for row, line in enumerate(rows):
        for column, cell in enumerate(line):
            sheet += _cell(row, column, cell)
    sheet += _record(0x000A, b"")
    path.write_bytes(compound({"Workbook": globals_ + sheet}))
    return path


def _cell(row: int, column: int, cell: object) -> bytes:
    at = struct.pack("<HHH", row, column, 0)
    if isinstance(cell, str):
        words = cell.encode("utf-16-le")
        return _record(0x0204, at + struct.pack("<HB", len(words) // 2, 1) + words)
    return _record(0x0203, at + struct.pack("<d", cell))


def _record(kind: int, content: bytes) -> bytes:
    return struct.pack("<HH", kind, len(content)) + content


def compound(streams: dict[str, bytes]) -> bytes:
    """Return a compound document, the container of old Office and of locked workbooks."""
    size, free, end, fat_sector = 512, 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
    fat, sectors, entries = [fat_sector, end], b"", [_entry("Root Entry", 5, end, 0)]
    for name, content in streams.items():
        content = content.ljust(4096, b"\0")
        count = -(-len(content) // size)
        start = len(fat)
        fat += [*range(start + 1, start + count), end]
        sectors += content.ljust(count * size, b"\0")
        entries.append(_entry(name, 2, start, len(content)))
    entries[0] = _entry("Root Entry", 5, end, 0, child=1)
    directory = b"".join(entries).ljust(size, b"\0")
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    header += struct.pack(
        "<HHHHH6xIIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, 1, 0, 4096, end, 0, end, 0, 0
    )
    header += struct.pack("<I", free) * 108
    table = struct.pack(f"<{len(fat)}I", *fat).ljust(size, b"\xff")
    return header + table + directory + sectors


def _entry(name: str, kind: int, start: int, size: int, *, child: int = 0xFFFFFFFF) -> bytes:
    words = name.encode("utf-16-le")
    nobody = 0xFFFFFFFF
    return (
        words.ljust(64, b"\0")
        + struct.pack("<HBBIII", len(words) + 2, kind, 1, nobody, nobody, child)
        + bytes(36)
        + struct.pack("<IQ", start, size)
    )
