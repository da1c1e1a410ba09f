"""The files of the repository that people write."""

import ast
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
FOLDERS = ("src", "tests", "tools", "benchmarks", "docs", ".ci")
WRITTEN = {"", ".py", ".md", ".yaml", ".html", ".j2", ".css", ".js", ".svg", ".toml"}

#: Vite writes these; they are not in the repository.
BUILT = ROOT / "src" / "jiugai" / "web" / "static" / "web"


@cache
def written():
    """Return every file of the project by its path in the repository."""
    inside = (path for folder in FOLDERS for path in (ROOT / folder).rglob("*"))
    files = (path for path in (*ROOT.glob("*"), *inside) if path.is_file())
    return {
        path.relative_to(ROOT).as_posix(): path
        for path in sorted(files)
        if path.suffix in WRITTEN and "__pycache__" not in path.parts and BUILT not in path.parents
    }


def modules(*folders):
    """Return the Python files in some folders of the repository."""
    return [
        name
        for name in written()
        if name.endswith(".py") and name.startswith(tuple(f"{folder}/" for folder in folders))
    ]


@cache
def tree(name):
    """Return a module as Python reads it."""
    return ast.parse(written()[name].read_text(encoding="utf-8"))
