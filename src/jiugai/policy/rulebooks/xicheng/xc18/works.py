"""What the menu makes of a building or a project (XC18 二(二), 附件)."""

from jiugai.kernel.source import Text
from jiugai.policy.conditions import any_of, reading
from jiugai.policy.rule import Rule, Topic
from jiugai.policy.rulebooks.xicheng.xc18.scope import below_standard, dangerous
from jiugai.policy.vocabulary import Building, Project

XC18 = Text("xc18")

optional = Rule(
    id="xc18.optional",
    title="自选类的前提",
    means="项目可以做自选类内容",
    topic=Topic.ROUTE,
    subject=Project,
    clause=XC18 / "二(二)④",
    when=reading(
        "xc18.basic_done",
        same_works=Project.basic_state.is_one_of("done", "together"),
        done_only=Project.basic_state.is_one_of("done"),
    ).called("基础类已实施")
    & Project.optional_agreed,
)

seismic = Rule(
    id="xc18.need.seismic",
    title="需抗震加固和节能改造",
    means="楼栋应同时做抗震加固和节能改造",
    topic=Topic.NEED,
    subject=Building,
    clause=XC18 / "附件 楼本体 基础类 5",
    when=Building.seismic_needed,
)

energy = Rule(
    id="xc18.need.energy",
    title="需节能改造",
    means="楼栋应做节能改造",
    topic=Topic.NEED,
    subject=Building,
    clause=XC18 / "附件 楼本体 基础类 6",
    when=below_standard(Building),
)

guards = Rule(
    id="xc18.need.guards",
    title="需拆除外窗护栏",
    means="楼栋应拆除各层外窗护栏，一层改装隐形护栏",
    topic=Topic.NEED,
    subject=Building,
    clause=XC18 / "附件 楼本体 基础类 10",
    when=reading(
        "xc18.guards",
        mandatory=Building.has_guards,
        consent=Building.has_guards & Building.guard_consent,
    ),
)

rebuild = Rule(
    id="xc18.rebuild",
    title="解危排险或拆除重建",
    means="楼栋可以先排除危险，也可以拆了重建",
    topic=Topic.ROUTE,
    subject=Building,
    clause=XC18 / "三(四)⑧",
    when=any_of(
        Building.simple,
        dangerous(Building) & ~Building.worth_strengthening,
        label="简易住宅楼，或没有加固价值的危房",
    ),
)

new_buildings = Rule(
    id="xc18.new_buildings",
    title="新增建筑服务本小区",
    means="没有新增建筑物，或其功能和服务对象已明确且服务小区居民",
    topic=Topic.GATE,
    subject=Project,
    clause=XC18 / "三(四)⑦",
    when=any_of(~Project.adds_buildings, Project.new_use_stated & Project.new_serves_residents),
)
