"""What a file is, by its content and not by its name."""

from enum import StrEnum
from pathlib import Path
from typing import Final

from jiugai.kernel.errors import InputError
from jiugai.kernel.i18n import _


class Format(StrEnum):
    """How a ledger is stored."""

    XLSX = "xlsx"
    XLS = "xls"
    TEXT = "text"


#: More than a text ledger of two million rows needs.
MAX_BYTES: Final = 512 << 20
_HEAD: Final = 1 << 16
_ZIP: Final = b"PK"
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MARKUP: Final = (b"<html", b"<!doctype", b"<table", b"<meta", b"<head", b"<body", b"<script")


def format_of(path: Path, *, file: str) -> Format:
    """Return how the ledger at `path` is stored.

    Raises InputError if it is missing, empty, too large or no ledger at all.
    """
    head = _head(path, file)
    if path.stat().st_size > MAX_BYTES:
        raise InputError(
            _("文件超过 {size} MB；请按区县拆成几个文件。").format(size=MAX_BYTES >> 20), file=file
        )
    if head.startswith(_ZIP):
        return Format.XLSX
    if head.startswith(_OLE):
        return Format.XLS
    if foreign := foreign_kind(head):
        raise InputError(
            _("这是“{kind}”，不是台账；请另存为 xlsx 或 csv 再导入。").format(kind=foreign),
            file=file,
        )
    return Format.TEXT


def _marks() -> dict[bytes, str]:
    """Return the first bytes of files that are often mistaken for ledgers."""
    return {
        b"%PDF": _("PDF 文件"),
        b"\x89PNG": _("PNG 图片"),
        b"\xff\xd8\xff": _("JPEG 图片"),
        b"GIF8": _("GIF 图片"),
        b"BM": _("BMP 图片"),
        b"II*\x00": _("TIFF 图片"),
        b"MM\x00*": _("TIFF 图片"),
        b"RIFF": _("多媒体文件"),
        b"Rar!": _("RAR 压缩包"),
        b"7z\xbc\xaf": _("7z 压缩包"),
        b"\x1f\x8b": _("gzip 压缩包"),
        b"{\\rtf": _("RTF 文档"),
        b"PAR1": _("Parquet 文件"),
        b"SQLite format 3": _("SQLite 数据库"),
        b"\x7fELF": _("程序"),
        b"MZ": _("程序"),
    }


def foreign_kind(head: bytes) -> str:
    """Return what a file that is no ledger is, by its first bytes, or an empty string."""
    for mark, kind in _marks().items():
        if head.startswith(mark) and _is_binary(mark, head):
            return kind
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()[:2000].lower()
    if start.startswith(_MARKUP):
        return _("网页（HTML）")
    if start.startswith(b"<"):
        return _("网页（HTML）") if b"<html" in start else _("XML 文件")
    if start.startswith((b"{", b"[")) and b'"' in start:
        return _("JSON 文件")
    return ""


def _is_binary(mark: bytes, head: bytes) -> bool:
    # "BM…" and "MZ…" may also be the first letters of a heading.
    return len(mark) > 2 or b"\x00" in head[:64] or mark == b"\x1f\x8b"


def _head(path: Path, file: str) -> bytes:
    try:
        with path.open("rb") as stream:
            head = stream.read(_HEAD)
    except FileNotFoundError:
        raise InputError(_("没有这个文件；请检查路径。"), file=file) from None
    except IsADirectoryError:
        raise InputError(_("这是文件夹；请给出其中的台账文件。"), file=file) from None
    except OSError as error:
        raise InputError(
            _("打不开：{reason}。").format(reason=error.strerror or error), file=file
        ) from error
    if not head.strip():
        raise InputError(_("文件是空的；请确认导出是否成功。"), file=file)
    return head
