"""Run measurements, each in a process of its own; print the tables and record them.

RESULTS.md has one section per measurement; a run of some replaces only theirs.
"""

import json
import math
import os
import platform
import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).parent
MEASUREMENTS = (
    "verdicts",
    "case",
    "census",
    "start",
    "plan",
    "growth",
    "why_not",
    "schedule",
    "tally",
    "serving_register",
    "serving_features",
    "serving_applications",
    "site_import",
    "site_start",
    "gates",
    "plan_studio",
    "demands",
    "kills",
)


RESULTS = HERE / "RESULTS.md"
TITLE = (
    '# Results\n\nWritten by `make bench`; `make bench ARGS="plan tally"` measures and replaces '
    "some.\nMedians; ratios pair by pair in the same run."
)


def main() -> int:
    """Return 0 if every bar holds, else 1."""
    holds = True
    for name in sys.argv[1:] or MEASUREMENTS:
        rows = measured(name)
        section = f"## {name}\n\n{machine()}\n\n" + "\n".join(lines(rows))
        sys.stdout.write(f"{section}\n\n")
        sys.stdout.flush()
        record(name, section)
        holds = holds and all(row["holds"] for row in rows)
    return 0 if holds else 1


def record(name: str, section: str) -> None:
    """Put the section of a measurement in place of its last one, in the order of all."""
    text = RESULTS.read_text(encoding="utf-8") if RESULTS.exists() else TITLE
    known = {part.split("\n", 1)[0]: f"## {part}" for part in text.split("\n## ")[1:]}
    known[name] = section
    parts = [known[one].strip() for one in MEASUREMENTS if one in known]
    RESULTS.write_text("\n\n".join([TITLE, *parts]) + "\n", encoding="utf-8")


def measured(name: str) -> list[dict[str, object]]:
    """Return the results of one measurement; a failing one raises CalledProcessError."""
    done = subprocess.run(  # noqa: S603 - our own script
        [sys.executable, "-m", f"benchmarks.{name}"],
        cwd=HERE.parent,
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    return [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]


def lines(rows: list[dict[str, object]]) -> list[str]:
    """Return the results as a Markdown table."""
    found = [
        "| what | ours | peer | ours ÷ peer | bar | holds | peak memory |",
        "|---|---|---|---|---|---|---|",
    ]
    for row in rows:
        peer = f"{theirs(row)} ({row['peer']})" if row["theirs"] else "–"
        ratio = f"{row['ratio']:.2f}" if row["ratio"] else "–"
        memory = f"{row['memory_gib']:.2f} GiB" if row["memory_gib"] else "–"
        cells = (
            row["name"],
            f"{row['ours']:.4g} {row['unit']}",
            peer,
            ratio,
            row["bar"],
            "yes" if row["holds"] else "**no**",
            memory,
        )
        found.append(f"| {' | '.join(map(str, cells))} |")
    return found


def theirs(row: dict[str, object]) -> str:
    """Return what a peer reached; a peer that found nothing at all has no finite figure."""
    figure = float(str(row["theirs"]))
    return f"{figure:.4g} {row['unit']}" if math.isfinite(figure) else "nothing found"


def machine() -> str:
    """Return when and on what the figures were measured."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return (
        f"{time.strftime('%Y-%m-%d', time.gmtime())} · {os.cpu_count()} cores, {memory:.0f} GiB · "
        f"{platform.system()} {platform.machine()} · Python {platform.python_version()}"
    )


if __name__ == "__main__":
    sys.exit(main())
