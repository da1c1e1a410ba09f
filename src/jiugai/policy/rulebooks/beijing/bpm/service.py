"""The property contract, its filing, fees, hand-over and emergency service (BPM 61–77)."""

from jiugai.kernel.source import Text
from jiugai.policy.conditions import (
    Condition,
    TheDay,
    all_of,
    any_of,
    as_condition,
    elapsed,
    number,
    reading,
    still_within,
)
from jiugai.policy.rule import Rule, Topic
from jiugai.policy.vocabulary import Management

BPM = Text("bpm")


def _rule(name: str, title: str, means: str, clause: str, when: Condition) -> Rule:
    return Rule(
        f"bpm.management.{name}", title, means, Topic.MANAGEMENT, Management, BPM / clause, when
    )


one_company = _rule(
    "one_company",
    "一个区域一家物业服务企业",
    "物业管理区域没有同时选用多家物业服务企业",
    "61①",
    Management.company_count <= number("bpm.companies_per_area"),
)
contract = _rule(
    "contract",
    "物业服务合同合规",
    "业主组织代表业主签订了条款齐全的书面合同",
    "63①",
    all_of(Management.contract_by_body, Management.contract_written, Management.contract_items),
)
filed = _rule(
    "filed",
    "物业服务合同按期备案",
    "合同签订或者变更后已按期备案",
    "63③",
    elapsed(Management.contract_signed_on, Management.contract_filed_on, unit="days")
    <= number("bpm.contract_filing_days"),
)
leader_reported = _rule(
    "leader_reported",
    "项目负责人按期报到",
    "项目负责人到岗后已按期到居委会报到",
    "66",
    elapsed(Management.leader_arrived_on, Management.leader_reported_on, unit="days")
    <= number("bpm.leader_report_days"),
)
posted = _rule(
    "posted",
    "服务和收费标准已公示",
    "服务内容、标准和收费标准都已公示",
    "70①(二)",
    all_of(Management.standard_posted, Management.fee_posted),
)
urging_due = _rule(
    "urging_due",
    "应当督促交纳物业费",
    "有业主欠交物业费，业主组织应当督促交纳",
    "72①",
    Management.fee_collected < Management.fee_due,
)
renewal_due = _rule(
    "renewal_due",
    "应当组织续聘或者另聘的决定",
    "已到合同届满前六个月（或者已届满），应当组织业主共同决定",
    "75①",
    any_of(
        elapsed(TheDay(), Management.contract_until, unit="months")
        <= number("bpm.contract_renewal_months"),
        Management.contract_until < TheDay(),
    ),
)
handed_over = _rule(
    "handed_over",
    "原物业服务人按期交接退出",
    "接到解聘通知后已按期交接并退出",
    "76①",
    elapsed(Management.dismissed_on, Management.handed_over_on, unit="days")
    <= number("bpm.handover_days"),
)
emergency = _rule(
    "emergency",
    "应急物业服务在期限内",
    "当日应急物业服务仍可继续",
    "77②",
    reading(
        "bpm.emergency_again",
        once=still_within(
            Management.emergency_first, number("bpm.emergency_months"), unit="months"
        ),
        again=still_within(
            Management.emergency_since, number("bpm.emergency_months"), unit="months"
        ),
    ),
)
emergency_posted = _rule(
    "emergency_posted",
    "应急物业服务已公示",
    "应急服务的内容、期限和费用已公示",
    "77②",
    as_condition(Management.emergency_posted),
)
