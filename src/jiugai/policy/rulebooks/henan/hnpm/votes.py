"""When the owners' decision is carried by Henan's thresholds (HNPM 22, 59, 66)."""

from jiugai.kernel.source import Text
from jiugai.policy.conditions import Condition, all_of, changes, number, ratio, reading
from jiugai.policy.rule import Rule, Topic
from jiugai.policy.rulebooks.national.cc import votes as code
from jiugai.policy.vocabulary import Vote
from jiugai.policy.vocabulary.fact import Fact

HNPM = Text("hnpm")
CIVIL_CODE = number("hnpm.civil_code")
HALF = number("hnpm.half")
TWO_THIRDS = number("hnpm.two_thirds")
LIFT = number("hnpm.lift_share")
OBJECTIONS = number("hnpm.objection_share")


def _counts_fit(area: Fact, heads: Fact) -> Condition:
    return all_of(area <= Vote.area_total, heads <= Vote.heads_total, label="票数不多于全体")


# The base is the whole estate: whoever agrees takes part, so the quorum follows by itself.
MORE_THAN_HALF = all_of(
    _counts_fit(Vote.area_agreeing, Vote.heads_agreeing),
    ratio(Vote.area_agreeing, Vote.area_total) > HALF,
    ratio(Vote.heads_agreeing, Vote.heads_total) > HALF,
    label="全体业主的面积和人数都过半数同意",
    clause=HNPM / "22②",
)
AT_LEAST_TWO_THIRDS = all_of(
    _counts_fit(Vote.area_agreeing, Vote.heads_agreeing),
    ratio(Vote.area_agreeing, Vote.area_total) >= TWO_THIRDS,
    ratio(Vote.heads_agreeing, Vote.heads_total) >= TWO_THIRDS,
    label="全体业主的面积和人数都有三分之二以上同意",
    clause=HNPM / "22①",
)
LIFT_BY_HEADS = all_of(
    Vote.body.is_one_of("unit", "building"),
    Vote.heads_agreeing <= Vote.heads_total,
    ratio(Vote.heads_agreeing, Vote.heads_total) >= LIFT,
    label="单元（栋）三分之二以上业主同意",
    clause=HNPM / "59②",
)
LIFT_BY_BOTH = all_of(
    LIFT_BY_HEADS,
    Vote.area_agreeing <= Vote.area_total,
    ratio(Vote.area_agreeing, Vote.area_total) >= LIFT,
)
FEW_OBJECT = all_of(
    _counts_fit(Vote.area_opposing, Vote.heads_opposing),
    ratio(Vote.area_opposing, Vote.area_total) <= OBJECTIONS,
    ratio(Vote.heads_opposing, Vote.heads_total) <= OBJECTIONS,
    label="反对的面积和人数都不超过三分之一",
    clause=HNPM / "66③",
)


def _rule(
    kind: str, title: str, clause: str, own: Condition, now: Rule, law: str = "hnpm.vote_law"
) -> Rule:
    """A vote by Henan's own threshold, and by the Civil Code once it is in force."""
    return Rule(
        id=f"hnpm.vote.{kind}",
        title=title,
        means="业主的决定已经通过",
        topic=Topic.VOTE,
        subject=Vote,
        clause=HNPM / clause,
        when=reading(law, code=changes(CIVIL_CODE, before=own, since=now.when), own=own),
    )


elect = _rule("elect", "选举、罢免或者更换业主委员会成员", "22(三)", MORE_THAN_HALF, code.elect)
hire_company = _rule(
    "hire_company", "确定管理方式，选聘和解聘物业企业", "22(四)", MORE_THAN_HALF, code.hire_company
)
change_use = _rule(
    "change_use", "共用部分的使用、经营和收益分配", "22(七)", MORE_THAN_HALF, code.change_use
)
rebuild = _rule(
    "rebuild", "改建、重建建筑物及其附属设施", "22(八)", AT_LEAST_TWO_THIRDS, code.rebuild
)
raise_fund = _rule(
    "raise_fund", "筹集专项维修资金", "22(九)", AT_LEAST_TWO_THIRDS, code.raise_fund
)
use_fund = _rule(
    "use_fund",
    "使用专项维修资金",
    "22(九)",
    reading(
        "hnpm.fund_scope",
        unit=AT_LEAST_TWO_THIRDS,
        estate=all_of(Vote.body.is_one_of("estate"), AT_LEAST_TWO_THIRDS),
    ),
    code.use_fund,
)
other = _rule("other", "规约、规则、收费和其他重大事项", "22(十二)", MORE_THAN_HALF, code.other)
lift = _rule(
    "lift",
    "老旧小区加装电梯",
    "59②",
    reading("hnpm.lift_base", heads=LIFT_BY_HEADS, area_too=LIFT_BY_BOTH),
    code.lift,
)
objection = _rule(
    "objection", "异议表决使用维修资金", "66③", FEW_OBJECT, code.use_fund, law="hnpm.objection"
)
