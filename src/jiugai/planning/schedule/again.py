"""Scheduling again after a stop: what has begun stays, as little as possible changes."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, Final

from jiugai.kernel.errors import InputError, UsageError
from jiugai.kernel.headings import word
from jiugai.kernel.i18n import _
from jiugai.kernel.sheets import Row
from jiugai.planning.schedule.aim import NEW
from jiugai.planning.schedule.problem import Problem, Starts, Task
from jiugai.planning.schedule.project import Activity, Project
from jiugai.planning.schedule.table import day_in, lines_of
from jiugai.planning.schedule.words import STOP_HEADINGS

EVERYTHING: Final = frozenset(map(word, ("全部", "全工地", "全部停工", "all")))
_STOP: Final = re.compile(r"(.+)=(\d{4}-\d\d-\d\d)(?:\.\.|至|~)(\d{4}-\d\d-\d\d)")


@dataclass(frozen=True, slots=True)
class Pause:
    """Works that rested from `since` to `until`: an activity, a building, or all."""

    what: str
    since: date
    until: date

    def hits(self, activity: Activity) -> bool:
        """Return whether an activity rested."""
        name = word(self.what)
        known = map(word, (*activity.names, activity.place))
        return name in EVERYTHING or name in known


@dataclass(frozen=True, slots=True)
class Last:
    """The days of the last schedule by activity, each its first and last."""

    days: Mapping[str, tuple[date, date]]


def read_last(path: Path) -> Last:
    """Return the days of a schedule.json; raises InputError if it is none."""
    try:
        raw: Any = json.loads(path.read_text(encoding="utf-8"))
        days = {
            one["id"]: (date.fromisoformat(one["start"]), date.fromisoformat(one["end"]))
            for one in raw["activities"]
        }
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise InputError(
            _("不是 jiugai schedule 写出的 schedule.json；请检查是否选错了文件。"), file=path.name
        ) from error
    return Last(days)


def parse_pause(text: str) -> Pause:
    """Return a stop like 1号楼/外墙保温=2026-07-01..2026-07-10; raises UsageError otherwise."""
    found = _STOP.fullmatch(text.strip())
    if found is not None:
        try:
            since, until = date.fromisoformat(found[2]), date.fromisoformat(found[3])
        except ValueError as error:
            raise UsageError(_("“{text}”里的日期不存在；请核对。").format(text=text)) from error
        if since <= until:
            return Pause(found[1].strip(), since, until)
    raise UsageError(
        _("“{text}”应写成 楼栋/工种=2026-07-01..2026-07-10，也可只写楼栋或全部。").format(
            text=text
        )
    )


def read_pauses(rows: Sequence[Row], file: str) -> tuple[Pause, ...]:
    """Return the stops of a table; raises InputError naming file and cell if one is wrong."""
    found = []
    for line in lines_of(rows, STOP_HEADINGS, ("building", "since", "until"), file):
        since, until = day_in(line, "since"), day_in(line, "until")
        if since is None or until is None or until < since:
            raise line.wrong("since", _("停工的起止日期须都填，且止不早于起；请核对。"))
        trade = line.text("trade")
        found.append(Pause("/".join(filter(None, (line.text("building"), trade))), since, until))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Resumed:
    """The project with what has begun frozen, the last starts, and from when it is open."""

    project: Project
    kept: Starts
    since: date


def resumed(project: Project, last: Last, pauses: Sequence[Pause]) -> Resumed:
    """Return the project as it stands on the first day of the stops.

    Raises InputError if a stop names nothing that is scheduled, or nothing can go on after it.
    """
    _refuse_unknown(project, pauses)
    since = min(pause.since for pause in pauses)
    tasks, kept = [], []
    for activity, task in zip(project.activities, project.problem.tasks, strict=True):
        begun = last.days.get(activity.id) if task.work else None
        resting = frozenset(_resting(project, activity, pauses))
        tasks.append(_as_it_stands(project, task, begun, resting, since))
        kept.append(NEW if begun is None else project.days.on_or_after(begun[0]))
        if not tasks[-1].starts:
            raise InputError(
                _("{activity} 停工后找不到可以开工的日子；请核对停工日期。").format(
                    activity=activity.name
                )
            )
    problem = project.problem
    changed = Problem(tuple(tasks), problem.links, problem.crews, problem.spans, problem.constant)
    return Resumed(replace(project, problem=changed), tuple(kept), since)


def _refuse_unknown(project: Project, pauses: Sequence[Pause]) -> None:
    for pause in pauses:
        if not any(pause.hits(activity) for activity in project.activities):
            raise InputError(
                _("停工的“{what}”不在排期中；请写成 1号楼/外墙保温、1号楼 或 全部。").format(
                    what=pause.what
                )
            )


def _resting(project: Project, activity: Activity, pauses: Sequence[Pause]) -> Iterator[int]:
    for pause in pauses:
        if pause.hits(activity):
            yield from range(
                project.days.on_or_after(pause.since), project.days.before_end_of(pause.until)
            )


def _as_it_stands(
    project: Project,
    task: Task,
    begun: tuple[date, date] | None,
    resting: frozenset[int],
    since: date,
) -> Task:
    """Return works on the first day of a stop: begun ones stay, others lie after that day."""
    if not task.work:
        return task
    if begun is not None and begun[0] < since:
        start = project.days.on_or_after(begun[0])
        return _frozen(task, start, project.days.before_end_of(begun[1]), resting)
    return _open(task, project.days.on_or_after(since), resting)


def _frozen(task: Task, start: int, end: int, resting: frozenset[int]) -> Task:
    """Return works that have begun: the start stays, days lost in a stop come at the end."""
    lost = len([day for day in resting if start <= day < end and day not in task.rests])
    day = end
    while lost:
        lost -= day not in resting and day not in task.rests
        day += 1
    return Task(task.work, (start,), (day,), task.crews, task.rests | resting)


def _open(task: Task, now: int, resting: frozenset[int]) -> Task:
    """Return works that have not begun: not before now, and not over the days of a stop."""
    pairs = [
        (start, end)
        for start, end in zip(task.starts, task.ends, strict=True)
        if start >= now and not any(day in resting for day in range(start, end))
    ]
    return Task(
        task.work,
        tuple(start for start, _end in pairs),
        tuple(end for _start, end in pairs),
        task.crews,
        task.rests,
    )
