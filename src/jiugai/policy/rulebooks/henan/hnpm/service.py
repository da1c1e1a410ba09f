"""Property service: contract, filing, renewal and self-management (HNPM 46–53)."""

from jiugai.kernel.source import Text
from jiugai.policy.conditions import (
    Condition,
    TheDay,
    all_of,
    any_of,
    as_condition,
    elapsed,
    number,
)
from jiugai.policy.rule import Rule, Topic
from jiugai.policy.vocabulary import Management

HNPM = Text("hnpm")


def _rule(name: str, title: str, means: str, clause: str, when: Condition) -> Rule:
    return Rule(f"hnpm.{name}", title, means, Topic.MANAGEMENT, Management, HNPM / clause, when)


takeover_filing = _rule(
    "takeover_filing",
    "承接后按期备案",
    "物业交接后按期备案",
    "46①",
    elapsed(Management.takeover_on, Management.takeover_filed_on, unit="days")
    <= number("hnpm.takeover_filing_days"),
)
contract = _rule(
    "contract",
    "业委会签订齐全的物业合同",
    "由业主委员会签订，约定的事项齐全",
    "49②",
    all_of(Management.contract_by_body, Management.contract_items),
)
contract_filing = _rule(
    "contract_filing",
    "物业合同按期备案",
    "物业服务合同签订后按期备案",
    "49③",
    elapsed(Management.contract_signed_on, Management.contract_filed_on, unit="days")
    <= number("hnpm.contract_filing_days"),
)
renewal_due = _rule(
    "renewal_due",
    "应当已决定续聘或选聘",
    "离合同届满不到三个月或已届满，应当已开会决定续聘或选聘",
    "51①",
    any_of(
        elapsed(TheDay(), Management.contract_until, unit="months")
        <= number("hnpm.renewal_months"),
        Management.contract_until < TheDay(),
    ),
)
self_management = _rule(
    "self_management",
    "自行管理事项已决定",
    "自行管理所需的事项都已由业主决定",
    "53①",
    as_condition(Management.self_management_items),
)
