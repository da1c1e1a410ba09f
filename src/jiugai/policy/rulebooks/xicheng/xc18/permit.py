"""Permits and filing before the works, hand-over after them (XC18 三(二), 三(五))."""

from jiugai.kernel.source import Text
from jiugai.policy.conditions import all_of, number
from jiugai.policy.rule import Rule, Topic
from jiugai.policy.vocabulary import Project

XC18 = Text("xc18")

permit = Rule(
    id="xc18.permit",
    title="须办理施工许可",
    means="工程应按装饰装修类办理施工许可",
    topic=Topic.PERMIT,
    subject=Project,
    clause=XC18 / "三(五)⑤",
    # "以上" includes the number itself (CC 1259); both limits must be reached.
    when=all_of(
        (Project.investment >= number("xc18.permit_investment")).called("工程投资额达到下限"),
        (Project.floor_area_m2 >= number("xc18.permit_area")).called("建筑面积达到下限"),
    ),
)

filing = Rule(
    id="xc18.filing",
    title="开工前已报备",
    means="项目实施前已向规划、住建和消防部门报备",
    topic=Topic.GATE,
    subject=Project,
    clause=XC18 / "三(五)⑦",
    when=all_of(Project.filed_planning, Project.filed_housing, Project.filed_fire),
)

pipes = Rule(
    id="xc18.pipes",
    title="应移交专业管线",
    means="整治已完成，公共区域的专业管线应移交专业公司",
    topic=Topic.MANAGEMENT,
    subject=Project,
    clause=XC18 / "三(二)⑩",
    when=Project.stage.is_one_of("completed") & ~Project.pipes_handed_over,
)
