"""Schedule the works of buildings through seasons, crews and quiet days."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from jiugai.cli import options
from jiugai.kernel.errors import UsageError
from jiugai.kernel.i18n import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Callable

    from jiugai.planning.schedule.project import Given
    from jiugai.planning.schedule.schedule import Schedule, Terms
    from jiugai.planning.schedule.search import Search
    from jiugai.planning.schedule.stages import Solution, Stage
    from jiugai.planning.schedule.trades import Choices
    from jiugai.policy.law import Law

PSPLIB = ".sm"


def _form(path: Path) -> None:
    from jiugai.planning.schedule.form import write_form
    from jiugai.planning.schedule.trades import default_choices

    write_form(path, default_choices())


@click.command(
    help=_(
        "按楼栋和工种排施工计划：治理在前、管线一起、避开季节和静默期、不超过队伍数，"
        "先求最早完工，再求少扰民。\n\n"
        "WORKS 是工程表（xlsx 或 csv，见 --template），也可以是 PSPLIB 的 .sm 文件。"
        "写出 schedule.json、schedule.csv、schedule.xlsx、schedule.html、gantt.svg。"
        "运行中按 Ctrl-C 停下并给出当时最好的排期。"
        "退出码：0 完成，1 表有错误或排不下，2 用法有误。"
    ),
)
@click.argument("works", type=click.Path(path_type=Path))
@options.template(_form)
@click.option("--place", metavar="CODE", default="", help=_("区划代码，如 110102；.sm 文件不用。"))
@click.option("--day", type=options.Day(), help=_("依据哪一天的法规；.sm 文件不用。"))
@options.out
@options.readings
@click.option("--start", type=options.Day(), help=_("最早开工日；不给时为 --day。"))
@click.option("--deadline", type=options.Day(), help=_("最迟完工日。"))
@click.option(
    "--crews",
    default="",
    metavar="FILE|NAME=N,…",
    help=_("队伍表，或如 架子队=2,水暖队=1；不给时用工作簿的“队伍”表。"),
)
@click.option(
    "--quiet",
    type=click.Path(path_type=Path),
    help=_("停工和静默日期表（起、止、类别、名称）；不给时用工作簿的“停工和静默”表。"),
)
@click.option(
    "--trades",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help=_("改变工种、季节或权重的文件（YAML），只写要改的几项。"),
)
@click.option(
    "--seconds",
    type=click.FloatRange(min=0.1),
    default=20.0,
    show_default=True,
    help=_("最多求解多少秒；到时给出已有的最好排期和差距。"),
)
@click.option(
    "--delay",
    type=click.IntRange(1, 365),
    default=7,
    show_default=True,
    help=_("逐项说明晚开工这么多天的后果。"),
)
@click.option("--day-cost", default="", metavar="AMOUNT", help=_("完工晚一天的费用，如 2万。"))
@click.option(
    "--scaffold-cost", default="", metavar="AMOUNT", help=_("一栋楼脚手架一天的租金，如 800元。")
)
@click.option(
    "--last",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help=_("上一次的 schedule.json；与 --stopped 一起，停工后重排，尽量少改。"),
)
@click.option(
    "--stopped",
    multiple=True,
    metavar="WHAT=DAY..DAY|FILE",
    help=_("停工的工作、楼栋或“全部”及起止日，可多次给出，也可是表（楼栋、工种、起、止）。"),
)
def schedule(works: Path, place: str, day: date | None, out: Path, **asked: Any) -> None:
    """Write the schedule."""
    if works.suffix.lower() == PSPLIB:
        from jiugai.cli.schedule_psplib import write_psplib

        write_psplib(works, out, seconds=asked["seconds"])
        return
    if not place or day is None:
        raise UsageError(_("请给出 --place 和 --day：排期要知道依据哪里、哪一天的法规。"))
    law = options.law_for(place, day, asked.pop("readings"))
    made = make(works, law, **asked)
    write(out, made)
    click.echo(told(made), err=True)
    click.echo(_("结果在 {out}；先看 schedule.html。").format(out=out), err=True)
    sys.exit(0)


def make(
    works: Path,
    law: Law,
    *,
    trades: Path | None,
    last: Path | None,
    stopped: tuple[str, ...],
    seconds: float,
    delay: int,
    day_cost: str,
    scaffold_cost: str,
    **asked: Any,
) -> Schedule:
    """Return the schedule of a works list.

    Raises InputError, UsageError or Refusal if that cannot be.
    """
    from jiugai.planning.schedule.again import read_last, resumed
    from jiugai.planning.schedule.project import project
    from jiugai.planning.schedule.schedule import make_again, make_schedule
    from jiugai.planning.schedule.trades import default_choices, read_choices

    if (last is None) != (not stopped):
        raise UsageError(_("--last 和 --stopped 要一起给：停工后重排须知道原排期和停了什么。"))
    terms = terms_for(seconds=seconds, delay=delay, day=day_cost, scaffold=scaffold_cost)
    choices = default_choices() if trades is None else read_choices(trades)
    planned = project(given_by(works, law, choices, **asked), law, choices)
    if last is None:
        return make_schedule(planned, terms)
    return make_again(resumed(planned, read_last(last), pauses_of(stopped)), terms)


def terms_for(*, seconds: float, delay: int, day: str, scaffold: str) -> Terms:
    """Return what the options ask of the search; raises UsageError if an amount is none."""
    from jiugai.kernel.money import Cents, parse_amount
    from jiugai.planning.schedule.schedule import Terms
    from jiugai.planning.schedule.slips import Prices

    prices = Prices(*(parse_amount(one) if one else Cents(0) for one in (day, scaffold)))
    return Terms(seconds, delay, prices, tell=follow, run=interruptible)


def given_by(
    works: Path,
    law: Law,
    choices: Choices,
    *,
    start: date | None,
    deadline: date | None,
    crews: str,
    quiet: Path | None,
) -> Given:
    """Return what the files and options ask for."""
    from jiugai.kernel.sheets import read_sheet
    from jiugai.planning.schedule.form import QUIET_SHEET, WORKS_SHEET
    from jiugai.planning.schedule.project import Given
    from jiugai.planning.schedule.quiet_file import read_quiet
    from jiugai.planning.schedule.works import read_works

    titles = {item.id: item.title for document in law.documents for item in document.menu}
    found = read_works(read_sheet(works, sheet=WORKS_SHEET), works.name, choices, titles=titles)
    begin = start or law.day
    if deadline is not None and deadline <= begin:
        raise UsageError(_("--deadline 须晚于开工日 {start}。").format(start=begin))
    rest = rows_of(works, quiet, QUIET_SHEET)
    return Given(
        found,
        crews_of(works, crews, choices),
        () if rest is None else read_quiet(rest, (quiet or works).name),
        begin,
        deadline,
        works.name,
    )


def rows_of(works: Path, given: Path | None, sheet: str) -> Any:
    """Return the rows of a file, or of a sheet of the workbook, None if there is neither."""
    from jiugai.kernel.sheets import find_sheet, read_sheet

    if given is not None:
        return read_sheet(given, sheet=sheet)
    if not find_sheet(works, sheet):
        return None
    return read_sheet(works, sheet=sheet)


def crews_of(works: Path, crews: str, choices: Choices) -> dict[str, int]:
    """Return the crews that an option, a file or the workbook names."""
    from jiugai.planning.schedule.crews import parse_crews, read_crews
    from jiugai.planning.schedule.form import CREWS_SHEET

    if crews and "=" in crews:
        return parse_crews(crews, choices)
    rows = rows_of(works, Path(crews) if crews else None, CREWS_SHEET)
    if rows is None:
        raise UsageError(
            _("没有队伍：请给出 --crews，如 架子队=2,水暖队=1，或在工作簿里加“队伍”表。")
        )
    return read_crews(rows, crews or works.name, choices)


def pauses_of(stopped: tuple[str, ...]) -> Any:
    """Return the stops that options or tables name."""
    from jiugai.kernel.sheets import read_sheet
    from jiugai.planning.schedule.again import parse_pause, read_pauses

    found: list[Any] = []
    for text in stopped:
        if "=" in text:
            found.append(parse_pause(text))
        else:
            found += read_pauses(read_sheet(Path(text)), Path(text).name)
    return tuple(found)


def follow(stage: Stage, seconds: float) -> None:
    """Tell where the search is."""
    from jiugai.planning.schedule.schedule import goal_title, shown

    value, bound = shown(stage)

    click.echo(
        _("{seconds:5.1f} 秒 {goal}：现有 {value:,.0f}，下界 {bound:,.0f}，差距 {gap:.2%}").format(
            seconds=seconds,
            goal=goal_title(stage.goal),
            value=value,
            bound=bound,
            gap=stage.gap,
        ),
        err=True,
    )


def interruptible(search: Search, work: Callable[[], Solution | None]) -> Solution | None:
    """Search in a thread, so that Ctrl-C stops the search and not the command."""
    from contextvars import copy_context
    from threading import Event, Thread

    found: list[Solution | None] = []
    wrong: list[BaseException] = []
    done = Event()
    context = copy_context()  # a thread starts with no language of its own

    def run() -> None:
        try:
            found.append(context.run(work))
        except BaseException as error:  # noqa: BLE001 - raised again where it is waited for
            wrong.append(error)
        finally:
            done.set()

    Thread(target=run, daemon=True).start()
    while not done.is_set():
        try:
            done.wait(0.1)
        except KeyboardInterrupt:
            click.echo(_("停下，给出现有的最好排期……"), err=True)
            search.stop()
    if wrong:
        raise wrong[0]
    return found[0]


def told(made: Schedule) -> str:
    """Return the outcome in one sentence."""
    from jiugai.planning.schedule.output import ending

    count = sum(line.activity.works is not None for line in made.lines)
    return ngettext(
        "{count} 项工作，{last} 完工，扰民 {disturbance:,} 加权户·日；{ending}。{changed}", count
    ).format(
        count=count,
        last=made.last_day,
        disturbance=made.disturbance,
        ending=ending(made),
        changed=""
        if made.resumed is None
        else ngettext("比原排期改动 {count} 项开工日。", len(made.changed)).format(
            count=len(made.changed)
        ),
    )


def write(out: Path, made: Schedule) -> None:
    """Write everything that `schedule` promises, or nothing."""
    from jiugai.cli.schedule_view import sheet_of
    from jiugai.planning.schedule.output import schedule_files
    from jiugai.reporting.folder import whole_folder
    from jiugai.reporting.gantt import draw_gantt
    from jiugai.reporting.schedule_page import render_schedule

    sheet = sheet_of(made)
    with whole_folder(out) as folder:
        for name, content in schedule_files(made).items():
            (folder / name).write_bytes(content)
        (folder / "gantt.svg").write_text(draw_gantt(sheet.gantt), encoding="utf-8")
        (folder / "schedule.html").write_text(render_schedule(sheet), encoding="utf-8")
