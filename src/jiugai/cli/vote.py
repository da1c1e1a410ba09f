"""Tally the votes of owners, and write the form for roll and ballots."""

from __future__ import annotations

import hashlib
import sys
from contextlib import suppress
from datetime import date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from jiugai.cli import options
from jiugai.cli.vote_choose import choose
from jiugai.kernel.errors import UsageError
from jiugai.kernel.i18n import _, listed

if TYPE_CHECKING:
    from jiugai.consent.question import Question
    from jiugai.consent.result import Result
    from jiugai.consent.thresholds import Matter
    from jiugai.policy.law import Law

MATTERS = "elect hire_company use_fund raise_fund rebuild change_use other lift".split()
_TRANSITION = "cc.transition"


class Moment(click.ParamType[datetime]):
    """A day, or a day with a clock; a bare day is its first or its last second."""

    name = "YYYY-MM-DD[ HH:MM]"

    def __init__(self, *, end: bool) -> None:
        self.clock = time(23, 59, 59) if end else time(0)

    def convert(self, value: Any, param: Any, ctx: Any) -> datetime:
        """Return the moment; fails with a sentence if it is none."""
        if isinstance(value, datetime):
            return value
        for form in ("%Y-%m-%d %H:%M", "%Y-%m-%d %H:%M:%S"):
            with suppress(ValueError):
                return datetime.strptime(value, form)  # noqa: DTZ007 - the clock of the place
        try:
            day = datetime.strptime(value, "%Y-%m-%d").date()  # noqa: DTZ007 - a day, no clock
        except ValueError:
            self.fail(
                _("“{value}”不是时间；请写成 2026-05-10 或 2026-05-10 18:00。").format(
                    value=value
                ),
                param,
                ctx,
            )
        return datetime.combine(day, self.clock)


@click.group(help=_("业主表决：计票、发模板。"))
def vote() -> None:
    """Group the commands about owners' votes."""


@vote.command(
    help=_(
        "按名册和表决票计票：面积和人数是否够数、差多少、依据哪一条，每张票怎样处理。\n\n"
        "纸质、网上、上门的票一起给出，每人只计一票。写出 result.json、result.csv、ballots.csv、"
        "result.xlsx 和可以张贴的 result.html。"
        "退出码：0 完成，1 有未能计入的票或名册不能用，2 用法有误。"
    )
)
@click.option(
    "--roll",
    required=True,
    type=click.Path(path_type=Path),
    help=_("业主名册（csv、xlsx 或 parquet），一户一行。"),
)
@click.option(
    "--ballots",
    required=True,
    multiple=True,
    type=click.Path(path_type=Path),
    help=_("表决票（csv、xlsx 或 parquet），可多次给出。"),
)
@click.option(
    "--matter",
    "matters",
    required=True,
    multiple=True,
    metavar="KIND|ITEM=KIND",
    help=_("事项类别：{kinds}；几项各属一类的写 事项=类别。").format(kinds=listed(MATTERS)),
)
@options.place
@options.day
@options.out
@options.readings
@click.option(
    "--body",
    type=click.Choice(["estate", "building", "unit"]),
    default="estate",
    show_default=True,
    help=_("由谁表决：全体、各楼栋或各单元。"),
)
@click.option("--opens", type=Moment(end=False), help=_("开始收票的时间；更早的票不计。"))
@click.option("--closes", type=Moment(end=True), help=_("截止时间；更晚的票不计。"))
@click.option(
    "--started",
    type=options.Day(),
    help=_("开始表决的日期；跨 2021 年的表决用它比较两种法律。"),
)
@click.option(
    "--area-total",
    default="",
    metavar="M2",
    help=_("申报的专有部分总面积（平方米）；与名册合计不符的不计票。"),
)
@click.option(
    "--proxy-limit",
    type=click.IntRange(min=1),
    help=_("议事规则限定一人最多代理几户；现行文件没有限定。"),
)
def tally(
    roll: Path,
    ballots: tuple[Path, ...],
    matters: tuple[str, ...],
    place: str,
    day: date,
    out: Path,
    readings: tuple[str, ...],
    area_total: str,
    started: date | None,
    **asked: Any,
) -> None:
    """Write the result."""
    from jiugai.consent.areas import parse_area
    from jiugai.consent.ballots import read_ballots
    from jiugai.consent.roll import read_roll
    from jiugai.consent.said import ballots_told, needed_told, outcome_told, publication_told
    from jiugai.consent.tally import tally as count

    law, other = laws(place, day, readings, started)
    question = question_of(matters, day, other, **asked)
    total = parse_area(area_total) if area_total else None
    owners = read_roll(roll, area_total=total)
    result = count(owners, read_ballots(ballots), law, question)
    write(out, result, {path.name: digest(path) for path in (roll, *ballots)})
    for outcome in result.outcomes:
        click.echo(outcome_told(outcome))
        if needed := needed_told(outcome):
            click.echo(f"  {needed}")
    for line in (ballots_told(result), publication_told(result), *result.notes):
        click.echo(line, err=True)
    click.echo(_("结果在 {out}；result.html 可以张贴。").format(out=out), err=True)
    sys.exit(1 if result.has_problems else 0)


def laws(
    place: str, day: date, readings: tuple[str, ...], started: date | None
) -> tuple[Law, Law | None]:
    """Return the law that decides and the one that the other reading of a change would take.

    Raises UsageError if the vote began after it was decided.
    """
    law = options.law_for(place, day, readings)
    if started is None:
        return law, None
    if started > day:
        raise UsageError(_("表决不能在作出决定以后才开始；请核对 --started 和 --day。"))
    before = options.law_for(place, started, readings)
    return (before, law) if law.readings[_TRANSITION] == "started" else (law, before)


def question_of(
    matters: tuple[str, ...],
    day: date,
    other: Law | None,
    *,
    body: str,
    opens: datetime | None,
    closes: datetime | None,
    proxy_limit: int | None,
) -> Question:
    """Return what was put to the vote; raises UsageError for a matter that there is not."""
    from jiugai.consent.electorate import Body
    from jiugai.consent.question import Question
    from jiugai.consent.validity import Window

    if opens and closes and opens > closes:
        raise UsageError(_("开始收票的时间晚于截止时间；请核对 --opens 和 --closes。"))
    by_item = {}
    general = None
    for text in matters:
        item, equals, kind = text.rpartition("=")
        if equals:
            by_item[item.strip()] = matter(kind)
        elif general is None:
            general = matter(kind)
        else:
            raise UsageError(_("给出了两个没有事项的 --matter；请写成 事项=类别。"))
    return Question(
        matter=general,
        by_item=by_item,
        body=Body(body),
        window=Window(opens, closes, told=bool(opens or closes)),
        proxy_limit=proxy_limit,
        decided=day,
        other_law=other,
    )


def matter(kind: str) -> Matter:
    """Return a matter by name; raises UsageError if there is no such one."""
    from jiugai.consent.thresholds import Matter

    try:
        return Matter(kind.strip())
    except ValueError as error:
        raise UsageError(
            _("没有事项类别“{kind}”；可选：{kinds}。").format(kind=kind, kinds=listed(MATTERS))
        ) from error


def digest(path: Path) -> str:
    """Return the SHA-256 of a file."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def write(out: Path, result: Result, digests: dict[str, str]) -> None:
    """Write everything that `tally` promises, or nothing."""
    from jiugai.cli.vote_sheet import sheet_of
    from jiugai.consent.files import write_result
    from jiugai.reporting.folder import whole_folder
    from jiugai.reporting.vote_page import render_vote

    with whole_folder(out) as folder:
        write_result(folder, result, digests)
        (folder / "result.html").write_text(render_vote(sheet_of(result)), encoding="utf-8")


@vote.command(help=_("写出业主名册和表决票的模板（xlsx），带下拉选项和说明。"))
@click.option(
    "--out",
    required=True,
    type=click.Path(dir_okay=False, path_type=Path),
    help=_("模板文件，如 表决模板.xlsx。"),
)
def template(out: Path) -> None:
    """Write the template."""
    from jiugai.consent.template import write_vote_template

    out.parent.mkdir(parents=True, exist_ok=True)
    write_vote_template(out)
    click.echo(_("模板已写到 {out}。").format(out=out), err=True)


@vote.command(
    help=_(
        "从网站的票据账目重新计票：逐张核对票与记录，再与公布的结果比较。"
        "不给编号时核对全部已计票的表决。\n\n退出码：0 全部一致，1 有不一致，2 用法有误。"
    )
)
@click.argument("votes", nargs=-1, type=int)
@click.option("--json", "as_json", is_flag=True, help=_("输出 JSON，一行一次表决。"))
def verify(votes: tuple[int, ...], as_json: bool) -> None:
    """Recount from the ledger of the site."""
    from jiugai.cli.site import run_site

    more = ["--json"] if as_json else []
    sys.exit(run_site("manage", "verify_vote", *map(str, votes), *more))


vote.add_command(choose)
