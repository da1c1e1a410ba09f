"""When the owners' decision is carried by the thresholds before the Civil Code (PMR 11, 12)."""

from jiugai.kernel.source import Text
from jiugai.policy.conditions import Condition, all_of, changes, number, ratio, reading
from jiugai.policy.rule import Rule, Topic
from jiugai.policy.rulebooks.national.cc import votes as code
from jiugai.policy.vocabulary import Vote

PMR = Text("pmr")
CIVIL_CODE = number("pmr.civil_code")
HALF = number("pmr.half")
TWO_THIRDS = number("pmr.two_thirds")

# The base is the whole estate: whoever agrees takes part, so the quorum follows by itself.
COUNTS_FIT = all_of(
    Vote.area_agreeing <= Vote.area_total,
    Vote.heads_agreeing <= Vote.heads_total,
    label="同意不多于全体",
)
MORE_THAN_HALF = all_of(
    COUNTS_FIT,
    ratio(Vote.area_agreeing, Vote.area_total) > HALF,
    ratio(Vote.heads_agreeing, Vote.heads_total) > HALF,
    label="全体业主的面积和人数都过半数同意",
    clause=PMR / "12⑤",
)
AT_LEAST_TWO_THIRDS = all_of(
    COUNTS_FIT,
    ratio(Vote.area_agreeing, Vote.area_total) >= TWO_THIRDS,
    ratio(Vote.heads_agreeing, Vote.heads_total) >= TWO_THIRDS,
    label="全体业主的面积和人数都有三分之二以上同意",
    clause=PMR / "12④",
)


def _rule(kind: str, title: str, item: str, own: Condition, now: Rule) -> Rule:
    """A vote by the regulations' own threshold, and by the Civil Code once it is in force."""
    return Rule(
        id=f"pmr.vote.{kind}",
        title=title,
        means="业主的决定已经通过",
        topic=Topic.VOTE,
        subject=Vote,
        clause=PMR / f"11({item})",
        when=reading(
            "pmr.vote_law", code=changes(CIVIL_CODE, before=own, since=now.when), own=own
        ),
    )


elect = _rule("elect", "选举或者更换业主委员会成员", "三", MORE_THAN_HALF, code.elect)
hire_company = _rule(
    "hire_company", "选聘和解聘物业服务企业", "四", MORE_THAN_HALF, code.hire_company
)
use_fund = _rule("use_fund", "使用专项维修资金", "五", AT_LEAST_TWO_THIRDS, code.use_fund)
raise_fund = _rule("raise_fund", "筹集专项维修资金", "五", AT_LEAST_TWO_THIRDS, code.raise_fund)
rebuild = _rule("rebuild", "改建、重建建筑物及其附属设施", "六", AT_LEAST_TWO_THIRDS, code.rebuild)
change_use = _rule(
    "change_use",
    "利用共用部位、共用设施设备经营",
    "七",
    reading("pmr.change_use", other=MORE_THAN_HALF, rebuild=AT_LEAST_TWO_THIRDS),
    code.change_use,
)
other = _rule("other", "议事规则、管理规约和其他重大事项", "七", MORE_THAN_HALF, code.other)
lift = _rule(
    "lift",
    "加装电梯",
    "六",
    reading("pmr.lift", rebuild=AT_LEAST_TWO_THIRDS, other=MORE_THAN_HALF),
    code.lift,
)
