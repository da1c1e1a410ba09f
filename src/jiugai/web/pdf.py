"""Turn Word documents into PDF with the LibreOffice of this machine, where there is one."""

import os
import shutil
import signal
import subprocess
import tempfile
from contextlib import suppress
from functools import cache
from pathlib import Path
from threading import Lock
from typing import Final

from django.utils.translation import gettext as _

from jiugai.kernel.errors import Refusal

#: Seconds for one document, and to wait for those before it.
LONGEST: Final = 60.0
PATIENCE: Final = 20.0
#: One at a time in a process: each takes hundreds of megabytes.
_TURN: Final = Lock()


@cache
def converter() -> str | None:
    """Return where LibreOffice is, or None."""
    return shutil.which("soffice") or shutil.which("libreoffice")


def pdf_of(document: bytes) -> bytes:
    """Return a Word document as PDF.

    Raises Refusal if there is no converter, too many wait for it, or it fails.
    """
    program = converter()
    if program is None:
        raise Refusal(_("这台服务器没有安装 LibreOffice，不能转成 PDF；请下载 Word 版。"))
    if not _TURN.acquire(timeout=PATIENCE):
        raise Refusal(_("正在转换别的文件；请过一会儿再试，或者下载 Word 版。"))
    try:
        with tempfile.TemporaryDirectory(prefix="jiugai-pdf-") as folder:
            return _converted(program, document, Path(folder))
    finally:
        _TURN.release()


def _converted(program: str, document: bytes, folder: Path) -> bytes:
    source, made = folder / "paper.docx", folder / "paper.pdf"
    source.write_bytes(document)
    # A profile of its own, so that neither another run nor somebody's settings matter.
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    options = ["--headless", "--norestore", "--nolockcheck", "--convert-to", "pdf"]
    process = subprocess.Popen(  # noqa: S603 - our own arguments
        [program, profile, *options, "--outdir", str(folder), str(source)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={"PATH": os.defpath, "HOME": str(folder), "LC_ALL": "C.UTF-8"},
        start_new_session=True,  # it starts others, which have to end with it
    )
    try:
        process.wait(LONGEST)
    except subprocess.TimeoutExpired as error:
        raise Refusal(
            _("转成 PDF 用了太长时间，已经停止；请稍后再试，或者下载 Word 版。")
        ) from error
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
    if not made.exists():
        raise Refusal(_("LibreOffice 没有转出 PDF；请下载 Word 版，并请管理员检查它能否运行。"))
    return made.read_bytes()
