"""How the owners' assembly comes about and meets (HNPM 18–26)."""

from jiugai.kernel.source import Text
from jiugai.policy.conditions import (
    Condition,
    TheDay,
    all_of,
    any_of,
    changes,
    elapsed,
    number,
    ratio,
    reading,
)
from jiugai.policy.rule import Rule, Topic
from jiugai.policy.vocabulary import Body, Vote

HNPM = Text("hnpm")
QUORUM = number("hnpm.quorum_share")
MOVED_IN = number("hnpm.moved_in_share")
PROPOSERS = number("hnpm.proposers")


def _rule(name: str, title: str, means: str, clause: str, when: Condition) -> Rule:
    return Rule(f"hnpm.{name}", title, means, Topic.MANAGEMENT, Body, HNPM / clause, when)


representatives = _rule(
    "representatives",
    "可以成立业主代表大会",
    "户数够多，可以成立业主代表大会",
    "18②",
    Body.household_count > number("hnpm.representative_households"),
)
first_meeting = _rule(
    "first_meeting",
    "应当召开首次业主大会",
    "具备任一条件，应当召开首次业主大会会议",
    "18③",
    any_of(
        (ratio(Body.area_delivered, Body.area_total) >= number("hnpm.delivered_share")).called(
            "交付面积达到一半", HNPM / "18③"
        ),
        reading(
            "hnpm.occupied_base",
            all=ratio(Body.households_moved_in, Body.household_count) >= MOVED_IN,
            sold=ratio(Body.households_moved_in, Body.households_sold) >= MOVED_IN,
        ).called("入住户数达到三成", HNPM / "18④"),
        any_of(
            Body.preliminary_ended,
            elapsed(TheDay(), Body.preliminary_until, unit="days")
            <= number("hnpm.contract_end_days"),
            Body.preliminary_until < TheDay(),
            label="前期物业合同解除或将到期",
            clause=HNPM / "18⑤",
        ),
    ),
)
application = _rule(
    "application",
    "可以申请成立筹备组",
    "申请人符合要求，可以申请成立首次业主大会筹备组",
    "20①",
    any_of(Body.developer_applies, Body.owners_applying >= number("hnpm.applicants")),
)
group_in_time = _rule(
    "group_in_time",
    "按期成立筹备组",
    "收到申请后按期成立筹备组",
    "20②",
    elapsed(Body.applied_on, Body.group_formed_on, unit="days") <= number("hnpm.group_days"),
)
meeting_in_time = _rule(
    "meeting_in_time",
    "按期召开首次业主大会",
    "筹备组成立后按期召开首次业主大会会议",
    "20③",
    elapsed(Body.group_formed_on, Body.first_meeting_on, unit="days")
    <= number("hnpm.first_meeting_days"),
)
group_owners = _rule(
    "group_owners",
    "筹备组业主代表够数",
    "筹备组中业主代表不低于一半",
    "20④",
    ratio(Body.group_owners, Body.group_members) >= number("hnpm.group_owner_share"),
)
matters_in_time = _rule(
    "matters_in_time",
    "筹备事项提前公告",
    "筹备事项在会议前够天数公告",
    "21②",
    elapsed(Body.matters_published_on, Body.first_meeting_on, unit="days")
    >= number("hnpm.matters_days"),
)
ENOUGH_HEADS = ratio(Body.owners_proposing, Body.owners_total) >= PROPOSERS
extra_meeting = _rule(
    "extra_meeting",
    "应当召开临时业主大会",
    "提议的业主够数，应当召开临时业主大会",
    "24②",
    reading(
        "hnpm.proposers_base",
        heads=ENOUGH_HEADS,
        area_too=all_of(ENOUGH_HEADS, ratio(Body.area_proposing, Body.area_total) >= PROPOSERS),
    ),
)

ENOUGH_OF_ALL = all_of(
    ratio(Vote.area_voting, Vote.area_total) > QUORUM,
    ratio(Vote.heads_voting, Vote.heads_total) > QUORUM,
    label="面积和人数都过半数的业主参加",
    clause=HNPM / "26①",
)
ENOUGH_BY_CODE = all_of(
    ratio(Vote.area_voting, Vote.area_total) >= number("cc.quorum"),
    ratio(Vote.heads_voting, Vote.heads_total) >= number("cc.quorum"),
    label="面积和人数都有三分之二以上的业主参与",
    clause=Text("cc") / "278①",
)
quorum = Rule(
    id="hnpm.quorum",
    title="参加人数够数",
    means="参加的业主面积和人数够数，会议有效",
    topic=Topic.MANAGEMENT,
    subject=Vote,
    clause=HNPM / "26①",
    when=reading(
        "hnpm.vote_law",
        code=changes(number("hnpm.civil_code"), before=ENOUGH_OF_ALL, since=ENOUGH_BY_CODE),
        own=ENOUGH_OF_ALL,
    ),
)
