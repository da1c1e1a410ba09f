"""What a year's plan must contain and who pays for its basic works (P14 三(一), 附件3(四))."""

from jiugai.kernel.source import Text
from jiugai.policy.conditions import number, ratio, reading
from jiugai.policy.rule import Rule, Topic
from jiugai.policy.vocabulary import Programme

P14 = Text("p14")
MIN = number("p14.basic_share_min")

basic_share = Rule(
    id="p14.basic_share",
    title="基础类任务不低于下限",
    means="市属年度计划的基础类任务占比达到要求",
    topic=Topic.FINANCE,
    subject=Programme,
    clause=P14 / "三(一)⑩",
    when=reading(
        "p14.task_unit",
        area=ratio(Programme.basic_floor_area_m2, Programme.floor_area_m2) >= MIN,
        estates=ratio(Programme.basic_estate_count, Programme.estate_count) >= MIN,
        households=ratio(Programme.basic_household_count, Programme.household_count) >= MIN,
        investment=ratio(Programme.basic_cost, Programme.cost) >= MIN,
    ),
)

basic_government = Rule(
    id="p14.finance.basic_government",
    title="基础类以政府补贴为主",
    means="年度计划的基础类改造资金以政府资金为主",
    topic=Topic.FINANCE,
    subject=Programme,
    clause=P14 / "附件3(四)",
    when=reading(
        "p14.mainly",
        over_half=ratio(Programme.basic_government, Programme.basic_cost)
        > number("p14.basic_government_share"),
        largest=Programme.basic_government > Programme.basic_largest_other,
    ),
)
