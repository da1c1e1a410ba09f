"""The zip container of a workbook: looked through before anything is unpacked from it."""

import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import IO, Final
from xml.etree import ElementTree

from jiugai.kernel.errors import InputError
from jiugai.kernel.i18n import _

#: What a workbook may unpack to; a ledger of a million rows stays below.
MAX_UNPACKED: Final = 3 << 29
#: A sheet is held as a full rectangle, so one stray far cell would cost all the memory.
MAX_CELLS: Final = 40_000_000
_MAX_RATIO: Final = 300
_SMALL: Final = 64 << 20  # below this no ratio is suspicious
_MAX_DIRECTORY: Final = 4 << 20
_CHUNK: Final = 1 << 20
_OVERLAP: Final = 128
_CELL_END: Final = b"</c>"

#: What unpacking raises on a container that is not whole.
DAMAGES: Final = (
    zipfile.BadZipFile,
    zlib.error,
    OSError,
    EOFError,
    RuntimeError,
    ValueError,
)
_ENCRYPTED: Final = 0x1
_LOCAL_HEADER: Final = 30

# An address of one letter and a row that spreadsheets have; also the number of a row, the
# margins and namespaces whose names end in r. Anything else may stand anywhere.
_FAR: Final = re.compile(rb'r=(?!"(?:[A-Z]?(?:\d{1,6}|10[0-4]\d{4})"|http|\d\.\d+"))')
# Two searches: an alternation would cost ten times as much over a large sheet.
_FAR_SIGNS: Final = (re.compile(rb"r ="), _FAR)
ADDRESS: Final = re.compile(rb"""\br\s*=\s*["']([A-Za-z]{0,3})(\d{1,12})""")


def look_through(path: Path, *, file: str) -> None:
    """Check a workbook's container before anything is read from it.

    Raises InputError if it is damaged, locked, no workbook, or unpacks to more than we hold.
    """
    try:
        with zipfile.ZipFile(path) as archive, path.open("rb") as stream:
            _check_directory(archive, file)
            _check_parts(archive, stream, file)
    except DAMAGES as error:
        raise damaged(file) from error


def damaged(file: str) -> InputError:
    """Return the refusal of a workbook that cannot be read to its end."""
    return InputError(
        _("工作簿已损坏，读不出来；请用 Excel 打开、修复并另存后再导入。"), file=file
    )


def _check_directory(archive: zipfile.ZipFile, file: str) -> None:
    entries = archive.infolist()
    names = {entry.filename for entry in entries}
    if any(entry.flag_bits & _ENCRYPTED for entry in entries):
        raise InputError(_("压缩包有密码；请解压或取消密码后再导入。"), file=file)
    if "xl/workbook.xml" not in names:
        raise _no_workbook(names, file)
    unpacked = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries)
    if unpacked > MAX_UNPACKED or (unpacked > _SMALL and unpacked > _MAX_RATIO * packed):
        raise too_large(file)


def too_large(file: str) -> InputError:
    """Return the refusal of a workbook that unpacks to more than any ledger needs."""
    return InputError(
        _("工作簿解开后过大，像是压缩炸弹；请另存为 csv，或按区县拆成几个文件。"), file=file
    )


def _no_workbook(names: set[str], file: str) -> InputError:
    kinds = {
        "word/": _("Word 文档"),
        "ppt/": _("PowerPoint 文档"),
        "xl/workbook.bin": _("xlsb 工作簿"),
        "content.xml": _("ODF 文档"),
    }
    for start, kind in kinds.items():
        if any(name.startswith(start) for name in names):
            message = _("这是“{kind}”，不是台账；请另存为 xlsx 或 csv 再导入。")
            return InputError(message.format(kind=kind), file=file)
    return InputError(_("这是压缩包，不是台账；请解压后导入其中的文件。"), file=file)


def _check_parts(archive: zipfile.ZipFile, stream: IO[bytes], file: str) -> None:
    """Unpack every part that is read, piece by piece, to see what it comes to."""
    sheets = sheet_names(archive)
    for entry in archive.infolist():
        part = entry.filename.lower()
        if name := sheets.get(part):
            scan = _Scan()
            for piece in ahead(unpacked_pieces(stream, entry, file)):
                scan.look(piece)
            scan.look(b"")
            if not scan.is_narrow:  # up to column Z a million rows are within bounds
                _check_extent(blocks(stream, entry, file), file, name)
        elif part.endswith((".xml", ".rels")):
            for _piece in unpacked_pieces(stream, entry, file):
                pass  # what it really unpacks to is what is checked


def ahead(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """Yield pieces of which the next is unpacked while the last is looked at."""
    with ThreadPoolExecutor(1) as pool:
        coming = pool.submit(next, pieces, None)
        while (piece := coming.result()) is not None:
            coming = pool.submit(next, pieces, None)
            yield piece


def unpacked_pieces(stream: IO[bytes], entry: zipfile.ZipInfo, file: str) -> Iterator[bytes]:
    """Yield a part's content piece by piece, whatever size its directory entry claims.

    Raises InputError if it unpacks to more than it claims.
    """
    stream.seek(entry.header_offset)
    header = stream.read(_LOCAL_HEADER)
    if len(header) < _LOCAL_HEADER or not header.startswith(b"PK\x03\x04"):
        raise zipfile.BadZipFile(entry.filename)
    stream.seek(
        int.from_bytes(header[26:28], "little") + int.from_bytes(header[28:30], "little"), 1
    )
    total = 0
    for piece in _inflated(stream, entry):
        total += len(piece)
        if total > entry.file_size:
            raise too_large(file)
        yield piece
    if total < entry.file_size:
        raise zipfile.BadZipFile(entry.filename)


def _inflated(stream: IO[bytes], entry: zipfile.ZipInfo) -> Iterator[bytes]:
    if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise zipfile.BadZipFile(entry.filename)
    is_stored = entry.compress_type == zipfile.ZIP_STORED
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    left = entry.compress_size
    while left > 0 and (packed := stream.read(min(_CHUNK, left))):
        left -= len(packed)
        if is_stored:
            yield packed
            continue
        while packed:
            yield inflater.decompress(packed, _CHUNK)
            packed = inflater.unconsumed_tail
    if left > 0:
        raise zipfile.BadZipFile(entry.filename)


class _Scan:
    """Looks whether all cells of a sheet are near its corner, in pieces as they come."""

    __slots__ = ("is_narrow", "tail")

    def __init__(self) -> None:
        self.tail = b""
        self.is_narrow = True

    def look(self, piece: bytes) -> None:
        """Look at the next piece; the last one is empty."""
        if not self.is_narrow:
            return
        data = self.tail + piece
        self.tail = data[-_OVERLAP:]
        # What piece the end cuts through is whole the next time.
        end = len(data) - (_OVERLAP // 2 if piece else 0)
        found = (sign.search(data) for sign in _FAR_SIGNS)
        self.is_narrow = not any(one.start() < end for one in found if one)


def _check_extent(pieces: Iterable[bytes], file: str, sheet: str) -> None:
    """Refuse a sheet whose far corner spans more cells than we hold."""
    rows = columns = 0
    for block in pieces:
        for letters, number in set(ADDRESS.findall(block)):
            rows, columns = max(rows, int(number)), max(columns, column_number(letters))
    if rows * columns > MAX_CELLS:
        raise InputError(
            _(
                "工作表“{sheet}”铺到第 {rows} 行、第 {columns} 列，读不下；"
                "请删去台账以外的单元格，或按区县拆成几个文件。"
            ).format(sheet=sheet, rows=rows, columns=columns),
            file=file,
        )


def column_number(letters: bytes) -> int:
    """Return the number of a column by its letters: A is 1, AA is 27."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number


def blocks(stream: IO[bytes], entry: zipfile.ZipInfo, file: str) -> Iterator[bytes]:
    """Yield a sheet in pieces that end where a cell ends."""
    rest = b""
    for piece in unpacked_pieces(stream, entry, file):
        data = rest + piece
        end = data.rfind(_CELL_END) + len(_CELL_END)
        if end < len(_CELL_END):
            end = len(data) if len(data) > _MAX_DIRECTORY else 0
        yield data[:end]
        rest = data[end:]
    yield rest


def sheet_names(archive: zipfile.ZipFile) -> dict[str, str]:
    """Return the name of each sheet by the path of its part, in lower case."""
    book = _tree(archive, "xl/workbook.xml")
    relations = _tree(archive, "xl/_rels/workbook.xml.rels")
    targets = {
        relation.get("Id"): _part(relation.get("Target", "")) for relation in relations.iter()
    }
    named: dict[str, str] = {}
    for element in book.iter():
        if element.tag.rpartition("}")[2] == "sheet":
            ids = [value for name, value in element.items() if name.endswith("}id")]
            if ids and (target := targets.get(ids[0])):
                named[target] = element.get("name", "")
    return named


def _part(target: str) -> str:
    part = target.lower().removeprefix("/")
    return part if part.startswith("xl/") else f"xl/{part}"


def _tree(archive: zipfile.ZipFile, name: str) -> ElementTree.Element:
    entry = archive.getinfo(name) if name in archive.namelist() else None
    if entry is None or entry.file_size > _MAX_DIRECTORY:
        raise zipfile.BadZipFile(name)
    data = archive.read(entry)
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise zipfile.BadZipFile(name)
    try:
        return ElementTree.fromstring(data)  # noqa: S314 - it declares no entities
    except (ElementTree.ParseError, LookupError, ValueError) as error:
        raise zipfile.BadZipFile(name) from error
