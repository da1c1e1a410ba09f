"""Which estates come first (P14 三(一))."""

from jiugai.kernel.source import Text
from jiugai.policy.conditions import all_of, number, reading
from jiugai.policy.rule import Rule, Topic
from jiugai.policy.vocabulary import Estate

P14 = Text("p14")

demands = Rule(
    id="p14.priority.demands",
    title="12345 诉求集中",
    means="小区是群众工作的重点，编制年度计划时优先考虑",
    topic=Topic.ROUTE,
    subject=Estate,
    clause=P14 / "三(一)③",
    when=reading(
        "p14.complaints",
        marked=Estate.complaints_concentrated,
        any=Estate.complaint_count > 0,
    ),
)

willing = all_of(
    reading(
        "p14.residents_agree",
        majority=Estate.consent_share > number("p14.consent_majority"),
        three_quarters=Estate.consent_share >= number("p14.consent_three_quarters"),
        voted=Estate.works_resolved,
    ).called("居民同意改造"),
    Estate.bears_duties,
)

pool = Rule(
    id="p14.priority",
    title="优先纳入储备库",
    means="小区优先纳入改造项目储备库",
    topic=Topic.ROUTE,
    subject=Estate,
    clause=P14 / "三(一)④",
    when=reading("p14.priority_join", joint=all_of(demands.met, willing), consent=willing),
)
