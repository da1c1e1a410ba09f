"""Run every measurement in a process of its own; print the table and record it."""

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
)


def main() -> int:
    """Return 0 if every bar holds, else 1."""
    wanted = sys.argv[1:] or list(MEASUREMENTS)
    rows = [row for name in wanted for row in measured(name)]
    table = "\n".join(lines(rows))
    sys.stdout.write(table + "\n")
    if set(wanted) == set(MEASUREMENTS):
        (HERE / "RESULTS.md").write_text(f"{head()}\n{table}\n", encoding="utf-8")
    return 0 if all(row["holds"] for row in rows) else 1


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


def head() -> str:
    """Return when and on what the figures were measured."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return (
        "# Results\n\nWritten by `make bench`. Medians; ratios pair by pair in the same run.\n\n"
        f"{time.strftime('%Y-%m-%d', time.gmtime())} · {os.cpu_count()} cores, {memory:.0f} GiB · "
        f"{platform.system()} {platform.machine()} · Python {platform.python_version()}\n"
    )


if __name__ == "__main__":
    sys.exit(main())
