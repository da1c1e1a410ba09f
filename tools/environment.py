"""Set up an environment of the project with uv, from the package index of this machine.

It runs before anything is installed, so it uses nothing but the standard library.
"""

import argparse
import ast
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
OWN = ROOT / ".uv"
PINNED = "0.13.8"
OLDEST = (0, 8)
PYPI = "https://pypi.org/simple"
# Imports every page, so that Python keeps them compiled and the first start need not.
COMPILE = "from jiugai.site.wsgi import load; load()"
# What pip is told about its index, and how uv wants to hear it.
TRANSLATED = {
    "index-url": "UV_DEFAULT_INDEX",
    "extra-index-url": "UV_INDEX",
    "find-links": "UV_FIND_LINKS",
    "trusted-host": "UV_INSECURE_HOST",
    "cert": "SSL_CERT_FILE",
    "proxy": "ALL_PROXY",
}


def main() -> int:
    """Sync an environment, or with --check-lock see whether uv.lock answers pyproject.toml."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--into", type=Path, default=ROOT / ".venv", help="the environment")
    parser.add_argument("--check-lock", action="store_true")
    known, wanted = parser.parse_known_args()  # the rest is what uv should install
    if known.check_lock:
        return check_lock()
    into = known.into.resolve()
    return sync(into, wanted) or (compile_pages(into) if "site" in wanted else 0)


def sync(into: Path, wanted: list[str]) -> int:
    """Install what uv.lock says; `wanted` are extras and groups in uv's words.

    `uv sync --frozen` fetches from the addresses in the lock, whatever index is set. Where
    this machine has another index, the same versions with the same hashes come from there.
    """
    settings = index_settings()
    environment = uv_environment() | settings | {"UV_PROJECT_ENVIRONMENT": str(into)}
    uv = find_uv()
    reachable = settings.get("UV_DEFAULT_INDEX", PYPI).rstrip("/") == PYPI
    if reachable and not run([uv, "sync", "--frozen", "--inexact", *wanted], environment):
        return 0
    return sync_from_index(uv, into, wanted, environment)


def compile_pages(into: Path) -> int:
    """Keep the modules of the site compiled, also where this machine does not ask for it."""
    python = into / ("Scripts" if os.name == "nt" else "bin") / "python"
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": ""}
    return run([str(python), "-W", "ignore", "-c", COMPILE], environment)


def sync_from_index(uv: str, into: Path, wanted: list[str], environment: dict[str, str]) -> int:
    """Install the locked versions from the index that is set, checking their hashes."""
    into.mkdir(exist_ok=True)
    listed = into / "requirements.txt"
    fresh = [] if (into / "pyvenv.cfg").exists() else [[uv, "venv", "--allow-existing", str(into)]]
    export = [uv, "export", "--frozen", "--quiet", "--no-emit-project", "--output-file"]
    install = [uv, "pip", "install", "--python", str(into)]
    steps = [
        *fresh,
        [*export, str(listed), *wanted],
        [*install, "--no-deps", "--require-hashes", "--requirements", str(listed)],
        [*install, "--no-deps", "--reinstall-package", "jiugai", "--editable", str(ROOT)],
    ]
    return next((code for step in steps if (code := run(step, environment))), 0)


def check_lock() -> int:
    """Return 0 if uv.lock answers pyproject.toml, without asking the network."""
    environment = uv_environment()
    for name in ("UV_INDEX", "UV_INDEX_URL", "UV_EXTRA_INDEX_URL", "UV_FIND_LINKS"):
        environment.pop(name, None)
    return run(
        [find_uv(), "--quiet", "lock", "--check", "--offline", "--default-index", PYPI],
        environment,
    )


def find_uv() -> str:
    """Return a uv that is new enough: the machine's, or one of the project's own."""
    for found in (shutil.which("uv"), str(OWN / "bin" / "uv")):
        if found and Path(found).exists() and version(found) >= OLDEST:
            return found
    requirement = f"uv=={PINNED}"
    say(f"Installing {requirement} into .uv")
    venv = [sys.executable, "-m", "venv", "--clear", str(OWN)]
    if subprocess.run(venv, capture_output=True, check=False).returncode == 0:
        command = [str(OWN / "bin" / "python"), "-m", "pip", "install", "--quiet", requirement]
    else:  # a Python without ensurepip, as Debian ships it
        pip = [sys.executable, "-m", "pip", "install", "--quiet", "--upgrade"]
        command = [*pip, "--target", str(OWN), requirement]
    if run(command, dict(os.environ)):
        sys.exit(
            f"uv could not be installed. Install it by hand (pip install {requirement}) "
            "or tell pip which index to use, then run make again."
        )
    return str(OWN / "bin" / "uv")


def version(uv: str) -> tuple[int, ...]:
    """Return the version of a uv, or nothing if it does not run."""
    asked = subprocess.run([uv, "--version"], capture_output=True, text=True, check=False)
    found = re.search(r"(\d+)\.(\d+)\.(\d+)", asked.stdout)
    return tuple(map(int, found.groups())) if found else ()


def uv_environment() -> dict[str, str]:
    """Return the environment for uv: this Python, never a downloaded one."""
    return dict(os.environ) | {
        "UV_PYTHON": sys.executable,
        "UV_PYTHON_DOWNLOADS": "never",
        "UV_SYSTEM_CERTS": "true",  # what pip trusts
        "UV_HTTP_TIMEOUT": os.environ.get("UV_HTTP_TIMEOUT", "180"),  # Spark is 450 MB
    }


def index_settings() -> dict[str, str]:
    """Return what uv must know of the index: its own settings, else those of pip."""
    legacy = {"UV_INDEX_URL": "UV_DEFAULT_INDEX", "UV_EXTRA_INDEX_URL": "UV_INDEX"}
    own = {new: os.environ[old] for old, new in legacy.items() if os.environ.get(old)}
    own |= {name: os.environ[name] for name in TRANSLATED.values() if os.environ.get(name)}
    pip = {TRANSLATED[key]: value for key, value in pip_settings().items() if key in TRANSLATED}
    if "UV_DEFAULT_INDEX" in own:  # whoever tells uv of an index has told it all
        pip = {}
    if "UV_FIND_LINKS" in pip:
        pip["UV_FIND_LINKS"] = ",".join(pip["UV_FIND_LINKS"].split())
    # Hashes are checked, so an extra index may lack versions but cannot slip others in.
    return {"UV_INDEX_STRATEGY": "unsafe-best-match"} | pip | own


def pip_settings() -> dict[str, str]:
    """Return pip's settings by name; the environment wins over files, as in pip."""
    command = [sys.executable, "-m", "pip", "config", "list"]
    asked = subprocess.run(command, capture_output=True, text=True, check=False)
    pairs = re.findall(r"^(?:global|install|:env:)\.([\w-]+)=('.*'|\".*\")$", asked.stdout, re.M)
    settings = {key: ast.literal_eval(value) for key, value in pairs}
    for name, value in os.environ.items():
        if name.startswith("PIP_") and value:
            settings[name.removeprefix("PIP_").lower().replace("_", "-")] = value
    return settings


def run(command: list[str], environment: dict[str, str]) -> int:
    """Run a command in the project's folder and return its exit code."""
    return subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode


def say(text: str) -> None:
    """Write a line for the person at the terminal."""
    sys.stderr.write(f"{text}\n")


if __name__ == "__main__":
    sys.exit(main())
