"""What needs consensus before approval, and the exception for public safety (三(三))."""

from jiugai.kernel.source import Text
from jiugai.policy.conditions import all_of, any_of, any_source, number, reading
from jiugai.policy.rule import Rule, Topic
from jiugai.policy.vocabulary import Component, Estate

BJ22 = Text("bj22")

OVER_HALF = Estate.consent_share > number("bj22.consensus_majority")

AGREED = reading(
    "bj22.consensus",
    majority=any_source(Estate.works_resolved, OVER_HALF),
    vote=Estate.works_resolved,
    two_thirds=Estate.consent_share >= number("bj22.consensus_two_thirds"),
    all=Estate.consent_share >= number("bj22.consensus_all"),
).called("已达成共识")

SAFETY = all_of(
    Estate.safety_works,
    Estate.consensus_outreach_done,
    label="涉及公共安全、公共利益且已做群众工作",
    clause=BJ22 / "三(三)②",
)

consensus = Rule(
    id="bj22.gate.consensus",
    title="凝聚共识在前",
    means="小区就改造内容已达成共识",
    topic=Topic.GATE,
    subject=Estate,
    clause=BJ22 / "三(三)①",
    when=reading("bj22.public_safety", part=AGREED, project=AGREED | SAFETY, never=AGREED),
)

ALONE = (Component.households_concerned < number("bj22.consensus_households")).called("只涉及一户")
PART_AGREED = ALONE | Component.consensus_reached
PART_SAFETY = all_of(
    Component.public_safety,
    Component.outreach_done,
    label="涉及公共安全、公共利益且已做群众工作",
    clause=BJ22 / "三(三)②",
)

consensus_part = Rule(
    id="bj22.consensus.part",
    title="改造部位的共识",
    means="该部位可以立项实施",
    topic=Topic.GATE,
    subject=Component,
    clause=BJ22 / "三(三)①",
    when=reading(
        "bj22.public_safety",
        part=any_of(PART_AGREED, PART_SAFETY),
        project=any_of(PART_AGREED, PART_SAFETY),
        never=PART_AGREED,
    ),
)
