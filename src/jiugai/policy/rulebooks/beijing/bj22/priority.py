"""Who comes first into the reserve pool and to approval (三(六), 三(一))."""

from jiugai.kernel.source import Text
from jiugai.policy.conditions import all_of, any_of, number, reading
from jiugai.policy.rule import Rule, Topic
from jiugai.policy.rulebooks.beijing.bj22.consensus import AGREED
from jiugai.policy.vocabulary import Estate

BJ22 = Text("bj22")

STRONG_WILL = reading(
    "bj22.strong_will",
    majority=Estate.consent_share > number("bj22.will_majority"),
    two_thirds=Estate.consent_share >= number("bj22.will_two_thirds"),
).called("改造意愿强")
WILLING = all_of(STRONG_WILL, Estate.removal_accepted, Estate.bears_duties)

priority = Rule(
    id="bj22.priority",
    title="优先纳入储备库",
    means="小区是工作重点，优先纳入项目储备库",
    topic=Topic.NEED,
    subject=Estate,
    clause=BJ22 / "三(六)③",
    when=reading(
        "bj22.complaints",
        reference=WILLING,
        some=WILLING & (Estate.complaint_count > 0),
        concentrated=WILLING & Estate.complaints_concentrated,
    ),
)

AGREED_AND_WILLING = (STRONG_WILL & AGREED).called("意愿强并达成共识")
PROPERTY_AND_REMOVAL = (Estate.property_after_works & Estate.removal_accepted).called(
    "落实物业管理并同意先行拆违"
)

approval = Rule(
    id="bj22.priority.approval",
    title="优先立项",
    means="项目优先立项实施",
    topic=Topic.NEED,
    subject=Estate,
    clause=BJ22 / "三(一)⑤",
    when=reading(
        "bj22.approval_priority",
        all=all_of(AGREED_AND_WILLING, Estate.investment_settled, PROPERTY_AND_REMOVAL),
        any=any_of(AGREED_AND_WILLING, Estate.investment_settled, PROPERTY_AND_REMOVAL),
    ),
)
