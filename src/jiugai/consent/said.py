"""The result of a vote in words: for the terminal, the tables and the page."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction

from jiugai.consent.areas import square_metres
from jiugai.consent.marks import Choice
from jiugai.consent.result import Alternative, Outcome, Result
from jiugai.consent.shares import Requirement
from jiugai.consent.standing import Standing
from jiugai.consent.thresholds import StillNeeded
from jiugai.kernel.i18n import N_, _, listed, ngettext
from jiugai.policy.conditions import Op
from jiugai.policy.explain import explained
from jiugai.policy.law import Law

OPINIONS = {
    Choice.AGREE: N_("同意"),
    Choice.OPPOSE: N_("反对"),
    Choice.ABSTAIN: N_("弃权"),
    Choice.SPLIT: N_("意见不一致"),
    Choice.SILENT: N_("送达未交回"),
    Choice.NONE: N_("未参与"),
}

ASKS = {
    Op.GE: N_("达到"),
    Op.GT: N_("超过"),
    Op.EQ: N_("等于"),
    Op.LE: N_("不超过"),
    Op.LT: N_("不到"),
}


def metres(dm2: Fraction | int) -> str:
    """Return an area in m²; parts of a dm², which shares can make, are cut after the fourth."""
    exact = Fraction(dm2)
    if exact.denominator == 1:
        return square_metres(exact.numerator)
    whole, rest = divmod(abs(exact) * 100, 10_000)
    sign = "-" if exact < 0 else ""
    return f"{sign}{int(whole):,}.{int(rest):04d}…"


def verdict_told(outcome: Outcome) -> str:
    """Return whether an item is carried, in a word."""
    return _("通过") if outcome.carried else _("未通过")


def requirement_told(one: Requirement, per: int) -> str:
    """Return one share with its threshold and by how much it is met or missed."""
    sign = "✓" if one.met else "✕"
    return _("{sign} {part}占{whole} {percent}，须{op} {threshold}，{spare}").format(
        sign=sign,
        part=_(one.part.heading),
        whole=_(one.whole.heading),
        percent=one.percent,
        op=_(ASKS[one.op]),
        threshold=one.threshold,
        spare=spare_told(one, per),
    )


def spare_told(one: Requirement, per: int) -> str:
    """Return what there is beyond the least that suffices, or what is missing to it."""
    amount = amount_told(one, abs(one.spare), per)
    if not one.base:
        return _("没有可以计算的基数")
    if one.spare < 0:
        return _("差 {amount}").format(amount=amount)
    return _("多出 {amount}").format(amount=amount) if one.spare else _("刚好够")


def amount_told(one: Requirement, count: int, per: int) -> str:
    """Return a count with its unit."""
    if one.part.name.startswith("area_"):
        return _("{area} 平方米").format(area=metres(Fraction(count, per)))
    return ngettext("{n} 人", count).format(n=f"{count:,}")


def needed_told(outcome: Outcome) -> str:
    """Return what must still come in for the item to be carried."""
    return still_told(outcome.carried, outcome.needed, outcome.vote.per)


def still_told(carried: bool, needed: StillNeeded, per: int) -> str:
    """Return what must still come in, areas counted in 1/`per` dm²; nothing where it is enough."""
    if carried:
        return ""
    area, heads = needed.area, needed.heads
    if area is None or heads is None:
        return _("没有表决的全部同意也不够，须有人改变意见。")
    if not area and not heads:
        return _("面积和人数都够，但表决体不对；见判定过程。")
    least = [
        _("面积合计 {area} 平方米").format(area=metres(Fraction(area, per))),
        ngettext("{n} 人", heads).format(n=f"{heads:,}"),
    ]
    asked = [text for text, number in zip(least, (area, heads), strict=True) if number]
    return _("还须有尚未表决的业主同意，至少{least}。").format(least=listed(asked))


def alternative_told(one: Alternative) -> str:
    """Return what another reading would give."""
    if one.carried is None:
        return _("无法计算：{why}").format(why=one.why)
    if not one.bears:
        return _("与本次表决无关")
    result = _("通过") if one.carried else _("未通过")
    return _("结果会变为{result}").format(result=result) if one.differs else _("结果相同")


def outcome_told(outcome: Outcome) -> str:
    """Return one item in one line: verdict, then every share."""
    shares = listed(
        (requirement_told(one, outcome.vote.per) for one in outcome.requirements), "；"
    )
    return _("{verdict} {item}（{body}）：{shares} [{clauses}]").format(
        verdict=verdict_told(outcome),
        item=outcome.item,
        body=outcome.body,
        shares=shares,
        clauses=listed(outcome.finding.because),
    )


def trace_told(outcome: Outcome, law: Law) -> list[str]:
    """Return the whole trace of a decision, a line for each condition."""
    lines = list(explained(outcome.finding, law))
    if outcome.vote.per > 1:
        # Shares of flats make parts of a dm²; the facts count them whole.
        unit = _("  以下面积以 1/{per} 平方分米为单位。").format(per=outcome.vote.per)
        lines.insert(1, unit)
    return lines


def ballots_told(result: Result) -> str:
    """Return how many ballots came in and what became of them."""
    counted = int((result.standing <= Standing.SPLIT).sum())
    replaced = int((result.standing == Standing.SUPERSEDED).sum())
    return ngettext(
        "收到 {all} 张票：计入 {counted} 张，重复而被代替 {replaced} 张，未计入 {refused} 张。",
        len(result.standing),
    ).format(
        all=f"{len(result.standing):,}",
        counted=f"{counted:,}",
        replaced=f"{replaced:,}",
        refused=f"{len(result.standing) - counted - replaced:,}",
    )


def standings(result: Result) -> dict[Standing, int]:
    """Return how many ballots have each standing, the frequent first."""
    found = Counter(result.standing.tolist())
    return {Standing(code): count for code, count in found.most_common()}


def publication_told(result: Result) -> str:
    """Return when the decision must be public."""
    term = result.publication
    if term is None:
        return _("现行规则库没有规定本地业主大会决定的公示期限。")
    return _("决定须在 {days} 日内公示，至迟 {due}（{clause}）。").format(
        days=term.days, due=term.due, clause=term.clause
    )
