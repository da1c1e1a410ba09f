"""The preparatory steps, in the order of the text (BJ20 二(一)2–7)."""

from jiugai.kernel.source import Text
from jiugai.policy.conditions import all_of, any_of, reading
from jiugai.policy.rule import Rule, Topic
from jiugai.policy.vocabulary import Estate, Programme

BJ20 = Text("bj20")

formed = reading(
    "bj20.body_kind",
    named=Estate.owners_body.is_one_of("committee", "council"),
    other=Estate.owners_body.is_one_of("committee", "council", "deliberation"),
).called("业主组织已组建")

owners_body = Rule(
    id="bj20.gate.owners_body",
    title="业主组织已组建",
    means="前期工作中已完成业主组织的组建",
    topic=Topic.GATE,
    subject=Estate,
    clause=BJ20 / "二(一)2",
    when=reading(
        "bj20.no_body", body_first=formed, street=any_of(formed, Estate.body_hard_to_form)
    ),
)

menu = Rule(
    id="bj20.gate.menu",
    title="整治菜单已拟定",
    means="已征集居民诉求并初步拟定整治内容菜单",
    topic=Topic.GATE,
    subject=Estate,
    clause=BJ20 / "二(一)3②",
    when=all_of(Estate.residents_asked, Estate.menu_drafted),
)

parties = Rule(
    id="bj20.gate.parties",
    title="投资主体和实施主体已明确",
    means="区里已明确项目的投资主体和实施主体",
    topic=Topic.GATE,
    subject=Estate,
    clause=BJ20 / "二(一)4①",
    when=all_of(Estate.investor_named, Estate.implementer_named),
)

affordability = Rule(
    id="bj20.gate.affordability",
    title="已评估财政承受能力",
    means="确定年度项目之前已做财政可承受能力评估",
    topic=Topic.GATE,
    subject=Programme,
    clause=BJ20 / "二(一)5①",
    when=Programme.affordability_assessed,
)

confirmation = Rule(
    id="bj20.gate.confirmation",
    title="市联席会已确认",
    means="市联席会已审议确认项目并下发确认文件",
    topic=Topic.GATE,
    subject=Estate,
    clause=BJ20 / "二(一)5③",
    when=Estate.conference_confirmed,
)

review = Rule(
    id="bj20.gate.review",
    title="设计方案已经责任规划师审查",
    means="设计方案已经责任规划师审查",
    topic=Topic.GATE,
    subject=Estate,
    clause=BJ20 / "二(一)6②",
    when=reading("bj20.review", reviewed=Estate.planner_reviewed, passed=Estate.planner_passed),
)

publicity = Rule(
    id="bj20.gate.publicity",
    title="设计方案已公示",
    means="设计方案已在小区内公示",
    topic=Topic.GATE,
    subject=Estate,
    clause=BJ20 / "二(一)6③",
    when=Estate.design_published,
)

signed = all_of(
    Estate.service_standard_settled,
    Estate.fee_agreed,
    Estate.property_agreement,
    label="居民同意服务和收费标准，并签订协议",
)

property_service = Rule(
    id="bj20.gate.property",
    title="物业服务协议已签订",
    means="居民同意物业服务和收费标准并已签订协议，项目可以实施",
    topic=Topic.GATE,
    subject=Estate,
    clause=BJ20 / "二(一)7①",
    when=reading("bj20.agreement", signed=signed, trial=any_of(signed, Estate.property_trial)),
)
