"""Owners' body, property company and standard before the annual plan (三(七))."""

from jiugai.kernel.source import Text
from jiugai.policy.conditions import all_of, reading
from jiugai.policy.rule import Rule, Topic
from jiugai.policy.vocabulary import Estate

BJ22 = Text("bj22")

# This clause itself names the council beside the committee.
BODY = Estate.owners_body.is_one_of("committee", "council").called("业主组织已组建")
SETTLED = (Estate.property_settled & Estate.service_standard_settled).called(
    "物业服务企业与服务标准已确定"
)

property_first = Rule(
    id="bj22.gate.property",
    title="物业管理在前",
    means="业主组织、物业企业和服务标准都已落实",
    topic=Topic.GATE,
    subject=Estate,
    clause=BJ22 / "三(七)②",
    when=reading("bj22.no_body", body_first=all_of(BODY, SETTLED), street=SETTLED),
)
