"""The maintenance fund: when to top it up, how it may be used (BPM 74, 83–86)."""

from jiugai.kernel.source import Text
from jiugai.policy.conditions import Condition, all_of, any_of, number, ratio, reading
from jiugai.policy.rule import Rule, Topic
from jiugai.policy.vocabulary import Fund

BPM = Text("bpm")


def _rule(name: str, title: str, means: str, clause: str, when: Condition) -> Rule:
    return Rule(f"bpm.fund.{name}", title, means, Topic.FUND, Fund, BPM / clause, when)


common_income = _rule(
    "common_income",
    "公共收益已优先补充维修资金",
    "公共收益已按比例优先补充维修资金，或者无须补充",
    "74②",
    any_of(
        ~(ratio(Fund.balance, Fund.initial_due) < number("bpm.fund_floor")).called(
            "余额不足首期应筹集金额的百分之三十"
        ),
        ~(Fund.common_income > 0).called("有公共收益"),
        (
            ratio(Fund.common_income_to_fund, Fund.common_income)
            >= number("bpm.common_income_share")
        ).called("一半以上用于补充"),
    ),
)
top_up_due = _rule(
    "top_up_due",
    "应当补足维修资金",
    "余额不足百分之三十，应当通知、督促业主补足",
    "83①",
    reading(
        "bpm.fund_base",
        due=ratio(Fund.balance, Fund.initial_due) < number("bpm.top_up_floor"),
        raised=ratio(Fund.balance, Fund.initial_raised) < number("bpm.top_up_floor"),
    ),
)
self_managed = _rule(
    "self_managed",
    "可以自行管理维修资金",
    "业主大会可以以自己名义的专用账户自行管理维修资金",
    "84②",
    all_of(Fund.committee_elected, Fund.self_managing_decided, Fund.own_account),
)
usable = _rule(
    "usable",
    "可以使用维修资金",
    "用途和时间符合规定，且已共同决定（紧急维修按专门程序）",
    "85",
    all_of(
        all_of(
            Fund.established,
            Fund.for_common_parts,
            Fund.warranty_ended,
            label="用于保修期满的共用部位和设施",
        ),
        any_of(
            Fund.use_decided,
            Fund.urgent,
            label="已共同决定，或者属于紧急维修",
            clause=BPM / "34①(五)",
        ),
    ),
)
owners_pay = _rule(
    "owners_pay",
    "没有维修资金时由业主分摊",
    "没有维修资金，维修费用由相关业主分摊",
    "86②",
    reading(
        "bpm.no_fund_repairs",
        owners=~Fund.established,
        owner_unit=all_of(~Fund.established, ~Fund.has_owner_unit),
    ),
)
