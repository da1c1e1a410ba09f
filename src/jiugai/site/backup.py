"""One file that holds a whole site: database, files, keys; and the way back."""

import hashlib
import io
import json
import os
import subprocess
import tarfile
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import psycopg

from jiugai.kernel.errors import InputError, Refusal
from jiugai.kernel.i18n import _
from jiugai.site.config import OWNER_DATABASE, SEAL, SEAL_BEFORE_FILE, SECRET, config, file_of
from jiugai.site.database import available
from jiugai.site.embedded import binaries
from jiugai.site.parts import say

FORMAT: Final = "jiugai-backup-1"
MANIFEST: Final = "manifest.json"
DUMP: Final = "database.dump"
FILES: Final = "files"
KEYS: Final = (file_of(SECRET), file_of(SEAL), SEAL_BEFORE_FILE)


def backup(out: Path) -> int:
    """Write a site into one file that only we can read; the site may go on meanwhile.

    Raises Refusal if the file exists.
    """
    if out.exists():
        raise Refusal(_("{path} 已存在，请换一个名字。").format(path=out))
    with available(), TemporaryDirectory(dir=out.parent or None) as folder:
        _note()
        dump = Path(folder) / DUMP
        _run("pg_dump", "--format=custom", "--file", str(dump), "--dbname", _owner())
        part = Path(folder) / "whole.tar"
        _pack(part, dump)
        part.rename(out)
    say(_("已备份到 {path}；里面有密钥，请像密钥一样保管。").format(path=out))
    return 0


def restore(file: Path) -> int:
    """Bring a backup into an empty data folder or database, and prove its record.

    Raises Refusal where something is there already, InputError if the file is not a whole backup.
    """
    data = config().data
    data.mkdir(mode=0o700, parents=True, exist_ok=True)
    if any((data / name).exists() for name in (*KEYS, FILES)):
        raise Refusal(
            _("数据目录 {path} 里已有内容；请用 JIUGAI_DATA 指一个空目录。").format(path=data)
        )
    with TemporaryDirectory(dir=data) as folder, available():
        unpacked = Path(folder)
        _unpack(file, unpacked)
        _refuse_if_filled()
        _run(
            "pg_restore", "--no-owner", "--exit-on-error", "--single-transaction",
            "--dbname", _owner(), str(unpacked / DUMP),
        )  # fmt: skip
        for name in (*KEYS, FILES):
            if (unpacked / name).exists():
                (unpacked / name).rename(data / name)
        say(_("已恢复，正在核对操作记录……"))
        return _prove()


def _owner() -> str:
    address = os.environ.get(OWNER_DATABASE)
    if not address:
        raise InputError(
            _("备份和恢复要用表的主人连接；请设置 {name}。").format(name=OWNER_DATABASE)
        )
    return address


def _run(program: str, *arguments: str) -> None:
    """Run one of PostgreSQL's programs; raises InputError with what it said if it fails."""
    done = subprocess.run(  # noqa: S603 - from the wheel
        [binaries() / program, *arguments], capture_output=True, text=True
    )
    if done.returncode:
        raise InputError(done.stderr.strip() or program)


def _pack(out: Path, dump: Path) -> None:
    handle = os.open(out, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    digests: dict[str, str] = {}
    with os.fdopen(handle, "wb") as file, tarfile.open(fileobj=file, mode="w") as whole:
        for name, path in _contents(dump):
            digests[name] = _digest(path)
            whole.add(path, name, recursive=False)
        manifest = json.dumps({"format": FORMAT, "sha256": digests}).encode()
        head = tarfile.TarInfo(MANIFEST)
        head.size = len(manifest)
        whole.addfile(head, io.BytesIO(manifest))
        file.flush()
        os.fsync(file.fileno())


def _contents(dump: Path) -> Iterator[tuple[str, Path]]:
    data = config().data
    yield DUMP, dump
    yield from ((name, data / name) for name in KEYS if (data / name).exists())
    for path in sorted((data / FILES).rglob("*")):
        if path.is_file():
            yield path.relative_to(data).as_posix(), path


def _unpack(file: Path, into: Path) -> None:
    try:
        with tarfile.open(file) as whole:
            whole.extractall(into, filter="data")
        manifest = json.loads((into / MANIFEST).read_bytes())
        digests: dict[str, str] = manifest["sha256"] if manifest["format"] == FORMAT else {}
    except (OSError, tarfile.TarError, ValueError, KeyError) as error:
        raise InputError(_("这不是完整的备份文件。"), file=str(file)) from error
    altered = [name for name, kept in digests.items() if _digest(into / name) != kept]
    if altered or DUMP not in digests:
        raise InputError(_("备份文件的内容与写出时不同，请换用另一份。"), file=str(file))
    for name in KEYS:
        if (into / name).exists():
            (into / name).chmod(0o600)


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _refuse_if_filled() -> None:
    with psycopg.connect(_owner()) as connection:
        row = connection.execute(
            "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"
        ).fetchone()
    if row and row[0]:
        raise Refusal(_("数据库里已有表；请恢复到空的数据库。"))


def _note() -> None:
    """Write down in the record that a backup was made."""
    import django

    django.setup()
    from jiugai.apps.accounts.rows import scope
    from jiugai.apps.audit.actions import Action
    from jiugai.apps.audit.services import record

    with scope(""):
        record(Action.BACKED_UP, by=None)


def _prove() -> int:
    """Verify the restored record; settings are read only now, with the restored keys."""
    import django

    django.setup()
    from django.utils import translation

    from jiugai.apps.audit.verify import told, verify
    from jiugai.site.prepare import prepare

    prepare()
    with translation.override("zh-hans"):
        proof = verify()
        for problem in proof.problems:
            say(str(problem))
        say(told(proof))
    return 1 if proof.found else 0
