"""Files that belong to an estate: looked at, kept once under their digest."""

from __future__ import annotations

import hashlib
import zipfile
from dataclasses import dataclass
from typing import IO, Any, Final

from django.core.files.base import File
from django.core.files.storage import default_storage
from django.db import connection, transaction
from django.utils.translation import gettext as _

from jiugai.apps.accounts.models import Person
from jiugai.apps.audit.actions import Action
from jiugai.apps.audit.services import record
from jiugai.apps.registry.models import Document, Estate
from jiugai.apps.registry.services import pictures
from jiugai.kernel.errors import Refusal
from jiugai.web.papers import WORD

LARGEST: Final = 20 * 2**20
#: A packed document must not swell to more than this.
UNPACKED: Final = 200 * 2**20
#: The first number of the locks on files.
_LOCK: Final = 7031
EXCEL: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_BEGINNINGS: Final = {
    b"%PDF-": "application/pdf",
    b"\x89PNG\r\n\x1a\n": "image/png",
    b"\xff\xd8\xff": "image/jpeg",
}
_ENDINGS: Final = {
    "application/pdf": (".pdf",),
    "image/png": (".png",),
    "image/jpeg": (".jpg", ".jpeg"),
    WORD: (".docx",),
    EXCEL: (".xlsx",),
}


@dataclass(frozen=True, slots=True)
class Kept:
    """A file that was looked at and is kept under its digest."""

    name: str
    kind: str
    sha256: str
    size: int


@transaction.atomic
def add_document(*, estate: Estate, file: File[Any] | None, title: str, by: Person) -> Document:
    """Keep a file with an estate.

    Raises Refusal if it is too large, empty, or not what its name says.
    """
    kept = keep_file(file)
    document = Document.objects.create(
        estate=estate,
        division=estate.division,
        title=(title.strip() or kept.name)[:120],
        name=kept.name,
        kind=kept.kind,
        sha256=kept.sha256,
        size=kept.size,
        by=by,
    )
    record(Action.DOCUMENT_ADDED, estate, by=by, document=document.title, sha256=kept.sha256)
    return document


def keep_file(file: File[Any] | None) -> Kept:
    """Keep a file under its digest; a picture is kept as it looks, without what it hides.

    Raises Refusal if it is too large, empty, or not what its name says.
    """
    if file is None:
        raise Refusal(_("请选择一个文件。"))
    name = (file.name or "")[-200:]
    if not file.size:
        raise Refusal(_("文件是空的，请重新选择。"))
    if file.size > LARGEST:
        raise Refusal(_("文件超过 20 MB，请压缩或拆分后再上传。"))
    kind = _kind_of(file)
    if not name.lower().endswith(_ENDINGS[kind]):
        raise Refusal(_("文件内容与扩展名不符，请核对是不是选错了文件。"))
    if kind in pictures.FORMATS:
        file = pictures.repainted(file, kind)
    return Kept(name, kind, _keep(file), file.size)


def path_of(digest: str) -> str:
    """Return where a file with a digest is kept."""
    return f"documents/{digest[:2]}/{digest}"


def hold_file(digest: str) -> None:
    """Let nobody else keep or remove the file with a digest before this transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [_LOCK, _number_of(digest)])


def _number_of(digest: str) -> int:
    return int.from_bytes(bytes.fromhex(digest[:8]), signed=True)


def _kind_of(file: File[Any]) -> str:
    file.seek(0)
    head = file.read(8)
    for beginning, kind in _BEGINNINGS.items():
        if head.startswith(beginning):
            return kind
    if head.startswith(b"PK\x03\x04") and (office := _office(file)):
        return office
    raise Refusal(_("只收 PDF、PNG、JPG、docx、xlsx。请转换后再上传。"))


def _office(file: IO[Any] | File[Any]) -> str:
    try:
        with zipfile.ZipFile(file) as packed:
            infos = packed.infolist()
    except zipfile.BadZipFile:
        return ""
    if sum(info.file_size for info in infos) > UNPACKED:
        raise Refusal(_("文件解压后过大，未予接收。"))
    names = {info.filename for info in infos}
    if any("vbaProject" in name for name in names):
        raise Refusal(_("文件带有宏，未予接收；请另存为不含宏的格式。"))
    if "word/document.xml" in names:
        return WORD
    return EXCEL if "xl/workbook.xml" in names else ""


def _keep(file: File[Any]) -> str:
    total = hashlib.sha256()
    file.seek(0)
    for chunk in file.chunks():
        total.update(chunk)
    digest = total.hexdigest()
    hold_file(digest)
    if not default_storage.exists(path_of(digest)):
        file.seek(0)
        default_storage.save(path_of(digest), file)
    return digest
