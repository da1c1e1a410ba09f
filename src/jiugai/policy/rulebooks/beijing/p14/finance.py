"""What residents may bring, and the tax relief of community services (P14 三(四), 三(七))."""

from jiugai.kernel.source import Text
from jiugai.policy.conditions import all_of, any_of, reading
from jiugai.policy.rule import Rule, Topic
from jiugai.policy.vocabulary import Contribution, Firm

P14 = Text("p14")

listed = Contribution.kind.is_one_of(
    "share", "use_right", "common_income", "donated_money", "donated_goods"
)
counted = reading(
    "p14.contribution_labour",
    listed=listed,
    labour_too=any_of(listed, Contribution.kind.is_one_of("labour")),
)

# 与改造同步实施 is asked of both funds, the vote only of the maintenance fund.
own_funds = all_of(
    Contribution.with_works,
    any_of(
        Contribution.kind.is_one_of("provident_fund"),
        all_of(Contribution.kind.is_one_of("maintenance_fund"), Contribution.owners_voted),
    ),
    label="公积金，或经表决的维修资金，与改造同步使用",
    clause=P14 / "三(四)⑧",
)

contribution = Rule(
    id="p14.contribution",
    title="计为居民出资",
    means="这笔投入可计为居民出资",
    topic=Topic.FINANCE,
    subject=Contribution,
    clause=P14 / "三(四)⑦",
    when=reading("p14.contribution_funds", counted=any_of(counted, own_funds), apart=counted),
)

own_funds_allowed = Rule(
    id="p14.contribution.own_funds",
    title="可用公积金或维修资金",
    means="可提取公积金或使用维修资金用于同步的维修改造",
    topic=Topic.FINANCE,
    subject=Contribution,
    clause=P14 / "三(四)⑧",
    when=own_funds,
)

favoured = all_of(
    Firm.social_capital,
    reading(
        "p14.tax_services",
        named=Firm.service.is_one_of("elderly", "childcare", "housekeeping"),
        similar=Firm.service.is_one_of(
            "elderly", "childcare", "housekeeping", "meals", "convenience"
        ),
    ),
)

vat = Rule(
    id="p14.tax.vat",
    title="社区服务收入免征增值税",
    means="该机构的服务收入免征增值税",
    topic=Topic.FINANCE,
    subject=Firm,
    clause=P14 / "三(七)⑨",
    when=favoured,
)

income = Rule(
    id="p14.tax.income",
    title="社区服务收入减计",
    means="该机构的服务收入减按规定比例计入企业所得税收入",
    topic=Topic.FINANCE,
    subject=Firm,
    clause=P14 / "三(七)⑩",
    when=favoured,
)
