"""Inspection, risk grade and the client's own management (七(五), 五(十), 三(九))."""

from jiugai.kernel.source import Text
from jiugai.policy.conditions import all_of, any_of, number, reading, still_within
from jiugai.policy.rule import Rule, Topic
from jiugai.policy.vocabulary import Project

BJ22 = Text("bj22")

monthly = Rule(
    id="bj22.inspection.monthly",
    title="每月监督抽查",
    means="监督抽查每月不少于一次",
    topic=Topic.TEST,
    subject=Project,
    clause=BJ22 / "七(五)⑤",
    when=reading(
        "bj22.inspection_month",
        calendar=Project.fewest_inspections >= number("bj22.inspections_per_month"),
        rolling=still_within(
            Project.inspected_on, number("bj22.inspection_months"), unit="months"
        ),
    ),
)

NOT_STARTED = Project.stage.is_one_of("not_started")
NOT_COMPLETED = Project.stage.is_one_of("not_started", "in_works")

presence = Rule(
    id="bj22.inspection.presence",
    title="开工、建设、竣工到现场",
    means="到当前阶段为止，监管责任人该到场的都已到场",
    topic=Topic.TEST,
    subject=Project,
    clause=BJ22 / "七(五)⑥",
    when=all_of(
        any_of(NOT_STARTED, Project.inspected_at_start),
        any_of(NOT_COMPLETED, Project.inspected_in_works & Project.inspected_at_completion),
    ),
)

risk_grade = Rule(
    id="bj22.risk_grade",
    title="风险等级不低于较大",
    means="风险等级按不低于较大风险管控",
    topic=Topic.TEST,
    subject=Project,
    clause=BJ22 / "五(十)②",
    when=Project.risk_grade.is_one_of("major", "larger"),
)

client_management = Rule(
    id="bj22.client_management",
    title="专业管理",
    means="建设单位具备管理条件，或者已委托专业管理",
    topic=Topic.GATE,
    subject=Project,
    clause=BJ22 / "三(九)⑧",
    when=any_of(Project.client_capable, Project.consultant_engaged),
)
