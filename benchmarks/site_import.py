"""A ledger of 220,000 rows taken into the register, against reading it and a COPY of its rows.

What is measured is everything between the upload and the verdicts in the database: files kept,
cells read, estates matched, sources and changes written, every rule judged. The yardstick is the
core's own reading plus a COPY of the same cells into a bare table of text.
"""

import random
import tempfile
from datetime import date
from pathlib import Path
from time import perf_counter

import psycopg
from python_calamine import CalamineWorkbook

from benchmarks.census import HEADINGS, ROWS, write_ledger
from benchmarks.empty_site import empty_site
from benchmarks.measure import Result, peak_gib, tell
from jiugai.census.read import read_ledgers

BAR_RATIO = 3.0
DAY = date(2026, 6, 1)


def run() -> list[Result]:
    """Return one line."""
    with tempfile.TemporaryDirectory() as folder:
        path = write_ledger(Path(folder) / "ledger.xlsx", random.Random(1))
        rows = CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()[1:]
        took, reading, copying = _measured(Path(folder), path, rows)
    bar = reading + copying
    return [
        Result(
            f"xlsx ledger of {ROWS:,} rows × {len(HEADINGS)} columns → register with verdicts",
            took,
            "s",
            f"≤ {BAR_RATIO:.2f} × peer",
            took / bar <= BAR_RATIO,
            f"the core's reading ({reading:.1f} s) + COPY of the rows ({copying:.1f} s)",
            bar,
            took / bar,
            peak_gib(),
        )
    ]


def _measured(folder: Path, path: Path, rows: list[list[object]]) -> tuple[float, float, float]:
    with empty_site(folder) as owner:
        reading = _timed(lambda: read_ledgers([path], place="11", day=DAY))
        copying = _timed(lambda: _copy(owner, rows))
        took = _timed(lambda: _import(path))
    return took, reading, copying


def _timed(work: object) -> float:
    start = perf_counter()
    work()  # type: ignore[operator]
    return perf_counter() - start


def _copy(address: str, rows: list[list[object]]) -> None:
    """Copy the cells into a table of text, as a plain loader would."""
    columns = ", ".join(f"c{number} text" for number in range(len(HEADINGS)))
    with psycopg.connect(address) as connection, connection.cursor() as cursor:
        cursor.execute(f"CREATE TABLE bare ({columns})")  # type: ignore[arg-type]
        with cursor.copy("COPY bare FROM STDIN") as copy:
            for row in rows:
                copy.write_row([str(cell) for cell in row])


def _import(path: Path) -> None:
    from jiugai.apps.accounts.models import Person
    from jiugai.apps.accounts.rows import scope
    from jiugai.apps.registry.models import Assessment, Estate
    from jiugai.apps.registry.services.take_in import take_in

    person, _new = Person.objects.get_or_create(username="bench", name="bench", division="11")
    with scope("11"):
        take_in([path], division="11", by=person, day=DAY)
        stored, judged = Estate.objects.count(), Assessment.objects.count()
    if not stored == judged >= ROWS - ROWS // 1000:
        raise RuntimeError(f"{stored} estates and {judged} verdicts of {ROWS} rows.")


if __name__ == "__main__":
    tell(run())
