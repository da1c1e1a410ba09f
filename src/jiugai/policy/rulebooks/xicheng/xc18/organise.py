"""Who decides, and what must be settled before the works begin (XC18 三(二)–(四))."""

from jiugai.kernel.source import Text
from jiugai.policy.conditions import all_of, any_of, number, reading
from jiugai.policy.rule import Rule, Topic
from jiugai.policy.vocabulary import Estate

XC18 = Text("xc18")

has_body = Estate.owners_body.is_one_of("committee", "council", "deliberation").called(
    "已成立业主组织", XC18 / "三(二)③"
)
no_body = Estate.owners_body.is_one_of("none")

street_decides = Rule(
    id="xc18.street_decides",
    title="街道组织确定菜单和物业事项",
    means="难以成立业主组织，由街道办事处组织确定",
    topic=Topic.ROUTE,
    subject=Estate,
    clause=XC18 / "三(二)⑤",
    when=reading("xc18.hard_to_form", shown=no_body & Estate.body_hard_to_form, absent=no_body),
)

decider = reading(
    "xc18.no_body", street=any_of(has_body, street_decides.met), body_first=has_body
).called("有权作决定的一方已经具备", XC18 / "三(二)③")

quasi = Rule(
    id="xc18.quasi",
    title="应实行准物业管理",
    means="小区暂无条件实施物业管理，应实行准物业管理",
    topic=Topic.MANAGEMENT,
    subject=Estate,
    clause=XC18 / "三(二)⑥",
    when=reading(
        "xc18.no_conditions", shown=~Estate.property_ready, no_company=~Estate.property_settled
    ),
)

menu = Rule(
    id="xc18.gate.menu",
    title="整治菜单已由有权者确定",
    means="整治菜单已由业主组织或依法代定的街道确定",
    topic=Topic.GATE,
    subject=Estate,
    clause=XC18 / "三(二)③",
    when=Estate.menu_settled & decider,
)

consent = Rule(
    id="xc18.gate.consent",
    title="已征得居民同意",
    means="小区居民同意整治，可以组织实施",
    topic=Topic.GATE,
    subject=Estate,
    clause=XC18 / "三(二)⑧",
    when=reading(
        "xc18.consent",
        majority=Estate.consent_share > number("xc18.consent_majority"),
        resolved=Estate.works_resolved,
    ),
)

service = Rule(
    id="xc18.gate.service",
    title="后期物业服务已明确",
    means="改造后的物业服务已经明确，可以组织实施",
    topic=Topic.GATE,
    subject=Estate,
    clause=XC18 / "三(二)⑨",
    when=Estate.service_mode_settled
    & any_of(
        all_of(
            Estate.property_settled,
            Estate.service_standard_settled,
            Estate.fee_agreed,
            decider,
            label="物业服务企业、标准和费用已由有权者确定",
            clause=XC18 / "三(二)③",
        ),
        quasi.met,
    ),
)

plan = Rule(
    id="xc18.gate.plan",
    title="年度计划已获市级批准",
    means="小区所在的年度计划已获批准，可以下达实施",
    topic=Topic.GATE,
    subject=Estate,
    clause=XC18 / "三(三)④",
    when=Estate.conference_confirmed,
)

publicity = Rule(
    id="xc18.gate.publicity",
    title="设计方案已公示",
    means="改造设计方案已在小区内公示",
    topic=Topic.GATE,
    subject=Estate,
    clause=XC18 / "三(四)⑥",
    when=Estate.design_published,
)
