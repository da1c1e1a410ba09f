"""Write a folder of results whole or not at all."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from jiugai.kernel.errors import UsageError
from jiugai.kernel.i18n import _


@contextmanager
def whole_folder(out: Path) -> Iterator[Path]:
    """Yield an empty folder whose content moves to `out` only if the block succeeds.

    Earlier results of the same names are replaced; other files in `out` stay.
    Raises UsageError if `out` cannot be written.
    """
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        draft = Path(tempfile.mkdtemp(prefix=f".{out.name}-", dir=out.parent))
    except OSError as error:
        raise UsageError(
            _("不能写入 {out}：{why}；请换一个输出文件夹。").format(out=out, why=error.strerror)
        ) from error
    try:
        yield draft
        _move(draft, out)
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def _move(draft: Path, out: Path) -> None:
    out.mkdir(exist_ok=True)
    for made in sorted(draft.iterdir()):
        kept = out / made.name
        if kept.is_dir() and not kept.is_symlink():
            shutil.rmtree(kept)
        made.replace(kept)
