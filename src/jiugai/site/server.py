"""A PostgreSQL server on a data folder that only its own user can reach."""

import os
import subprocess
import time
from hashlib import sha256
from pathlib import Path
from tempfile import gettempdir
from typing import Any, Final

import psycopg
from psycopg.conninfo import make_conninfo

from jiugai.kernel.errors import InputError
from jiugai.kernel.i18n import _

SUPERUSER: Final = "postgres"
#: Root may not run PostgreSQL; it runs as this user then.
SERVICE_USER: Final = "pgserver"
#: Seconds to wait for a server that starts, or that recovers after a crash.
PATIENCE: Final = 60.0
#: The address of a socket has at most this many bytes.
_LONGEST_SOCKET: Final = 100
_SOCKET: Final = ".s.PGSQL.5432"
_OPTIONS: Final = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "jit": "off",  # every page is short queries
    "random_page_cost": "1.1",
    "max_wal_size": "2GB",
    "shared_buffers": "512MB",
}


class Server:
    """Starts, watches and stops PostgreSQL; found running, it is used as it is."""

    def __init__(self, folder: Path, binaries: Path) -> None:
        self.folder = folder
        self.socket = _socket_folder(folder)
        self._binaries = binaries
        self._as = _service_user(folder)

    def superuser(self, database: str = SUPERUSER) -> str:
        """Return the address by which its owner reaches it."""
        return self.address(SUPERUSER, database)

    def address(self, role: str, database: str) -> str:
        """Return the address of a database for a role."""
        return make_conninfo("", host=str(self.socket), user=role, dbname=database)

    def get_uri(self) -> str:
        """Return the address for the superuser, by the name that others know."""
        return self.superuser()

    def answers(self) -> bool:
        """Return whether it takes connections now."""
        try:
            psycopg.connect(self.superuser(), connect_timeout=5).close()
        except psycopg.OperationalError:
            return False
        return True

    @property
    def is_made(self) -> bool:
        """Return whether its data folder is there."""
        return (self.folder / "PG_VERSION").exists()

    def start(self) -> None:
        """Make it answer: create the data folder, start the server, wait while it recovers.

        Raises InputError with the end of its log if it does not come up.
        """
        if self.answers():
            return
        if not self.is_made:
            self._create()
        self._open_socket_folder()
        end = time.monotonic() + PATIENCE
        while not self.answers():
            if time.monotonic() > end:
                raise InputError(
                    _("数据库起不来，请看日志的末尾：{log}").format(log=self._end_of_log()),
                    file=str(self.folder),
                )
            self._launch()
            time.sleep(0.05)

    def stop(self) -> None:
        """End its connections and stop it cleanly."""
        self._run("pg_ctl", "-w", "-t", "30", "-D", str(self.folder), "-m", "fast", "stop")

    def _create(self) -> None:
        done = self._run(
            "initdb", "--auth=trust", "--encoding=utf8", "--locale=C.UTF-8",
            "-U", SUPERUSER, "-D", str(self.folder),
        )  # fmt: skip
        if done.returncode:
            raise InputError(done.stderr.decode(errors="replace"), file=str(self.folder))

    def _launch(self) -> None:
        """Ask for a start; while one runs or its killed predecessor ends, this does nothing."""
        options = {**_OPTIONS, "unix_socket_directories": str(self.socket)}
        said = " ".join(f"-c {name}='{value}'" for name, value in options.items())
        log = str(self.folder / "log")
        self._run(
            "pg_ctl", "-w", "-t", "30", "-o", said, "-l", log, "-D", str(self.folder), "start"
        )

    def _open_socket_folder(self) -> None:
        if self.socket == self.folder:
            return  # PostgreSQL itself keeps its data folder closed to others
        self.socket.mkdir(mode=0o700, exist_ok=True)
        if "user" in self._as:
            os.chown(self.socket, self._as["user"], self._as["group"])
        found, owner = self.socket.lstat(), self._as.get("user", os.getuid())
        if found.st_uid != owner or found.st_mode & 0o077:
            raise InputError(_("这个文件夹属于别人，请删除后再试。"), file=str(self.socket))

    def _let_through(self) -> None:
        """Let the service user pass the folders above; what is in them stays closed."""
        if not self._as:
            return
        for path in (self.folder, self._binaries / "postgres"):
            for above in path.parents:
                mode = above.stat().st_mode
                if not mode & 0o001:
                    above.chmod(mode | 0o001)

    def _run(self, command: str, *arguments: str) -> subprocess.CompletedProcess[bytes]:
        self._let_through()  # each time: somebody may have closed a folder above since
        return subprocess.run(  # noqa: S603 - PostgreSQL's own programs
            [self._binaries / command, *arguments],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE if command == "initdb" else subprocess.DEVNULL,
            cwd=self.folder,
            **self._as,
        )

    def _end_of_log(self) -> str:
        log = self.folder / "log"
        return log.read_text(errors="replace")[-2000:] if log.exists() else ""


def _socket_folder(folder: Path) -> Path:
    """Return where the socket lies: in the data folder, else where its address is short."""
    if len(str(folder / _SOCKET).encode()) <= _LONGEST_SOCKET:
        return folder
    return Path(gettempdir()) / f"jiugai-{sha256(str(folder).encode()).hexdigest()[:16]}"


def _service_user(folder: Path) -> dict[str, Any]:
    """Return whom to run as: nobody else, unless we are root; then the folder is given to them."""
    if os.getuid() != 0:
        return {}
    import pwd

    try:
        who = pwd.getpwnam(SERVICE_USER)
    except KeyError:
        useradd = ["useradd", "--system", "--shell", "/usr/sbin/nologin", SERVICE_USER]
        subprocess.run(useradd, check=True, capture_output=True)  # noqa: S603 - a constant
        who = pwd.getpwnam(SERVICE_USER)
    if folder.stat().st_uid != who.pw_uid:
        os.chown(folder, who.pw_uid, who.pw_gid)
    return {"user": who.pw_uid, "group": who.pw_gid, "extra_groups": []}
