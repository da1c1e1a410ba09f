"""The owners' committee: its term, sessions, filing and recall (HNPM 28–31)."""

from jiugai.kernel.source import Text
from jiugai.policy.conditions import Condition, all_of, any_of, elapsed, number, ratio
from jiugai.policy.rule import Rule, Topic
from jiugai.policy.vocabulary import Body

HNPM = Text("hnpm")


def _rule(name: str, title: str, means: str, clause: str, when: Condition) -> Rule:
    return Rule(
        f"hnpm.committee.{name}", title, means, Topic.MANAGEMENT, Body, HNPM / clause, when
    )


term = _rule(
    "term",
    "任期不超过五年",
    "本届任期不超过上限",
    "28①",
    elapsed(Body.elected_on, Body.term_until, unit="years") <= number("hnpm.term_years"),
)
session = _rule(
    "session",
    "委员会会议出席够数",
    "过半数委员出席了会议",
    "28③",
    ratio(Body.members_present, Body.members) > number("hnpm.session_present"),
)
decision = _rule(
    "decision",
    "委员会决定同意够数",
    "会议出席够数，且全体委员半数以上同意",
    "28④",
    all_of(
        session.met,
        ratio(Body.members_signing, Body.members) >= number("hnpm.session_agreeing"),
    ),
)
publication = _rule(
    "publication",
    "委员会决定按期公告",
    "决定作出后按期公告",
    "28⑤",
    elapsed(Body.session_on, Body.session_published_on, unit="days")
    <= number("hnpm.session_publish_days"),
)
filing = _rule(
    "filing",
    "业主委员会按期备案",
    "业主委员会在选举产生后按期备案",
    "29①",
    elapsed(Body.elected_on, Body.filed_on, unit="days") <= number("hnpm.filing_days"),
)
recall = _rule(
    "recall",
    "罢免提议够数",
    "提议够数，由业主大会决定是否罢免委员",
    "31",
    any_of(
        (ratio(Body.members_proposing, Body.members) >= number("hnpm.recall_members")).called(
            "三分之一以上委员提议"
        ),
        (ratio(Body.owners_proposing, Body.owners_total) >= number("hnpm.recall_owners")).called(
            "五分之一以上业主提议"
        ),
    ),
)
