"""Choose optional items within a sum from the approvals of households."""

from __future__ import annotations

import json
import sys
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from jiugai.kernel.i18n import _, listed

if TYPE_CHECKING:
    from jiugai.consent.choosing import Election, Outcome
    from jiugai.consent.pabulib import PbFile

#: How the format of Pabulib names rules, and whether they raise shares by one unit of money.
_SHARES: Final = ("equalshares", "equalshares/add1")


@click.command(
    help=_(
        "按住户的赞成票在一笔钱里选可选项目：均等份额法和按赞成户数两种办法并列，说明每项为什么入选或落选。\n\n"
        "读 Pabulib 的 .pb 文件（网站的“居民点单”也能导出）；文件写明中选项目和规则的，与它核对。"
        "退出码：0 完成，1 与文件写明的不一致，2 用法有误。"
    )
)
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--step",
    type=click.FloatRange(min=0.01),
    help=_("均等份额每次加多少元；不给时每次加 1%，进到整分。"),
)
@click.option("--why", is_flag=True, help=_("还要算：落选的项目再有多少户赞成就入选。"))
@click.option("--json", "as_json", is_flag=True, help=_("输出 JSON。"))
def choose(file: Path, step: float | None, why: bool, as_json: bool) -> None:
    """Print what each rule chooses, and compare with what the file says."""
    from jiugai.consent.chosen_told import ties_told
    from jiugai.consent.pabulib import read_pb

    found = read_pb(file)
    outcomes = _outcomes(found, step)
    if as_json:
        click.echo(json.dumps([_as_json(one) for one in outcomes], ensure_ascii=False))
    else:
        for one in outcomes:
            _print(found.election, one, step=_step(found, step), why=why)
        click.echo(ties_told())
    differing = _differing(found, outcomes)
    if differing:
        click.echo(differing, err=True)
        sys.exit(1)


def _step(found: PbFile, step: float | None) -> Fraction | None:
    from jiugai.kernel.money import CENTS_PER_YUAN

    if step is not None:
        return Fraction(round(step * CENTS_PER_YUAN))
    return Fraction(CENTS_PER_YUAN) if found.rule == _SHARES[1] else None


def _outcomes(found: PbFile, step: float | None) -> list[Outcome]:
    from jiugai.consent.choosing import choose_by_approvals
    from jiugai.consent.equal_shares import choose_by_shares

    shares = choose_by_shares(found.election, step=_step(found, step))
    return [shares, choose_by_approvals(found.election)]


def _print(election: Election, outcome: Outcome, *, step: Fraction | None, why: bool) -> None:
    from jiugai.consent import chosen_told as told
    from jiugai.consent.choosing import Way
    from jiugai.consent.wanting import more_approvals, rule_of

    titles = {Way.SHARES: _("均等份额法"), Way.APPROVALS: _("按赞成户数")}
    click.echo(
        _("{way}：选 {n} 项，用 {spent} / {budget} 元").format(
            way=titles[outcome.way],
            n=len(outcome.chosen),
            spent=told.yuan(outcome.spent),
            budget=told.yuan(outcome.budget),
        )
    )
    if outcome.way is Way.SHARES:
        click.echo("  " + told.share_told(outcome, election.first_share))
    for chosen in outcome.chosen:
        words = told.chosen_told(chosen, outcome.way)
        click.echo(f"  + {chosen.item.title} {told.yuan(chosen.item.cost)}  {words}")
    rule = rule_of(outcome.way, step=step)
    for left in outcome.left:
        words = told.left_told(left, outcome.way)
        if why:
            words += told.more_told(more_approvals(election, left.item.name, rule))
        click.echo(f"  - {left.item.title} {told.yuan(left.item.cost)}  {words}")


def _as_json(outcome: Outcome) -> dict[str, Any]:
    return {
        "way": outcome.way.value,
        "chosen": [one.item.name for one in outcome.chosen],
        "left": [one.item.name for one in outcome.left],
        "spent": outcome.spent / 100,
        "budget": outcome.budget / 100,
    }


def _differing(found: PbFile, outcomes: list[Outcome]) -> str:
    """Return in words how the winners that a file names differ from ours; "" where they do not."""
    at = {"greedy": 1, **dict.fromkeys(_SHARES, 0)}.get(found.rule)
    if at is None or found.winners is None:
        return ""
    ours = outcomes[at].names
    if ours == found.winners:
        return ""
    return _("文件写明的中选项目是 {theirs}，算出来是 {ours}。").format(
        theirs=listed(sorted(found.winners)), ours=listed(sorted(ours))
    )
