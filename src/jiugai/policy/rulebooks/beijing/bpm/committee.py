"""The owners' committee: who sits on it, its term and its filing (BPM 35–50)."""

from jiugai.kernel.source import Text
from jiugai.policy.conditions import (
    Condition,
    TheDay,
    all_of,
    any_of,
    elapsed,
    is_odd,
    number,
    ratio,
)
from jiugai.policy.rule import Rule, Topic
from jiugai.policy.vocabulary import Body

BPM = Text("bpm")


def _rule(name: str, title: str, means: str, clause: str, when: Condition) -> Rule:
    return Rule(f"bpm.body.{name}", title, means, Topic.MANAGEMENT, Body, BPM / clause, when)


special_meeting_due = _rule(
    "special_meeting_due",
    "应当召开业主大会临时会议",
    "提议的业主已达到比例，业主委员会应当组织召开临时会议",
    "35②",
    ratio(Body.owners_proposing, Body.owners_total) >= number("bpm.special_meeting_share"),
)
committee = _rule(
    "committee",
    "业主委员会人数合规",
    "业主委员会委员和候补委员的人数合规",
    "39①",
    all_of(
        is_odd(Body.members).called("委员人数为单数"),
        any_of(
            Body.members >= number("bpm.committee_members"),
            all_of(
                Body.household_count <= number("bpm.small_estate_households"),
                Body.members >= number("bpm.small_committee_members"),
                label="户数在一百户以下的可以三人",
            ),
        ),
        (Body.substitutes <= Body.members).called("候补委员不多于委员"),
    ),
)
committee_in_term = _rule(
    "committee_in_term",
    "业主委员会在任期内",
    "当日业主委员会在任期内，且任期不超过上限",
    "41①",
    all_of(
        Body.elected_on <= TheDay(),
        Body.term_until >= TheDay(),
        elapsed(Body.elected_on, Body.term_until, unit="years")
        <= number("bpm.committee_term_years"),
    ),
)
first_session = _rule(
    "first_session",
    "按期召开业主委员会首次会议",
    "选举产生后已按期召开首次会议",
    "42",
    elapsed(Body.elected_on, Body.first_session_on, unit="days")
    <= number("bpm.first_session_days"),
)
chair_published = _rule(
    "chair_published",
    "按期公示主任、副主任名单",
    "推选完成后已按期公示名单",
    "42",
    elapsed(Body.chair_elected_on, Body.chair_published_on, unit="days")
    <= number("bpm.chair_notice_days"),
)
committee_filed = _rule(
    "committee_filed",
    "业主委员会按期备案",
    "选举产生后已按期向街道、乡镇申请备案",
    "43①",
    elapsed(Body.elected_on, Body.filed_on, unit="days") <= number("bpm.committee_filing_days"),
)
reelection_due = _rule(
    "reelection_due",
    "应当重新选举业主委员会",
    "应当召开业主大会临时会议重新选举",
    "48",
    any_of(
        (ratio(Body.members_left, Body.members) < number("bpm.members_left_share")).called(
            "递补后委员不足总数一半"
        ),
        Body.refuses_duties,
    ),
)
renewal_due = _rule(
    "renewal_due",
    "应当报告换届",
    "已到任期届满前六个月（或者已届满），业主委员会应当书面报告",
    "49①",
    any_of(
        elapsed(TheDay(), Body.term_until, unit="months") <= number("bpm.renewal_months"),
        Body.term_until < TheDay(),
    ),
)
change_filed = _rule(
    "change_filed",
    "按期办理变更备案",
    "变更后已按期办理变更备案",
    "50①",
    elapsed(Body.changed_on, Body.change_filed_on, unit="days")
    <= number("bpm.change_filing_days"),
)
