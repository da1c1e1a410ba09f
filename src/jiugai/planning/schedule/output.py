"""The files of a schedule: schedule.json, schedule.csv and schedule.xlsx."""

import csv
import io
import json
from typing import Any, Final

from jiugai.kernel.book import workbook
from jiugai.kernel.i18n import _, headed, listed, ngettext
from jiugai.kernel.money import in_yuan
from jiugai.kernel.tables import Cell, Column, Holds, Table, as_text
from jiugai.planning.schedule.bans import Ban
from jiugai.planning.schedule.schedule import Schedule, Scheduled, goal_title, shown, words_of
from jiugai.planning.schedule.stages import Stop
from jiugai.planning.schedule.why import Reason

HEADER: Final = (
    "id estate building trade quantity unit crew crews work_days start end float_days critical "
    "why delay_late_days"
).split()


def schedule_files(schedule: Schedule) -> dict[str, bytes]:
    """Return the content of every file of a schedule by name."""
    return {
        "schedule.json": schedule_json(schedule).encode("utf-8"),
        "schedule.csv": schedule_csv(schedule).encode("utf-8-sig"),
        "schedule.xlsx": workbook(
            _("施工排期"), summary(schedule), tables(schedule), day=schedule.project.given.start
        ),
    }


def schedule_csv(schedule: Schedule) -> str:
    """Return one line per activity, in order of days."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(HEADER)
    for line in in_days(schedule):
        works = line.activity.works
        place = ["", ""] if works is None else [works.place.estate, works.place.building]
        what = [line.activity.title, "", "", "", ""]
        if works is not None:
            what = [
                works.trade.id,
                f"{float(works.quantity):g}",
                works.trade.unit,
                works.trade.crew,
                str(works.trade.crews),
            ]
        late = "" if line.slip.late is None else str(line.slip.late)
        cells = [line.activity.id, *place, *what, str(line.work), *_days(line)]
        cells += [str(line.slack), "1" if line.is_critical else "0"]
        writer.writerow([as_text(one) for one in (*cells, words_of(schedule.project, line), late)])
    return text.getvalue()


def in_days(schedule: Schedule) -> list[Scheduled]:
    """Return the activities by their days."""
    return sorted(schedule.lines, key=lambda line: (line.first, line.last, line.index))


def _days(line: Scheduled) -> list[str]:
    return [line.first.isoformat(), line.last.isoformat()]


def schedule_json(schedule: Schedule) -> str:
    """Return the schedule with its proof and its grounds."""
    return json.dumps(_content(schedule), ensure_ascii=False, indent=2) + "\n"


def _content(schedule: Schedule) -> dict[str, Any]:
    project, given = schedule.project, schedule.project.given
    law = project.law
    return {
        "place": None if law is None else law.place,
        "day": None if law is None else law.day.isoformat(),
        "start": given.start.isoformat(),
        "deadline": None if given.deadline is None else given.deadline.isoformat(),
        "finish": schedule.last_day.isoformat(),
        "disturbance_household_days": schedule.disturbance,
        "stages": [
            {"goal": s.goal.value, "value": shown(s)[0], "bound": shown(s)[1], "gap": s.gap}
            for s in schedule.solution.stages
        ],
        "stop": schedule.solution.stop.value,
        "seconds": round(schedule.solution.seconds, 3),
        "crews": dict(zip(project.crews, project.problem.crews, strict=True)),
        "critical_path": [project.activities[index].id for index in schedule.path],
        "delay_days": schedule.terms.delay,
        "activities": [_activity(schedule, line) for line in in_days(schedule)],
        "seasons": [_ban(ban) for ban in used_bans(schedule)],
        "changed": [project.activities[index].id for index in schedule.changed],
        "notes": list(project.notes),
    }


def _activity(schedule: Schedule, line: Scheduled) -> dict[str, Any]:
    works = line.activity.works
    return {
        "id": line.activity.id,
        "trade": None if works is None else works.trade.id,
        "start": line.first.isoformat(),
        "end": line.last.isoformat(),
        "work_days": line.work,
        "float_days": line.slack,
        "critical": line.is_critical,
        "why": [_reason(schedule, reason) for reason in line.reasons],
        "delay": {
            "late_days": line.slip.late,
            "cost_yuan": in_yuan(line.slip.cost),
            "stopped": [
                {"activity": schedule.project.activities[index].id, "season": _ban(ban)}
                for index, ban in line.slip.stopped
            ],
        },
        "keep": list(line.activity.duties),
    }


def _reason(schedule: Schedule, reason: Reason) -> dict[str, Any]:
    return {
        "cause": reason.cause.value,
        "activities": [schedule.project.activities[index].id for index in reason.tasks],
        "crew": reason.crew or None,
        "season": None if reason.ban is None else _ban(reason.ban),
    }


def _ban(ban: Ban) -> dict[str, Any]:
    return {
        "title": ban.title,
        "since": ban.since.isoformat(),
        "until": ban.until.isoformat(),
        "ground": ban.ground.value,
        "clauses": [{"document": c.document, "clause": c.number} for c in ban.clauses],
    }


def used_bans(schedule: Schedule) -> list[Ban]:
    """Return the seasons between start and finish that some activity avoids."""
    found = {
        ban: None
        for line in schedule.lines
        for ban in line.activity.bans
        if ban.since <= schedule.last_day and ban.until >= schedule.project.given.start
    }
    return sorted(found, key=lambda ban: (ban.since, ban.season))


def ending(schedule: Schedule) -> str:
    """Return how the search ended, in words."""
    match schedule.solution.stop:
        case Stop.PROVEN:
            return _("已证明没有更好的排期")
        case Stop.WORK:
            return _("按既定步数搜索完毕；更好的排期至多好出所示差距")
        case Stop.TIME:
            return _("时间用完；换一台机器结果可能不同，放宽 --seconds 可继续")
        case Stop.ASKED:
            return _("被要求停下；这是当时最好的排期")


def summary(schedule: Schedule) -> list[tuple[str, str]]:
    """Return the outcome as names and values."""
    given = schedule.project.given
    found = [
        (_("开工"), given.start.isoformat()),
        (_("完工"), schedule.last_day.isoformat()),
        (_("期限"), _("未给") if given.deadline is None else given.deadline.isoformat()),
        (_("扰民（加权户·日）"), f"{schedule.disturbance:,}"),
    ]
    for stage in schedule.solution.stages:
        left = _("差距 {gap}").format(gap=f"{stage.gap:.2%}")
        found.append((goal_title(stage.goal), _("已证明最优") if stage.is_proven else left))
    found += [(_("求解"), ending(schedule))]
    path = " → ".join(schedule.project.activities[index].name for index in schedule.path)
    found += [(_("关键线路"), path)]
    return [*found, *((_("说明"), note) for note in schedule.project.notes)]


def tables(schedule: Schedule) -> list[Table]:
    """Return the schedule as tables: activities, delays, seasons, crews."""
    found = [_activities(schedule), _delays(schedule), _seasons(schedule), _crews(schedule)]
    if schedule.resumed is not None:
        found.append(_changes(schedule))
    return found


def _activities(schedule: Schedule) -> Table:
    columns = [
        *map(Column, (_("工作"), _("开工"), _("完工"))),
        Column(_("工日"), Holds.COUNT),
        Column(_("总时差（天）"), Holds.COUNT),
        *map(Column, (_("关键"), _("队伍"), _("为什么不能更早"), _("施工时须遵守"))),
    ]
    rows: list[list[Cell]] = [
        [
            line.activity.name,
            *_days(line),
            line.work,
            line.slack,
            _("是") if line.is_critical else "",
            _(line.activity.works.trade.crew) if line.activity.works else "",
            words_of(schedule.project, line),
            listed(line.activity.duties, "；"),
        ]
        for line in in_days(schedule)
    ]
    return Table(_("排期"), tuple(columns), rows)


def _delays(schedule: Schedule) -> Table:
    days = schedule.terms.delay
    columns = (
        Column(_("工作")),
        Column(_("完工晚（天）"), Holds.COUNT),
        Column(_("多花"), Holds.YUAN),
        Column(_("被季节推后的工作")),
    )
    rows: list[list[Cell]] = [
        [
            line.activity.name,
            line.slip.late,
            line.slip.cost,
            listed(
                (
                    headed(schedule.project.activities[index].name, ban)
                    for index, ban in line.slip.stopped
                ),
                "；",
            ),
        ]
        for line in sorted(in_days(schedule), key=lambda one: -(one.slip.late or 10**6))
    ]
    note = ngettext(
        "各工作单独晚 {days} 天开工、各队按本排期的先后顺延时的后果；重新排可能少误几天。"
        "完工晚一栏空白的，顺延后四年内放不下。",
        days,
    ).format(days=days)
    return Table(ngettext("晚 {days} 天的后果", days).format(days=days), columns, rows, note)


def _seasons(schedule: Schedule) -> Table:
    columns = tuple(map(Column, (_("季节"), _("起"), _("止"), _("依据"))))
    rows: list[list[Cell]] = [
        [_(ban.title), ban.since.isoformat(), ban.until.isoformat(), ban.source]
        for ban in used_bans(schedule)
    ]
    return Table(_("避开的季节"), columns, rows)


def _crews(schedule: Schedule) -> Table:
    problem, names = schedule.project.problem, schedule.project.crews
    columns = (
        Column(_("队伍")),
        Column(_("支数"), Holds.COUNT),
        Column(_("忙（工日）"), Holds.COUNT),
        Column(_("利用率"), Holds.SHARE),
    )
    finish = max(1, problem.finish(schedule.starts))
    rows: list[list[Cell]] = []
    for crew, (name, number) in enumerate(zip(map(_, names), problem.crews, strict=True)):
        busy = sum(problem.tasks[index].work * n for index, n in problem.users(crew))
        rows.append([name, number, busy, busy / (number * finish)])
    return Table(_("队伍"), columns, rows)


def _changes(schedule: Schedule) -> Table:
    columns = tuple(map(Column, (_("工作"), _("原开工"), _("现开工"))))
    kept = () if schedule.resumed is None else schedule.resumed.kept
    rows: list[list[Cell]] = []
    for index in schedule.changed:
        line, was = schedule.lines[index], schedule.project.days.first(kept[index])
        rows.append([line.activity.name, was.isoformat(), line.first.isoformat()])
    return Table(_("改动"), columns, rows)
