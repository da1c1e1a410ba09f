"""What a choice of items says in words, for residents and for the terminal."""

from __future__ import annotations

from fractions import Fraction

from jiugai.consent.choosing import Chosen, Left, Outcome, Way
from jiugai.kernel.i18n import _
from jiugai.kernel.money import CENTS_PER_YUAN


def yuan(cents: Fraction | int) -> str:
    """Return an amount in yuan with two decimals, cut and not rounded up."""
    whole, rest = divmod(int(cents), CENTS_PER_YUAN)
    return f"{whole:,}.{rest:02d}" if rest else f"{whole:,}"


def way_told(way: Way) -> str:
    """Return how a rule chooses, in plain words."""
    if way is Way.SHARES:
        return _(
            "每户分到一样多的份额，只为自己赞成的项目出。一项要由赞成它的住户把钱凑齐才入选，"
            "先选每户出得最省的。这样人少的一栋楼、一群人也有自己那一份。"
        )
    return _("按赞成户数从多到少排，钱还够就入选，不够就跳过看下一项。人多的一边可能把钱都用完。")


def ties_told() -> str:
    """Return how a tie is broken."""
    return _("一样时：赞成户数多的先，再一样价低的先，再一样按菜单上的次序。")


def share_told(outcome: Outcome, first: Fraction) -> str:
    """Return how much of the money each household had to give."""
    if outcome.share == first:
        return _("每户的份额 {share} 元。").format(share=yuan(first))
    return _("每户的份额从 {first} 元起，逐步加到 {share} 元；再加就超出总额。").format(
        first=yuan(first), share=yuan(outcome.share)
    )


def chosen_told(one: Chosen, way: Way) -> str:
    """Return why an item is in."""
    if one.most is not None:
        return _("{n} 户赞成，{payers} 户出份额，每户最多用 {most} 元。").format(
            n=one.approvals, payers=one.payers, most=yuan(one.most)
        )
    if way is Way.SHARES:
        return _("{n} 户赞成，份额没有凑齐，用大家剩下的钱按赞成户数补入。").format(n=one.approvals)
    return _("{n} 户赞成，轮到它时钱还够。").format(n=one.approvals)


def left_told(one: Left, way: Way, more: int | None) -> str:
    """Return why an item is out, and how many more approvals would have brought it in."""
    if not one.approvals:
        why = _("没有住户赞成。")
    elif way is Way.SHARES:
        why = _("{n} 户赞成，他们合起来还剩 {had} 元，差 {lacking} 元；剩下的总额也不够。").format(
            n=one.approvals, had=yuan(one.had), lacking=yuan(one.lacking)
        )
    else:
        why = _("{n} 户赞成，轮到它时还剩 {had} 元，差 {lacking} 元。").format(
            n=one.approvals, had=yuan(one.had), lacking=yuan(one.lacking)
        )
    if more is None:
        return why + _("就算所有参加的住户都赞成，按这个办法也选不上。")
    return why + _("再有 {more} 户赞成就入选。").format(more=more)
