"""When the owners' decision is carried (Civil Code 278)."""

from jiugai.kernel.source import Text
from jiugai.policy.conditions import Condition, all_of, number, ratio, reading
from jiugai.policy.rule import Rule, Topic
from jiugai.policy.vocabulary import Vote
from jiugai.policy.vocabulary.fact import Fact

CC = Text("cc")
QUORUM = number("cc.quorum")
MAJORITY = number("cc.majority")
THREE_QUARTERS = number("cc.three_quarters")


def _enough_take_part(area: Fact, heads: Fact) -> Condition:
    return all_of(
        ratio(area, Vote.area_total) >= QUORUM,
        ratio(heads, Vote.heads_total) >= QUORUM,
        label="参与表决的面积和人数都达到三分之二",
        clause=CC / "278①",
    )


def _more_than_half(area: Fact, heads: Fact) -> Condition:
    return all_of(
        ratio(Vote.area_agreeing, area) > MAJORITY,
        ratio(Vote.heads_agreeing, heads) > MAJORITY,
        label="参与表决的面积和人数都过半数同意",
        clause=CC / "278③",
    )


def _three_quarters(area: Fact, heads: Fact) -> Condition:
    return all_of(
        ratio(Vote.area_agreeing, area) >= THREE_QUARTERS,
        ratio(Vote.heads_agreeing, heads) >= THREE_QUARTERS,
        label="参与表决的面积和人数都有四分之三以上同意",
        clause=CC / "278②",
    )


def _counts_fit(area: Fact, heads: Fact) -> Condition:
    # A tally that cannot be true carries nothing, whatever its ratios.
    return all_of(
        Vote.area_agreeing <= area,
        area <= Vote.area_total,
        Vote.heads_agreeing <= heads,
        heads <= Vote.heads_total,
        label="同意不多于参与，参与不多于全体",
    )


def _among(area: Fact, heads: Fact, *, special: bool) -> Condition:
    agreed = _three_quarters if special else _more_than_half
    return all_of(_counts_fit(area, heads), _enough_take_part(area, heads), agreed(area, heads))


def _carried(*, special: bool) -> Condition:
    return reading(
        "cc.abstention",
        took_part=_among(Vote.area_voting, Vote.heads_voting, special=special),
        left_out=_among(Vote.area_deciding, Vote.heads_deciding, special=special),
    )


def _rule(kind: str, title: str, item: str, when: Condition) -> Rule:
    return Rule(
        id=f"cc.vote.{kind}",
        title=title,
        means="业主的决定已经通过",
        topic=Topic.VOTE,
        subject=Vote,
        clause=CC / f"278({item})",
        when=when,
    )


elect = _rule("elect", "选举或者更换业主委员会成员", "三", _carried(special=False))
hire_company = _rule("hire_company", "选聘或者解聘物业服务企业", "四", _carried(special=False))
use_fund = _rule("use_fund", "使用维修资金", "五", _carried(special=False))
raise_fund = _rule("raise_fund", "筹集维修资金", "六", _carried(special=True))
rebuild = _rule("rebuild", "改建、重建建筑物及其附属设施", "七", _carried(special=True))
change_use = _rule("change_use", "改变共有部分用途或者利用其经营", "八", _carried(special=True))
other = _rule("other", "议事规则、管理规约和其他重大事项", "九", _carried(special=False))
lift = _rule(
    "lift",
    "加装电梯",
    "七",
    all_of(
        reading(
            "cc.lift_body",
            concerned=Vote.body.is_one_of("unit", "building"),
            estate=Vote.body.is_one_of("estate"),
        ),
        reading("cc.lift_matter", rebuild=_carried(special=True), other=_carried(special=False)),
    ),
)
