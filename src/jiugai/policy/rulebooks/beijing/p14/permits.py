"""What need not be applied for, and what is approved on a commitment (P14 三(七), 附件3(八))."""

from jiugai.kernel.source import Text
from jiugai.policy.conditions import all_of, any_of, reading
from jiugai.policy.rule import Rule, Topic
from jiugai.policy.vocabulary import Estate, Project

P14 = Text("p14")

title_kept = ~Project.land_title_changed
conditions_kept = ~Project.planning_conditions_changed

no_land_use = Rule(
    id="p14.permit.no_land_use",
    title="免办用地规划许可",
    means="项目无需办理用地规划许可",
    topic=Topic.PERMIT,
    subject=Project,
    clause=P14 / "附件3(八)2",
    when=reading(
        "p14.land_use_or",
        neither=all_of(title_kept, conditions_kept),
        one_suffices=any_of(title_kept, conditions_kept),
    ),
)

no_formalities = Rule(
    id="p14.permit.no_formalities",
    title="免办新增用地、限额以上相关手续",
    means="项目免予办理相关手续",
    topic=Topic.PERMIT,
    subject=Project,
    clause=P14 / "三(七)㉑",
    when=all_of(~Project.new_land, ~Project.new_above_limit),
)

commitment = Rule(
    id="p14.permit.commitment",
    title="告知承诺办理",
    means="该审批事项可按告知承诺办理",
    topic=Topic.PERMIT,
    subject=Project,
    clause=P14 / "附件3(八)3①",
    when=all_of(Project.correctable_afterwards, ~Project.severe_consequences),
)

relaxed_planning = Rule(
    id="p14.permit.relaxed_planning",
    title="适当放宽规划管控要求",
    means="可适当放宽建筑密度、容积率等要求",
    topic=Topic.PERMIT,
    subject=Estate,
    clause=P14 / "三(七)⑲",
    when=all_of(Estate.services_lacking, Estate.works_constrained),
)
