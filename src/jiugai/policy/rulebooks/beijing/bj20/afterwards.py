"""Who keeps what in order once the works are done (BJ20 二(三), 附件)."""

from jiugai.kernel.source import Text
from jiugai.policy.conditions import reading
from jiugai.policy.rule import Rule, Topic
from jiugai.policy.vocabulary import Fund, Project

BJ20 = Text("bj20")

fund = Rule(
    id="bj20.fund",
    title="已同步建立维修资金",
    means="综合整治后已建立住宅专项维修资金",
    topic=Topic.FUND,
    subject=Fund,
    clause=BJ20 / "二(三)3①",
    when=Fund.established,
)

repairs = Rule(
    id="bj20.repairs",
    title="原产权单位负责修缮",
    means="还没有维修资金时，由原产权单位负责修缮",
    topic=Topic.FUND,
    subject=Fund,
    clause=BJ20 / "二(三)3②",
    when=~Fund.established
    & reading(
        "bj20.no_fund",
        owner_unit=Fund.has_owner_unit,
        owners=Fund.has_owner_unit & Fund.owner_unit_undertook,
    ),
)

pipes = Rule(
    id="bj20.pipes",
    title="应移交专业管线",
    means="整治已完成，公共区域的专业管线应移交专业公司",
    topic=Topic.MANAGEMENT,
    subject=Project,
    clause=BJ20 / "附件 各区政府⑩",
    when=Project.stage.is_one_of("completed") & ~Project.pipes_handed_over,
)
