"""Which projects need no construction permit (KF19 六(四))."""

from jiugai.kernel.source import Text
from jiugai.policy.conditions import all_of, any_of, reading
from jiugai.policy.rule import Rule, Topic
from jiugai.policy.vocabulary import Project

KF19 = Text("kf19")

STRUCTURE = reading(
    "kf19.waiver_or",
    neither=all_of(~Project.changes_main_structure, ~Project.overloads_floors),
    literal=any_of(~Project.changes_main_structure, ~Project.overloads_floors),
).called("不动主体承重结构，不超设计荷载", KF19 / "六(四)②")

OUTSIDE = all_of(
    ~Project.touches_facade,
    ~Project.adds_on_roof,
    ~Project.planning_conditions_changed,
    label="不动外立面、屋顶和规划条件",
    clause=KF19 / "六(四)③",
)

permit_waiver = Rule(
    id="kf19.permit_waiver",
    title="施工许可豁免",
    means="项目可以不办施工许可",
    topic=Topic.PERMIT,
    subject=Project,
    clause=KF19 / "六(四)②",
    when=reading(
        "kf19.waiver_bind",
        both=all_of(STRUCTURE, OUTSIDE),
        either=any_of(STRUCTURE, OUTSIDE),
    ),
)
