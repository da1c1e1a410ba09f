"""The service contract and the maintenance fund (PMR 34, 53, 54)."""

from jiugai.kernel.source import Text
from jiugai.policy.conditions import all_of, any_of, number, ratio, reading
from jiugai.policy.rule import Rule, Topic
from jiugai.policy.vocabulary import Fund, Management

PMR = Text("pmr")

contract = Rule(
    id="pmr.contract",
    title="书面物业服务合同",
    means="物业服务合同是书面订立的",
    topic=Topic.MANAGEMENT,
    subject=Management,
    clause=PMR / "34①",
    when=Management.contract_written,
)

fund_use = Rule(
    id="pmr.fund.use",
    title="维修资金的用途",
    means="用途符合规定：保修期满的共用部位和设施",
    topic=Topic.FUND,
    subject=Fund,
    clause=PMR / "53②",
    when=all_of(Fund.for_common_parts, Fund.warranty_ended),
)

TOPPING_UP = ratio(Fund.common_income_to_fund, Fund.common_income)
MOST = number("pmr.income_share")

income = Rule(
    id="pmr.fund.income",
    title="公共收益的用途",
    means="公共收益主要补充维修资金，或按业主决定使用",
    topic=Topic.FUND,
    subject=Fund,
    clause=PMR / "54②",
    when=any_of(
        reading(
            "pmr.income",
            over_half=TOPPING_UP > MOST,
            half=TOPPING_UP >= MOST,
        ).called("主要用于补充维修资金"),
        Fund.income_use_decided,
    ),
)
