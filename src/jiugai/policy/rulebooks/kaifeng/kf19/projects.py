"""What a project must have before it starts, and what helps it to money (KF19 三, 七)."""

from jiugai.kernel.source import Text
from jiugai.policy.conditions import all_of, number, reading
from jiugai.policy.rule import Rule, Topic
from jiugai.policy.vocabulary import Contribution, Project

KF19 = Text("kf19")

ready = Rule(
    id="kf19.ready",
    title="具备开工条件",
    means="立项、设计、预算、评审和公开招标都已完成",
    topic=Topic.GATE,
    subject=Project,
    clause=KF19 / "三③",
    when=all_of(
        Project.approved,
        Project.designed,
        Project.budgeted,
        Project.cost_reviewed,
        Project.tendered,
    ),
)

fund_priority = Rule(
    id="kf19.fund_priority",
    title="补助资金优先支持",
    means="各级补助资金可以优先支持这个项目",
    topic=Topic.FINANCE,
    subject=Project,
    clause=KF19 / "七(三)④",
    when=all_of(
        reading(
            "kf19.fast",
            ready=ready.met,
            approved=all_of(Project.approved, Project.designed),
        ).called("前期工作推进快"),
        Project.approvals_complete,
    ),
)

contribution = Rule(
    id="kf19.contribution",
    title="居民出资形式",
    means="属于方案写明的居民出资形式",
    topic=Topic.FINANCE,
    subject=Contribution,
    clause=KF19 / "七(三)⑪",
    when=Contribution.kind.is_one_of("share", "donated_money", "donated_goods", "labour"),
)

green_ratio = Rule(
    id="kf19.green_ratio",
    title="改造后绿地率",
    means="改造后的绿地率达到力争的目标",
    topic=Topic.NEED,
    subject=Project,
    clause=KF19 / "五 优化提升性 4",
    when=Project.green_ratio_after >= number("kf19.green_ratio_min"),
)
