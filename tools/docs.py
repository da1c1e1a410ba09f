"""Write the generated reference, in every language."""

import argparse
import json
import subprocess
import sys
from pathlib import Path
from typing import Final

from tools.reference import FOLDER

ROOT: Final = Path(__file__).parents[1]
LANGUAGES: Final = ("en", "zh")


def main() -> int:
    """Write the pages; with --check change nothing and name those that are not current."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--check", action="store_true")
    check = parser.parse_args().check
    written = pages()
    stale = [path for path, text in written.items() if content(ROOT / path) != text]
    strays = {path.relative_to(ROOT).as_posix() for path in (ROOT / FOLDER).glob("*")}
    stale += sorted(strays - set(written))
    if not check:
        for path, text in written.items():
            (ROOT / path).parent.mkdir(parents=True, exist_ok=True)
            (ROOT / path).write_text(text, encoding="utf-8")
        return 0
    sys.stdout.writelines(f"{path}: not current; run make docs\n" for path in stale)
    return 1 if stale else 0


def pages() -> dict[str, str]:
    """Return every page by path; each language needs a process, as the commands speak one."""
    found: dict[str, str] = {}
    for language in LANGUAGES:
        command = [sys.executable, "-m", "tools.reference", language]
        printed = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
        if printed.returncode:
            sys.exit(printed.stderr.decode())
        found |= json.loads(printed.stdout)
    return found


def content(path: Path) -> str:
    """Return what a file says now, or nothing if there is none."""
    return path.read_text(encoding="utf-8") if path.exists() else ""


if __name__ == "__main__":
    sys.exit(main())
