"""When the rebuilding of a dangerous or simple building may start, and its area (P14 三(二))."""

from jiugai.kernel.source import Text
from jiugai.policy.conditions import all_of, any_of
from jiugai.policy.rule import Rule, Topic
from jiugai.policy.rulebooks.beijing.p14 import danger
from jiugai.policy.vocabulary import Building

P14 = Text("p14")

start = Rule(
    id="p14.danger.start",
    title="改建可组织实施",
    means="改建项目可以组织实施",
    topic=Topic.GATE,
    subject=Building,
    clause=P14 / "三(二)⑥",
    when=all_of(
        Building.scheme_ready,
        any_of(
            all_of(Building.planning_conform, ~Building.city_study).called(
                "规划条件允许，直接实施", P14 / "三(二)⑦"
            ),
            all_of(Building.city_study, Building.city_opinion).called(
                "市级部门已明确意见", P14 / "三(二)⑧"
            ),
        ),
    ),
)

relocate = Rule(
    id="p14.danger.relocate",
    title="改建结合疏解腾退",
    means="改建项目结合疏解腾退政策实施",
    topic=Topic.ROUTE,
    subject=Building,
    clause=P14 / "三(二)⑨",
    when=all_of(danger.rebuild.met, Building.onsite_short),
)

extra_area = Rule(
    id="p14.danger.extra_area",
    title="改建适度增加面积",
    means="改建项目可以适度增加面积",
    topic=Topic.PERMIT,
    subject=Building,
    clause=P14 / "三(二)⑩",
    when=all_of(
        danger.rebuild.met,
        all_of(Building.area_pooled, label="增加的面积区域统筹", clause=P14 / "三(二)⑪"),
    ),
)
