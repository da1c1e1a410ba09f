"""The maintenance fund and income from common parts (HNPM 63–70)."""

from jiugai.kernel.source import Text
from jiugai.policy.conditions import Condition, all_of, any_of, any_source, number, ratio, reading
from jiugai.policy.rule import Rule, Topic
from jiugai.policy.vocabulary import Fund

HNPM = Text("hnpm")
TOP_UP = number("hnpm.top_up_share")
TOPPING_UP = ratio(Fund.common_income_to_fund, Fund.common_income)
MOST = number("hnpm.income_share")


def _rule(name: str, title: str, means: str, clause: str, when: Condition) -> Rule:
    return Rule(f"hnpm.fund.{name}", title, means, Topic.FUND, Fund, HNPM / clause, when)


income = _rule(
    "income",
    "公共收益的用途",
    "公共收益主要补充维修资金，或按业主决定使用",
    "63②",
    any_of(
        reading("hnpm.income", over_half=TOPPING_UP > MOST, half=TOPPING_UP >= MOST).called(
            "主要用于补充维修资金"
        ),
        Fund.income_use_decided,
    ),
)
use = _rule(
    "use",
    "维修资金的用途",
    "用途符合规定：保修期满的共用部位和设施",
    "65②",
    all_of(Fund.for_common_parts, Fund.warranty_ended),
)
self_managed = _rule(
    "self_managed",
    "可以自行管理维修资金",
    "业主大会可以自行管理维修资金",
    "67③",
    all_of(Fund.self_managing_decided, Fund.own_account),
)
top_up_due = _rule(
    "top_up_due",
    "应当续筹维修资金",
    "余额不足首期的三成，应当续筹",
    "68①",
    reading(
        "hnpm.top_up_base",
        raised=ratio(Fund.balance, Fund.initial_raised) < TOP_UP,
        due=ratio(Fund.balance, Fund.initial_due) < TOP_UP,
    ),
)
emergency = _rule(
    "emergency",
    "应急维修可即时拨付",
    "属于紧急情况，可以即时核准拨付维修资金",
    "70②",
    any_source(
        Fund.emergency_kind.is_one_of("lift_fire", "leak", "facade", "drain", "railing", "other"),
        Fund.urgent,
        label="属于六类紧急情况",
        clause=HNPM / "70①",
    ),
)
