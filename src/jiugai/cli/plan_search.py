"""Options of a plan about its search: the last plan, the curve, progress and an early stop."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from jiugai.kernel import counts
from jiugai.kernel.errors import UsageError
from jiugai.kernel.i18n import _, ngettext

if TYPE_CHECKING:
    from jiugai.planning.answers.ways.way import WayIn
    from jiugai.planning.plan import Plan
    from jiugai.planning.search.watch import Progress, Watch
    from jiugai.planning.terms import Terms
    from jiugai.reporting.curve import CurveRow

F = TypeVar("F", bound=Callable[..., Any])

_last = click.option(
    "--last",
    type=click.Path(path_type=Path),
    help=_("上一份采用的计划（jiugai plan 的输出文件夹或 plan.json）；列出新计划的每处改动。"),
)
_changes = click.option(
    "--changes",
    type=click.IntRange(min=0),
    help=_("对上一份计划最多改动多少项；一个小区的一类改造新增、取消或换年度各算一项。"),
)
_curve = click.option(
    "--curve",
    type=click.FloatRange(min=0),
    default=10.0,
    show_default=True,
    help=_("另用多少秒计算资金效益曲线（预算减少或增加时的效益）；0 为不算。"),
)


_ways = click.option(
    "--ways-in",
    "ways",
    type=click.FloatRange(min=0),
    default=30.0,
    show_default=True,
    help=_("另用多少秒为每个落选小区求最省的列入办法（证据、邻居、自筹、评分）；0 为不求。"),
)


def on_search(command: F) -> F:
    """Add the options about the search."""
    for option in (_ways, _curve, _changes, _last):
        command = option(command)
    return command


def with_search(
    terms: Terms, *, last: Path | None, changes: int | None, curve: float, ways: float
) -> Terms:
    """Return terms with the last plan, and the time for the curve and for the ways in.

    Raises UsageError if changes are bounded without a last plan, InputError if it is damaged.
    """
    from dataclasses import replace

    from jiugai.planning.record import read_record
    from jiugai.planning.rolling.last import Last

    if last is None and changes is not None:
        raise UsageError(_("--changes 须与 --last 一起使用；请给出上一份计划。"))
    adopted = None if last is None else Last(read_record(last), changes)
    return replace(terms, last=adopted, curve=curve, ways=ways)


@contextmanager
def watching() -> Iterator[Watch]:
    """Print how the search goes; the first Ctrl-C asks it to end with the best so far."""
    asked = False

    def ask(_signal: int, _frame: object) -> None:
        nonlocal asked
        if asked:
            raise KeyboardInterrupt
        asked = True
        click.echo(_("收到停止请求：这一步做完就给出已有的最好计划；再按一次放弃。"), err=True)

    def watch(progress: Progress) -> bool:
        click.echo(_line(progress), err=True)
        return not asked

    before = signal.signal(signal.SIGINT, ask)
    try:
        yield watch
    finally:
        signal.signal(signal.SIGINT, before)


def _line(progress: Progress) -> str:
    return _("  {seconds:5.1f} 秒  目标值 {value:.1f}  上界 {bound:.1f}  差距 {gap:.4%}").format(
        seconds=progress.seconds,
        value=progress.milli / 1000,
        bound=progress.bound / 1000,
        gap=progress.gap,
    )


def told_search(made: Plan) -> list[str]:
    """Return what a plan changes in the last one, in one sentence."""
    if made.terms.last is None:
        return []
    return [
        ngettext(
            "对上一份计划“{name}”改动 {count} 项，涉及 {estates}。", len(made.changes)
        ).format(
            name=made.terms.last.record.name,
            count=len(made.changes),
            estates=counts.estates(len({one.id for one in made.changes})),
        )
    ]


def curve_shown(made: Plan) -> list[CurveRow]:
    """Return the curve of money as the page shows it."""
    from jiugai.kernel.money import grouped
    from jiugai.reporting.curve import CurveRow

    return [
        CurveRow(
            float(one.factor), grouped(one.money), one.objective, one.bound / 1000, one.estates
        )
        for one in made.curve
    ]


def with_way(reason: str, way: WayIn | None) -> str:
    """Return why an estate is out, with the cheapest way in where one was looked for."""
    from jiugai.planning.answers.ways.words import cheapest_text

    if way is None:
        return reason
    return _("{reason}。列入办法：{way}").format(reason=reason, way=cheapest_text(way))


def changes_shown(made: Plan) -> list[str]:
    """Return the changes to the last plan, one sentence each."""
    from jiugai.planning.classes import class_title
    from jiugai.planning.rolling.changed import turn_title

    nothing = _("未列入")
    return [
        _("{name}（{id}）{works}：{turn}，{before} → {after}").format(
            name=one.name,
            id=one.id,
            works=class_title(one.works),
            turn=turn_title(one.turn),
            before=one.before or nothing,
            after=one.after or nothing,
        )
        for one in made.changes
    ]
