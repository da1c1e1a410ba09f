"""The ways into a plan in sentences."""

from typing import Final

from jiugai.kernel.i18n import _, listed
from jiugai.kernel.money import CENTS_PER_WAN
from jiugai.planning.answers.ways.way import (
    EvidenceWay,
    How,
    MoneyWay,
    NeighbourWay,
    ScoreWay,
    WayIn,
)
from jiugai.planning.model.problem import MILLI

#: Sums are said to a hundredth of a 万元.
PLACES: Final = 100
CENTS_PER_PLACE: Final = CENTS_PER_WAN // PLACES


def way_text(way: WayIn, how: How) -> str:
    """Return what one kind of way asks for, or why it leads nowhere; "" if nothing is known."""
    match how:
        case How.RULE:
            return way.rule
        case How.EVIDENCE:
            return _evidence(way.evidence, way.score)
        case How.NEIGHBOUR:
            return listed(map(_neighbour, way.neighbours), "；")
        case How.MONEY:
            return _money(way.money, is_solved=way.is_solved)
        case How.SCORE:
            return _score(way.score, is_solved=way.is_solved)


def cheapest_text(way: WayIn) -> str:
    """Return the cheapest way that leads in, or that none is known."""
    how = way.cheapest
    if how is How.NEIGHBOUR:
        return _neighbour(way.neighbours[0])
    if how is not None:
        return way_text(way, how)
    if way.money is not None and way.money.at_least is not None:
        return way_text(way, How.MONEY)  # nothing is proven to be impossible
    return _("自筹全部投资、评分升到 100 分都没有列入的办法，须放宽限额或要求")


def _money(way: MoneyWay | None, *, is_solved: bool) -> str:
    if way is None:
        return ""
    if way.at_most is not None:
        return _paid(way, way.at_most)
    if way.at_least is None:
        return _("自筹全部投资也不能列入（已证明）")
    if is_solved:
        return _("没有找到靠自筹列入的排法")
    return _("至少须自筹 {least} 万元（求解时间用完，只按资金的边际价值推算）").format(
        least=_at_least(way.at_least)
    )


def _paid(way: MoneyWay, cents: int) -> str:
    if cents == 0:
        return _("不必自筹：重排后即可列入 {year} 年，效益不减（搜索提前结束）").format(
            year=way.year
        )
    return _("自筹 {cents} 万元（可付任何一类，含基础类）即可列入 {year} 年{least}").format(
        cents=_at_most(cents), year=way.year, least=_money_least(way)
    )


def _money_least(way: MoneyWay) -> str:
    if way.is_proven:
        return _("（已证明不能更少）")
    if not way.at_least:
        return _("（更少是否可行，未能证明）")
    return _("（至少须 {least} 万元）").format(least=_at_least(way.at_least))


def _at_most(cents: int) -> str:
    """Return 万元 to two places, rounded up: what is said to be enough is enough."""
    return f"{-(-cents // CENTS_PER_PLACE) / PLACES:.2f}"


def _at_least(cents: int) -> str:
    """Return 万元 to two places, rounded down: what is said to be needed is needed."""
    return f"{cents // CENTS_PER_PLACE / PLACES:.2f}"


def _score(way: ScoreWay | None, *, is_solved: bool) -> str:
    if way is None:
        return ""
    if way.at_most is not None:
        return _risen(way, way.at_most)
    if way.at_least is None:
        return _("评分升到 100 分也不能列入（已证明）")
    if is_solved:
        return _("没有找到靠评分列入的排法")
    return _("评分至少须再高 {least} 分（求解时间用完，只按资金的边际价值推算）").format(
        least=points(way.at_least)
    )


def _risen(way: ScoreWay, rise: int) -> str:
    if rise == 0:
        return _("评分不必再高：重排后即可列入 {year} 年，效益不减（搜索提前结束）").format(
            year=way.year
        )
    return _("评分再高 {rise} 分即可列入{least}").format(
        rise=points(rise), least=_least_risen(way)
    )


def _least_risen(way: ScoreWay) -> str:
    if way.is_proven:
        return _("（已证明不能更少）")
    if not way.at_least:
        return _("（更少是否可行，未能证明）")
    return _("（至少须 {least} 分）").format(least=points(way.at_least))


def _evidence(way: EvidenceWay | None, score: ScoreWay | None) -> str:
    if way is None:
        return _("评分所用的证据已齐")
    if way.proofs:
        return _("补报证据即可列入：{says}").format(
            says=_("，且").join(one.says for one in way.proofs)
        )
    if score is not None and score.at_most is None:
        return ""
    return _("所缺的评分证据补齐最多再得 {most} 分，不够列入").format(most=points(way.most))


def _neighbour(way: NeighbourWay) -> str:
    sentence = _("若邻近的{name}同列 {year} 年即可列入（全计划效益少 {lost}）")
    if way.lost <= 0:
        sentence = _("若邻近的{name}同列 {year} 年即可列入（全计划效益不减）")
    return sentence.format(name=way.name, year=way.year, lost=f"{way.lost / MILLI:.1f}")


def points(hundredths: int) -> str:
    """Return hundredths of a point as people read them."""
    return f"{hundredths / 100:.2f}"
