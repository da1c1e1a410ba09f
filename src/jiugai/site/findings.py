"""What a site is examined for: each finding says how it is, or what to do."""

import os
import shutil
import stat
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Final

from django.apps import apps
from django.conf import settings
from django.db import Error, connection
from django.db.migrations.executor import MigrationExecutor
from django.utils.translation import gettext as _

from jiugai.apps.accounts.rows import UNGUARDED, scope
from jiugai.apps.accounts.seal import CannotOpen, open_sealed
from jiugai.apps.audit.resealing import sealed_columns
from jiugai.kernel.i18n import listed
from jiugai.site.config import SEAL, SEAL_BEFORE_FILE, SECRET, file_of
from jiugai.web.built import MANIFEST
from jiugai.web.pdf import converter

#: Bytes that have to be free; how long a worker may be silent, a line wait, a clock be off.
FREE: Final = 2 * 2**30
SILENT: Final = timedelta(seconds=60)
UNSEALED: Final = timedelta(seconds=60)
OFF: Final = timedelta(seconds=5)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at; `says` is how it is, or what to do."""

    name: str
    title: str
    is_fine: bool
    says: str


def examine(*, at: datetime) -> list[Finding]:
    """Return a finding for everything that is looked at."""
    found = [_disk(), _keys(), _transport(), _styles(), _converter()]
    try:
        connection.ensure_connection()
    except Error as error:
        return [*found, _unreachable(error)]
    with scope(""):
        return [*found, *(look(at) for look in _LOOKS)]


def _finding(name: str, title: str, problem: str, fine: str = "") -> Finding:
    return Finding(name, title, not problem, problem or fine or _("正常"))


def _unreachable(error: Error) -> Finding:
    problem = _("连接不上数据库，请检查它是否在运行、地址和密码是否正确：{error}")
    return _finding("database", _("数据库"), problem.format(error=error))


def _disk() -> Finding:
    data: Path = settings.CONFIG.data
    free = shutil.disk_usage(data).free
    words = _("{path} 所在磁盘剩余 {gib:.1f} GiB").format(path=data, gib=free / 2**30)
    problem = _("{words}，少于 2 GiB，请清理或扩容，否则会写不进数据。").format(words=words)
    return _finding("disk", _("磁盘空间"), problem if free < FREE else "", words)


def _keys() -> Finding:
    data: Path = settings.CONFIG.data
    names = [file_of(name) for name in (SECRET, SEAL) if not os.environ.get(name)]
    problems = [
        _("{path} 其他用户也能读，请执行 chmod 600。").format(path=data / name)
        for name in (*names, SEAL_BEFORE_FILE)
        if (data / name).exists() and stat.S_IMODE((data / name).stat().st_mode) & 0o077
    ]
    problems += [
        _("缺少 {path}，请从备份恢复；没有它，以前封存的信息打不开。").format(path=data / name)
        for name in names
        if not (data / name).exists()
    ]
    return _finding("keys", _("密钥"), " ".join(problems))


def _transport() -> Finding:
    """Names beside this machine's own ask for TLS, which a proxy in front of us ends."""
    config = settings.CONFIG
    beyond = sorted(set(config.hosts) - {"127.0.0.1", "localhost", "[::1]"})
    problem = _(
        "网站以 {names} 对外提供，却没有经过加密的代理，密码和会话会明文传送；"
        "请在前面放一个 HTTPS 反向代理，并设置 JIUGAI_PROXIES=1。"
    )
    is_bare = bool(beyond) and not config.proxies
    fine = _("经 {n} 层代理加密").format(n=config.proxies) if config.proxies else _("仅本机访问")
    names = listed(beyond)
    return _finding(
        "transport", _("传输加密"), problem.format(names=names) if is_bare else "", fine
    )


def _styles() -> Finding:
    problem = _("没有生成，页面会没有样式；请执行 make frontend。")
    return _finding("styles", _("样式和脚本"), "" if MANIFEST.exists() else problem)


def _converter() -> Finding:
    """Say whether official documents can be had as PDF; a site does well without."""
    fine = _("公文可以转成 PDF") if converter() else _("没有 LibreOffice，公文只有 Word 版")
    return _finding("converter", _("公文转换"), "", fine)


def _migrations(_at: datetime) -> Finding:
    executor = MigrationExecutor(connection)
    waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    problem = _("还有 {n} 个迁移没有执行；请停止服务后执行 python -m jiugai.site prepare。")
    return _finding(
        "migrations", _("数据库结构"), problem.format(n=len(waiting)) if waiting else ""
    )


def _role(_at: datetime) -> Finding:
    row = _row(
        "SELECT rolsuper OR rolbypassrls,"
        " EXISTS (SELECT 1 FROM pg_tables WHERE tableowner = current_user), current_user"
        " FROM pg_roles WHERE rolname = current_user"
    )
    problem = _("网站以 {role} 连接数据库，它能绕过按区划的限制；请改用 jiugai_app。")
    return _finding("role", _("数据库角色"), problem.format(role=row[2]) if any(row[:2]) else "")


def _guards(_at: datetime) -> Finding:
    """Ask of every table with a division whether PostgreSQL bounds it."""
    tables = [
        model._meta.db_table
        for model in apps.get_models()
        if model.__module__.startswith("jiugai.")
        and model._meta.label not in UNGUARDED
        and any(field.name == "division" for field in model._meta.fields)
    ]
    bare = [
        name
        for (name,) in _rows(
            "SELECT relname FROM pg_class WHERE relname = ANY(%s) AND relkind IN ('r', 'p')"
            " AND NOT (relrowsecurity AND EXISTS"
            " (SELECT 1 FROM pg_policy WHERE polrelid = pg_class.oid))",
            [tables],
        )
    ]
    problem = _("这些表没有按区划限制：{tables}；请停止服务并执行 python -m jiugai.site prepare。")
    return _finding(
        "guards",
        _("按区划的限制"),
        problem.format(tables=listed(bare)) if bare else "",
        _("{n} 张表都有限制").format(n=len(tables)),
    )


def _worker(at: datetime) -> Finding:
    (beat,) = _row("SELECT max(last_heartbeat) FROM procrastinate_workers")
    is_alive = beat is not None and beat > at - SILENT
    problem = _("后台任务进程没有动静；请用 jiugai serve 启动，或查看它的日志。")
    return _finding("worker", _("后台任务"), "" if is_alive else problem)


def _sealing(at: datetime) -> Finding:
    (late,) = _row(
        "SELECT count(*) FROM audit_waiting w JOIN audit_line l ON l.id = w.line_id"
        " WHERE l.at < %s",
        [at - UNSEALED],
    )
    problem = _("有 {n} 条记录超过一分钟没有封存；请确认后台任务在运行。")
    return _finding("sealing", _("记录封存"), problem.format(n=late) if late else "")


def _clock(at: datetime) -> Finding:
    now, last = _row("SELECT clock_timestamp(), (SELECT max(at) FROM audit_line)")
    is_off = abs(now - at) > OFF or (last is not None and last > at + OFF)
    problem = _("本机与数据库的时钟不一致，或记录里有未来的时间；请开启时间同步。")
    return _finding("clock", _("时钟"), problem if is_off else "")


def _openable(_at: datetime) -> Finding:
    """Open one sealed value of each column: with a wrong key none opens."""
    try:
        for sealed in _samples():
            open_sealed(sealed)
    except CannotOpen as error:
        return _finding("sealed", _("敏感信息"), str(error))
    return _finding("sealed", _("敏感信息"), "")


def _samples() -> Iterator[bytes]:
    quote = connection.ops.quote_name
    for model, field in sealed_columns():
        table, column = quote(model._meta.db_table), quote(str(field.column))
        for (sealed,) in _rows(
            f"SELECT {column} FROM {table} WHERE {column} IS NOT NULL LIMIT 1"  # noqa: S608
        ):
            yield bytes(sealed)


def _rows(sql: str, values: Any = None) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return list(cursor.fetchall())


def _row(sql: str, values: Any = None) -> tuple[Any, ...]:
    return _rows(sql, values)[0]


_LOOKS: Final[tuple[Callable[[datetime], Finding], ...]] = (
    _migrations,
    _role,
    _guards,
    _worker,
    _sealing,
    _clock,
    _openable,
)
