"""How an estate is kept after the works (KF19 六(五))."""

from jiugai.kernel.source import Text
from jiugai.policy.conditions import any_of, reading
from jiugai.policy.rule import Rule, Topic
from jiugai.policy.vocabulary import Estate, Management

KF19 = Text("kf19")

long_term = Rule(
    id="kf19.management",
    title="长效管理方案",
    means="改造后的长效管理方案已制定",
    topic=Topic.MANAGEMENT,
    subject=Management,
    clause=KF19 / "六(五)①",
    when=Management.long_term_plan,
)

bundle = Rule(
    id="kf19.management.bundle",
    title="小而散的小区连片打包",
    means="小区可以连片打包引入物业企业",
    topic=Topic.MANAGEMENT,
    subject=Management,
    clause=KF19 / "六(五)②",
    when=reading(
        "kf19.small_scattered",
        county=Management.small_scattered.is_one_of("district"),
        street=Management.small_scattered.is_one_of("district", "street"),
    ),
)

self_rule = Rule(
    id="kf19.management.self_rule",
    title="物业企业或业主自治",
    means="有物业企业管理，或者已选出业主委员会自治",
    topic=Topic.MANAGEMENT,
    subject=Estate,
    clause=KF19 / "六(五)③",
    when=any_of(Estate.property_settled, Estate.owners_body.is_one_of("committee")),
)
