"""What the owners' assembly and its committee owe around a meeting (PMR 12–16)."""

from jiugai.kernel.source import Text
from jiugai.policy.conditions import all_of, changes, elapsed, number, ratio, reading
from jiugai.policy.rule import Rule, Topic
from jiugai.policy.vocabulary import Body, Vote

PMR = Text("pmr")
HALF = number("pmr.half")

ENOUGH_OF_ALL = all_of(
    ratio(Vote.area_voting, Vote.area_total) > HALF,
    ratio(Vote.heads_voting, Vote.heads_total) > HALF,
    label="面积和人数都过半数的业主参加",
    clause=PMR / "12②",
)
ENOUGH_BY_CODE = all_of(
    ratio(Vote.area_voting, Vote.area_total) >= number("cc.quorum"),
    ratio(Vote.heads_voting, Vote.heads_total) >= number("cc.quorum"),
    label="面积和人数都有三分之二以上的业主参与",
    clause=Text("cc") / "278①",
)

quorum = Rule(
    id="pmr.quorum",
    title="参加人数够数",
    means="参加的业主面积和人数够数，会议有效",
    topic=Topic.MANAGEMENT,
    subject=Vote,
    clause=PMR / "12②",
    when=reading(
        "pmr.vote_law",
        code=changes(number("pmr.civil_code"), before=ENOUGH_OF_ALL, since=ENOUGH_BY_CODE),
        own=ENOUGH_OF_ALL,
    ),
)

notice = Rule(
    id="pmr.notice",
    title="会议通知够天数",
    means="会议前已提前够天数通知全体业主",
    topic=Topic.MANAGEMENT,
    subject=Vote,
    clause=PMR / "14①",
    when=elapsed(Vote.noticed_on, Vote.held_on, unit="days") >= number("pmr.notice_days"),
)

PROPOSERS = (ratio(Body.owners_proposing, Body.owners_total) >= number("pmr.proposers")).called(
    "提议的业主人数达到五分之一"
)

extra_meeting = Rule(
    id="pmr.extra_meeting",
    title="应当召开临时会议",
    means="提议的业主够数，应当召开临时会议",
    topic=Topic.MANAGEMENT,
    subject=Body,
    clause=PMR / "13②",
    when=reading(
        "pmr.proposers_base",
        heads=PROPOSERS,
        area_too=all_of(
            PROPOSERS, ratio(Body.area_proposing, Body.area_total) >= number("pmr.proposers")
        ),
    ),
)

filing = Rule(
    id="pmr.filing",
    title="业主委员会按期备案",
    means="业主委员会在选举产生后按期备案",
    topic=Topic.MANAGEMENT,
    subject=Body,
    clause=PMR / "16①",
    when=elapsed(Body.elected_on, Body.filed_on, unit="days") <= number("pmr.filing_days"),
)
