"""The management council that a sub-district may set up instead (BPM 52–59)."""

from jiugai.kernel.source import Text
from jiugai.policy.conditions import (
    Condition,
    TheDay,
    all_of,
    any_of,
    elapsed,
    is_odd,
    number,
    ratio,
    reading,
    still_within,
)
from jiugai.policy.rule import Rule, Topic
from jiugai.policy.rulebooks.beijing.bpm import formation
from jiugai.policy.vocabulary import Body

BPM = Text("bpm")


def _rule(name: str, title: str, means: str, clause: str, when: Condition) -> Rule:
    return Rule(f"bpm.body.{name}", title, means, Topic.MANAGEMENT, Body, BPM / clause, when)


council_may = _rule(
    "council_may",
    "可以组建物业管理委员会",
    "街道办事处、乡镇人民政府可以组建物业管理委员会",
    "53",
    any_of(
        reading(
            "bpm.assembly_condition",
            delivery=~formation.HALF_DELIVERED,
            applicants=~formation.may_apply.met,
        ).called("不具备成立业主大会的条件", BPM / "53(一)"),
        all_of(
            ~Body.assembly_formed,
            Body.assembly_difficult,
            label="具备条件但确有困难未成立",
            clause=BPM / "53(二)",
        ),
        all_of(
            Body.assembly_formed,
            ~Body.committee_elected,
            label="已成立业主大会但未选出业主委员会",
            clause=BPM / "53(三)",
        ),
    ),
)
council = _rule(
    "council",
    "物业管理委员会组成合规",
    "物业管理委员会的人数、业主代表比例和主任、副主任合规",
    "54①",
    all_of(
        Body.members >= number("bpm.council_members"),
        is_odd(Body.members).called("委员人数为单数"),
        Body.owner_members <= Body.members,
        ratio(Body.owner_members, Body.members) >= number("bpm.council_owner_share"),
        all_of(
            Body.led_by_community,
            Body.deputy_is_owner,
            label="主任来自居委会，副主任为业主代表",
            clause=BPM / "54②",
        ),
    ),
)
council_filed = _rule(
    "council_filed",
    "物业管理委员会按期办理业主大会备案",
    "已按期申请备案，或者尚未成立业主大会而无须备案",
    "55①",
    any_of(
        ~Body.assembly_formed,
        elapsed(Body.council_formed_on, Body.filed_on, unit="days")
        <= number("bpm.council_filing_days"),
    ),
)
council_in_term = _rule(
    "council_in_term",
    "物业管理委员会在任期内",
    "当日物业管理委员会在任期内",
    "58",
    reading(
        "bpm.council_term",
        strict=still_within(
            Body.council_formed_on, number("bpm.council_term_years"), unit="years"
        ),
        general=Body.council_formed_on <= TheDay(),
    ),
)
council_dissolved = _rule(
    "council_dissolved",
    "按期解散物业管理委员会",
    "业主委员会备案后已按期解散物业管理委员会",
    "59",
    elapsed(Body.committee_filed_on, Body.dissolved_on, unit="days")
    <= number("bpm.council_dissolved_days"),
)
