"""Meetings of the committee and of the council, and what they decide (BPM 45, 57)."""

from jiugai.kernel.source import Text
from jiugai.policy.conditions import Condition, TheDay, all_of, elapsed, number, ratio
from jiugai.policy.rule import Rule, Topic
from jiugai.policy.vocabulary import Body

BPM = Text("bpm")


def _rule(name: str, title: str, means: str, clause: str, when: Condition) -> Rule:
    return Rule(f"bpm.body.{name}", title, means, Topic.MANAGEMENT, Body, BPM / clause, when)


session_overdue = _rule(
    "session_overdue",
    "定期会议已逾期",
    "距最近一次定期会议已超过最长间隔",
    "45①",
    elapsed(Body.last_session_on, TheDay(), unit="months") > number("bpm.session_months"),
)
special_session_due = _rule(
    "special_session_due",
    "应当召开业主委员会临时会议",
    "提议的委员已达到比例，应当召开临时会议",
    "45①",
    ratio(Body.members_proposing, Body.members) >= number("bpm.special_session_share"),
)
community_told = _rule(
    "community_told",
    "会议议题已提前告知居委会",
    "业主委员会在会议前已提前够天数告知议题",
    "45③",
    elapsed(Body.told_community_on, Body.session_on, unit="days")
    >= number("bpm.session_notice_days"),
)
committee_decides = _rule(
    "committee_decides",
    "业主委员会的决定有效",
    "到会和签字同意的委员都过半数",
    "45④",
    all_of(
        Body.members_present <= Body.members,
        Body.members_signing <= Body.members,
        (ratio(Body.members_present, Body.members) > number("bpm.session_quorum")).called(
            "到会委员过半数", BPM / "45②"
        ),
        (ratio(Body.members_signing, Body.members) > number("bpm.session_majority")).called(
            "签字同意的委员过半数"
        ),
    ),
)
session_published = _rule(
    "session_published",
    "按期公示业主委员会会议",
    "会议结束后已按期公示会议情况和确定事项",
    "45④",
    elapsed(Body.session_on, Body.session_published_on, unit="days")
    <= number("bpm.session_published_days"),
)
council_session_due = _rule(
    "council_session_due",
    "应当召开物业管理委员会会议",
    "提议的委员已达到比例，主任应当组织召开会议",
    "57①",
    ratio(Body.members_proposing, Body.members) >= number("bpm.council_special_share"),
)
council_decides = _rule(
    "council_decides",
    "物业管理委员会的决定有效",
    "到会委员、到会业主代表委员和签字同意的委员都过半数",
    "57③",
    all_of(
        Body.members_present <= Body.members,
        Body.owner_members_present <= Body.owner_members,
        Body.members_signing <= Body.members,
        all_of(
            ratio(Body.members_present, Body.members) > number("bpm.council_quorum"),
            ratio(Body.owner_members_present, Body.owner_members) > number("bpm.council_quorum"),
            label="到会委员和业主代表委员都过半数",
            clause=BPM / "57②",
        ),
        (ratio(Body.members_signing, Body.members) > number("bpm.council_majority")).called(
            "签字同意的委员过半数"
        ),
    ),
)
council_session_published = _rule(
    "council_session_published",
    "按期公示物业管理委员会会议",
    "会议结束后已按期公示会议情况和确定事项",
    "57③",
    elapsed(Body.session_on, Body.session_published_on, unit="days")
    <= number("bpm.council_published_days"),
)
