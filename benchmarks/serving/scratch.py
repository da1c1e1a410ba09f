"""Where the peers are installed: a folder of the user's cache, kept from run to run."""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path


def scratch() -> Path:
    """Return the folder; `JIUGAI_BENCH` names another."""
    cache = os.environ.get("XDG_CACHE_HOME", "~/.cache")
    found = Path(os.environ.get("JIUGAI_BENCH", f"{cache}/jiugai-bench")).expanduser()
    found.mkdir(parents=True, exist_ok=True)
    return found


def environment(name: str, *requirements: str) -> Path:
    """Return the programs of a Python environment that holds just these requirements."""
    print_of = hashlib.sha256("\n".join(requirements).encode()).hexdigest()[:12]
    into = scratch() / f"{name}-{print_of}"
    stamp = into / "installed"
    if not stamp.exists():
        say(f"installing {', '.join(requirements)}")
        shutil.rmtree(into, ignore_errors=True)
        run(sys.executable, "-m", "venv", str(into))
        run(str(into / "bin" / "pip"), "install", "--quiet", *requirements)
        stamp.touch()
    return into / "bin"


def debian(*packages: str, proof: Path) -> None:
    """Install packages of Debian unless the proof of them exists."""
    if proof.exists():
        return
    if os.geteuid():
        raise RuntimeError(f"{proof} is missing; install it: apt-get install {' '.join(packages)}")
    say(f"installing {', '.join(packages)}")
    quiet = {"DEBIAN_FRONTEND": "noninteractive"}
    install = ("apt-get", "install", "-y", "-qq", "--no-install-recommends")
    run("apt-get", "update", "-qq", extra=quiet)
    run(*install, *packages, extra=quiet)


def run(*command: str, extra: dict[str, str] | None = None, folder: Path | None = None) -> str:
    """Run a command to its end and return what it printed; raise with its last words."""
    done = subprocess.run(  # noqa: S603 - commands of this package only
        command,
        env=os.environ | (extra or {}),
        cwd=folder,
        check=False,
        capture_output=True,
        text=True,
    )
    if done.returncode:
        raise RuntimeError(f"{command[0]} failed:\n{(done.stdout + done.stderr)[-3000:]}")
    return done.stdout


def say(words: str) -> None:
    """Tell the person who waits; figures go to standard output, words here."""
    sys.stderr.write(f"… {words}\n")
