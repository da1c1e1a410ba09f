"""What an estate must have before the reserve pool, the year's plan and the works (P14 三)."""

from jiugai.kernel.source import Text
from jiugai.policy.conditions import all_of, any_of, as_condition, reading
from jiugai.policy.rule import Rule, Topic
from jiugai.policy.vocabulary import Estate, Programme

P14 = Text("p14")

asked = Rule(
    id="p14.gate.asked",
    title="改造前征求居民意见",
    means="改造内容已征求居民意见",
    topic=Topic.GATE,
    subject=Estate,
    clause=P14 / "三(四)③",
    when=as_condition(Estate.residents_asked),
)

formed = Estate.owners_body.is_one_of("committee", "council").called("已组建业主组织")

body = Rule(
    id="p14.gate.body",
    title="业主组织已组建",
    means="业主组织的条件满足，可列入储备库",
    topic=Topic.GATE,
    subject=Estate,
    clause=P14 / "三(一)⑤",
    when=reading("p14.no_body", required=formed, street=any_of(formed, Estate.body_hard_to_form)),
)

property_company = Rule(
    id="p14.gate.property",
    title="物业企业与服务标准已确定",
    means="物业服务的条件满足，可列入储备库",
    topic=Topic.GATE,
    subject=Estate,
    clause=P14 / "三(一)⑥",
    when=all_of(Estate.property_settled, Estate.service_standard_settled),
)

signed = all_of(
    Estate.service_standard_settled,
    Estate.fee_agreed,
    Estate.property_agreement,
    label="标准和收费已商定并签订协议",
)

agreement = Rule(
    id="p14.gate.agreement",
    title="改造前落实物业服务",
    means="物业服务已落实，改造可以实施",
    topic=Topic.GATE,
    subject=Estate,
    clause=P14 / "三(八)⑤",
    when=reading(
        "p14.agreement_or_trial",
        either=any_of(signed, Estate.property_trial),
        signed=signed,
    ),
)

chain = all_of(
    Estate.applicant.is_one_of("community", "committee", "council").called(
        "居委会、业委会或物管会提出申请", P14 / "附件1(3)①"
    ),
    Estate.residents_asked,
    Estate.street_reported,
    Estate.district_reviewed,
    Estate.conference_confirmed,
    label="逐级申报并经市联席会通过",
)

application = Rule(
    id="p14.gate.application",
    title="列入全市改造计划",
    means="申报程序走完，小区可列入全市改造计划",
    topic=Topic.GATE,
    subject=Estate,
    clause=P14 / "三(一)⑦",
    when=reading("p14.task_system", bottom_up=chain, either=any_of(chain, Estate.task_assigned)),
)

affordability = Rule(
    id="p14.gate.affordability",
    title="财政承受能力已评估",
    means="年度任务计划可以确定",
    topic=Topic.GATE,
    subject=Programme,
    clause=P14 / "三(一)⑨",
    when=as_condition(Programme.affordability_assessed),
)
