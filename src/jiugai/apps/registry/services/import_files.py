"""Files handed over with an import: looked at, kept once under their digest, lent to the core."""

import hashlib
import os
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import Any, BinaryIO, Final, NamedTuple

from django.conf import settings
from django.utils.translation import gettext as _

from jiugai.apps.registry.models import Import
from jiugai.census.archive import look_through
from jiugai.census.content import MAX_BYTES, Format, format_of
from jiugai.census.outlines import read_outlines
from jiugai.kernel.errors import InputError, Refusal

MOST_FILES: Final = 20
OUTLINES: Final = (".json", ".geojson")
#: A workbook of at most this size is looked through at once, a larger one while it is read.
_AT_ONCE: Final = 4 << 20
_CHUNK: Final = 1 << 20


class Handed(NamedTuple):
    """A file that somebody handed over: its name and its content."""

    name: str
    content: BinaryIO


class Lent(NamedTuple):
    """The files of an import under their own names, for as long as they are read."""

    ledgers: list[Path]
    outlines: list[Path]


def keep_files(files: Sequence[Handed]) -> list[dict[str, Any]]:
    """Keep some files and return what an import remembers of them.

    Raises Refusal if one is too large or no ledger, in words that say what to do.
    """
    if not files:
        raise Refusal(_("请选择至少一个台账文件（xlsx、xls 或 csv）。"))
    if len(files) > MOST_FILES:
        raise Refusal(_("一次最多导入 {most} 个文件；请分几次导入。").format(most=MOST_FILES))
    kept: list[dict[str, Any]] = []
    for file in files:
        name = _unlike(_bare(file.name), [one["name"] for one in kept])
        kept.append(_keep(name, file.content))
    if all(one["role"] == "outline" for one in kept):
        raise Refusal(_("只有界线文件，没有台账；请再选一个 xlsx、xls 或 csv 文件。"))
    return kept


def _bare(name: str) -> str:
    bare = PurePosixPath(name.replace("\\", "/")).name.replace("\x00", "").strip()
    return bare[-120:].lstrip(".") or _("台账")


def _unlike(name: str, taken: Iterable[str]) -> str:
    stem, dot, suffix = name.rpartition(".")
    number, found = 1, name
    while found in taken:
        number += 1
        found = f"{stem or suffix} ({number}){dot}{suffix if stem else ''}"
    return found


def _keep(name: str, content: BinaryIO) -> dict[str, Any]:
    folder = Path(settings.MEDIA_ROOT) / "ledgers"
    folder.mkdir(parents=True, exist_ok=True)
    digest, size = hashlib.sha256(), 0
    handle, temporary = tempfile.mkstemp(dir=folder)
    try:
        with os.fdopen(handle, "wb") as out:
            for piece in _pieces(content, name):
                size += len(piece)
                digest.update(piece)
                out.write(piece)
        role = _role(Path(temporary), name, size)
        sha256 = digest.hexdigest()
        kept = path_of(sha256)
        kept.parent.mkdir(exist_ok=True)
        Path(temporary).replace(kept)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
    return {"name": name, "sha256": sha256, "size": size, "role": role}


def _pieces(content: BinaryIO, name: str) -> Iterator[bytes]:
    size = 0
    while piece := content.read(_CHUNK):
        size += len(piece)
        if size > MAX_BYTES:
            message = _("“{name}”超过 {size} MB；请按区县拆成几个文件。")
            raise Refusal(message.format(name=name, size=MAX_BYTES >> 20))
        yield piece


def path_of(sha256: str) -> Path:
    """Return where a kept file lies."""
    return Path(settings.MEDIA_ROOT) / "ledgers" / sha256[:2] / sha256


def _role(path: Path, name: str, size: int) -> str:
    """Return what a file is for; raises Refusal if it is neither ledger nor outlines."""
    try:
        if name.lower().endswith(OUTLINES):
            read_outlines([path])
            return "outline"
        if format_of(path, file=name) is Format.XLSX and size <= _AT_ONCE:
            look_through(path, file=name)
    except InputError as error:
        raise Refusal(str(error).replace(path.name, name)) from error
    return "ledger"


@contextmanager
def lent(one: Import) -> Iterator[Lent]:
    """Yield the files of an import under the names that people gave them."""
    with tempfile.TemporaryDirectory(prefix="jiugai-") as folder:
        found = Lent([], [])
        for file in one.files:
            link = Path(folder) / file["name"]
            link.symlink_to(path_of(file["sha256"]))
            (found.outlines if file["role"] == "outline" else found.ledgers).append(link)
        yield found
