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
    return _("每户的份额从 {first} 元起，在不超出总额的前提下逐步加到 {share} 元。").format(
        first=yuan(first), share=yuan(outcome.share)
    )


def chosen_told(one: Chosen, way: Way) -> str:
    """Return why an item is in."""
    if one.most is not None:
        return _("{n} 户赞成，{payers} 户出份额，每户最多用 {most} 元。").format(
            n=one.approvals, payers=one.payers, most=yuan(one.most)
        )
    if way is Way.SHARES:
        return _("{n} 户赞成，份额没有凑齐，用大家剩下的钱按赞成户数补入。").format(
            n=one.approvals
        )
    return _("{n} 户赞成，轮到它时钱还够。").format(n=one.approvals)


def left_told(one: Left, way: Way) -> str:
    """Return why an item is out."""
    if not one.approvals:
        return _("没有住户赞成。")
    lacking, had = yuan(one.lacking), yuan(one.had)
    if way is Way.APPROVALS:
        return _("{n} 户赞成，轮到它时还剩 {had} 元，差 {lacking} 元。").format(
            n=one.approvals, had=had, lacking=lacking
        )
    return _(
        "{n} 户赞成，他们合起来还剩 {had} 元，差 {lacking} 元，总额里剩下的也补不上。"
    ).format(n=one.approvals, had=had, lacking=lacking)


def more_told(more: int | None) -> str:
    """Return how many more approvals would have brought an item in."""
    if more is None:
        return _("就算参加的住户都赞成，按这个办法也选不上。")
    return _("再有 {n} 户赞成就入选。").format(n=more)
