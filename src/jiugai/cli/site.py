"""Commands that run the site, in a process of its own: the core needs no Django."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import click

from jiugai.kernel.errors import InputError
from jiugai.kernel.i18n import _, language


def run_site(*arguments: str, environment: dict[str, str] | None = None) -> int:
    """Run a command of the site in this place; return its exit code.

    Raises InputError where only the core is installed.
    """
    if find_spec("django") is None:
        raise InputError(_("没有安装网站部分；请执行 pip install 'jiugai[site]'。"))
    said = os.environ | {"JIUGAI_LANG": language()} | (environment or {})
    command = [sys.executable, "-m", "jiugai.site", *arguments]
    process = subprocess.Popen(command, env=said)  # noqa: S603 - ourselves
    # Who stops a service asks this process only, not its whole group as a terminal does.
    before = signal.signal(signal.SIGTERM, lambda *_asked: process.terminate())
    try:
        return _ended(process)
    finally:
        signal.signal(signal.SIGTERM, before)


def _ended(process: subprocess.Popen[bytes]) -> int:
    while True:
        try:
            return process.wait()
        except KeyboardInterrupt:  # the site hears it, too, and stops cleanly
            continue


@click.command(help=_("启动网站：网页、后台任务和内置数据库；按 Ctrl-C 停止。"))
@click.option("--port", default=8000, show_default=True, help=_("端口。"))
@click.option("--host", default="127.0.0.1", show_default=True, help=_("监听的地址。"))
@click.option("--demo", is_flag=True, help=_("装入虚构的示范区，并列出各角色的登录名。"))
def serve(port: int, host: str, demo: bool) -> None:
    """Serve until stopped."""
    more = ["--demo"] if demo else []
    sys.exit(run_site("serve", "--port", str(port), "--host", host, *more))


@click.command(help=_("检查网站各部分，逐项说明该怎么办；有要处理的，退出码为 1。"))
@click.option("--json", "as_json", is_flag=True, help=_("输出 JSON。"))
def doctor(as_json: bool) -> None:
    """Say what is wrong."""
    sys.exit(run_site("doctor", *(["--json"] if as_json else [])))


@click.command(help=_("把数据库、文件和密钥备份成一个文件；服务可以照常运行。"))
@click.option(
    "--out",
    required=True,
    type=click.Path(dir_okay=False, path_type=Path),
    help=_("备份文件，不能已存在。"),
)
def backup(out: Path) -> None:
    """Back the site up."""
    sys.exit(run_site("backup", str(out)))


@click.command(help=_("把备份恢复到空的数据目录，并核对操作记录。"))
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
def restore(file: Path) -> None:
    """Restore a backup."""
    sys.exit(run_site("restore", str(file)))
