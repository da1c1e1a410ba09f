"""How an owners' assembly comes about (BPM 30–33)."""

from jiugai.kernel.source import Text
from jiugai.policy.conditions import Condition, all_of, any_of, elapsed, is_odd, number, ratio
from jiugai.policy.rule import Rule, Topic
from jiugai.policy.vocabulary import Body

BPM = Text("bpm")
HALF_DELIVERED = all_of(
    Body.area_delivered <= Body.area_total,
    ratio(Body.area_delivered, Body.area_total) >= number("bpm.delivered_share"),
    label="已交付面积达到总面积的一半",
)


def _rule(name: str, title: str, means: str, clause: str, when: Condition) -> Rule:
    return Rule(f"bpm.body.{name}", title, means, Topic.MANAGEMENT, Body, BPM / clause, when)


may_apply = _rule(
    "may_apply",
    "可以申请成立业主大会",
    "可以向街道办事处、乡镇人民政府申请成立业主大会",
    "30",
    all_of(
        HALF_DELIVERED,
        any_of(
            ratio(Body.owners_applying, Body.owners_total) >= number("bpm.applicant_share"),
            ratio(Body.area_applying, Body.area_total) >= number("bpm.applicant_share"),
            Body.developer_applies,
            label="申请的业主达到人数或者面积的下限，或者由建设单位申请",
        ),
    ),
)
application_checked = _rule(
    "application_checked",
    "按期审核成立业主大会的申请",
    "接到申请后已按期审核并指定筹备组组长",
    "31①",
    elapsed(Body.applied_on, Body.leader_named_on, unit="days") <= number("bpm.application_days"),
)
group_formed = _rule(
    "group_formed",
    "按期成立筹备组",
    "组长指定后已按期召开首次筹备组会议",
    "31②",
    elapsed(Body.leader_named_on, Body.group_formed_on, unit="days") <= number("bpm.group_days"),
)
group = _rule(
    "group",
    "筹备组组成合规",
    "筹备组的组长、人数和业主代表比例合规",
    "31④",
    all_of(
        Body.group_led_by_community,
        is_odd(Body.group_members).called("人数为单数"),
        Body.group_owners <= Body.group_members,
        ratio(Body.group_owners, Body.group_members) >= number("bpm.group_owner_share"),
    ),
)
group_published = _rule(
    "group_published",
    "按期公示筹备组名单",
    "筹备组成立后已按期公示成员名单、分工和联系方式",
    "31⑤",
    elapsed(Body.group_formed_on, Body.group_published_on, unit="days")
    <= number("bpm.group_notice_days"),
)
matters_published = _rule(
    "matters_published",
    "筹备事项公示够天数",
    "筹备组确定的事项在首次业主大会会议前已公示够天数",
    "32①",
    elapsed(Body.matters_published_on, Body.first_meeting_on, unit="days")
    >= number("bpm.matters_notice_days"),
)
first_meeting = _rule(
    "first_meeting",
    "按期召开首次业主大会会议",
    "筹备组成立后已按期召开首次业主大会会议",
    "32④",
    elapsed(Body.group_formed_on, Body.first_meeting_on, unit="days")
    <= number("bpm.first_meeting_days"),
)
