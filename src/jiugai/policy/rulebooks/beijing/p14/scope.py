"""Which estates the plan reaches by their year (P14 一(二), 三(一))."""

from jiugai.kernel.source import Text
from jiugai.policy.conditions import number, reading
from jiugai.policy.rule import Rule, Topic
from jiugai.policy.vocabulary import Estate

P14 = Text("p14")
LAST_YEAR = number("p14.last_year")

built = Rule(
    id="p14.scope",
    title="2000年底前建成",
    means="小区的建成年代在规划的改造对象之内（是否需要改造另行判断）",
    topic=Topic.SCOPE,
    subject=Estate,
    clause=P14 / "一(二)①",
    when=reading(
        "p14.year_2000",
        through=Estate.built_year <= LAST_YEAR,
        before=Estate.built_year < LAST_YEAR,
    ),
)
