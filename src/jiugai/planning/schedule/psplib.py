"""Reading single-mode project files of PSPLIB (.sm)."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from jiugai.kernel.errors import InputError
from jiugai.kernel.i18n import _
from jiugai.planning.schedule.problem import Link, Problem, Task

MOST_BYTES: Final = 2_000_000


def read_psplib(path: Path) -> Problem:
    """Return the problem of a file: job n of the file is task n - 1.

    Raises InputError if it is no sound single-mode file.
    """
    if not path.is_file() or path.stat().st_size > MOST_BYTES:
        raise InputError(_("没有这个文件，或文件过大；请检查路径。"), file=path.name)
    sections = _sections(path.read_text(encoding="utf-8", errors="replace"))
    try:
        orders = [list(map(int, line.split())) for line in sections["PRECEDENCE"]]
        jobs = [list(map(int, line.split())) for line in sections["REQUESTS"]]
        crews = tuple(map(int, sections["RESOURCEAVAILABILITIES"][-1].split()))
        return _problem(orders, jobs, crews)
    except (KeyError, ValueError, IndexError) as error:
        raise InputError(
            _("不是完整的 PSPLIB 单模式文件（.sm）；请核对各节。"), file=path.name
        ) from error


def _sections(text: str) -> dict[str, list[str]]:
    """Return the lines of numbers of each section by the first word of its heading."""
    found: dict[str, list[str]] = {}
    section = ""
    for line in text.splitlines():
        heading = re.match(r"([A-Z]+)[ A-Z/]*:", line)
        if heading:
            section = heading[1]
        elif re.fullmatch(r"[\d\s]+", line) and line.strip():
            found.setdefault(section, []).append(line)
    return found


def _problem(
    orders: Sequence[Sequence[int]], jobs: Sequence[Sequence[int]], crews: tuple[int, ...]
) -> Problem:
    horizon = sum(job[2] for job in jobs)
    if [job[0] for job in jobs] != list(range(1, len(jobs) + 1)) or len(orders) != len(jobs):
        raise ValueError("jobs")
    if any(job[1] != 1 or len(job) != 3 + len(crews) for job in jobs):
        raise ValueError("modes")
    if any(order[2] != len(order[3:]) for order in orders):
        raise ValueError("successors")
    tasks = tuple(plain_task(job[2], job[3:], horizon) for job in jobs)
    if any(number > crews[crew] for task in tasks for crew, number in task.crews):
        raise ValueError("crews")
    links = tuple(Link(order[0] - 1, after - 1) for order in orders for after in order[3:])
    problem = Problem(tasks, links, crews)
    if len(problem.order) != len(tasks):
        raise ValueError("circle")
    return problem


def plain_task(days: int, crews: Sequence[int], horizon: int) -> Task:
    """Return works of so many days that may begin on any day."""
    return Task(
        days,
        tuple(range(horizon - days + 1)),
        tuple(range(days, horizon + 1)),
        tuple((crew, number) for crew, number in enumerate(crews) if number),
    )
