"""What holds during the works and for single buildings (BJ20 二(二), 附件)."""

from jiugai.kernel.source import Text
from jiugai.policy.conditions import all_of, any_of
from jiugai.policy.rule import Rule, Topic
from jiugai.policy.vocabulary import Building, Project

BJ20 = Text("bj20")

cures_first = Rule(
    id="bj20.cures_first",
    title="治理类内容已先完成",
    means="治理类内容已经完成，改造类内容可以开始",
    topic=Topic.GATE,
    subject=Project,
    clause=BJ20 / "二(二)2",
    when=all_of(
        Project.illegal_removed,
        Project.locks_removed,
        Project.wall_holes_cured,
        Project.basements_cured,
    ),
)

new_buildings = Rule(
    id="bj20.new_buildings",
    title="新增建筑服务本小区",
    means="没有新增建筑物，或其功能和服务对象已明确且服务小区居民",
    topic=Topic.GATE,
    subject=Project,
    clause=BJ20 / "附件 各区政府⑧",
    when=any_of(~Project.adds_buildings, Project.new_use_stated & Project.new_serves_residents),
)

rebuild = Rule(
    id="bj20.rebuild",
    title="解危排险或拆除重建",
    means="楼栋可以先排除危险，也可以拆了重建",
    topic=Topic.ROUTE,
    subject=Building,
    clause=BJ20 / "附件 各区政府⑪",
    when=any_of(
        Building.simple,
        Building.danger.is_one_of("c", "d") & ~Building.worth_strengthening,
        label="简易住宅楼，或没有加固价值的危房",
    ),
)
