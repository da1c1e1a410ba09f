"""What a reader of the result must know about how the ballots were checked."""

from __future__ import annotations

import polars as pl

from jiugai.consent.ballots import Ballots
from jiugai.consent.roll import Roll
from jiugai.consent.seats import Role
from jiugai.consent.validity import Window
from jiugai.kernel.i18n import _, ngettext


def notes_on(
    roll: Roll, ballots: Ballots, window: Window, proxy_limit: int | None
) -> tuple[str, ...]:
    """Return the sentences, the most important first."""
    return tuple(
        note
        for note in (
            _names(roll),
            _deadline(window),
            _untimed(ballots, window),
            _proxies(ballots, proxy_limit),
        )
        if note
    )


def _names(roll: Roll) -> str:
    if roll.knows_ids:
        return ""
    own = roll.seats.filter(pl.col("role") <= int(Role.BUYER))
    several = own.group_by("name").len().filter(pl.col("len") > 1)
    if not several.height:
        return ""
    return ngettext(
        "名册没有业主编号，同名的按同一人计（{n} 个姓名有几套房）；有重名的请补“业主编号”一列。",
        several.height,
    ).format(n=several.height)


def _deadline(window: Window) -> str:
    if window.told:
        return ""
    return _("没有给出截止时间（--closes），只核对了票不晚于作出决定的那一天。")


def _untimed(ballots: Ballots, window: Window) -> str:
    blank = int((~ballots.frame["timed"]).sum())
    if window.told or not blank:
        return ""
    return ngettext("{n} 张票没有时间，没有核对是否逾期。", blank).format(n=blank)


def _proxies(ballots: Ballots, proxy_limit: int | None) -> str:
    asked = int((ballots.frame["proxy"] != "").sum())
    if proxy_limit is not None or not asked:
        return ""
    return ngettext(
        "{n} 张票由代理人表决；现行文件没有限定一人代理几户，议事规则有限定的请给 --proxy-limit。",
        asked,
    ).format(n=asked)
