"""What a meeting of the owners' assembly owes before and after its vote (BPM 35–37)."""

from jiugai.kernel.source import Text
from jiugai.policy.conditions import Condition, any_of, as_condition, elapsed, number
from jiugai.policy.rule import Rule, Topic
from jiugai.policy.vocabulary import Vote

BPM = Text("bpm")


def _rule(name: str, title: str, means: str, clause: str, when: Condition) -> Rule:
    return Rule(f"bpm.meeting.{name}", title, means, Topic.MANAGEMENT, Vote, BPM / clause, when)


channel = _rule(
    "channel",
    "表决方式合规",
    "采用书面形式，或者通过市级电子投票系统表决",
    "35③",
    any_of(~Vote.online, Vote.city_system),
)
noticed = _rule(
    "noticed",
    "会议通知够天数",
    "会议前已提前够天数通知全体业主并公示议题",
    "35④",
    elapsed(Vote.noticed_on, Vote.held_on, unit="days") >= number("bpm.meeting_notice_days"),
)
on_agenda = _rule(
    "on_agenda",
    "表决事项在公示议题内",
    "表决的事项在已公示的议题之内",
    "35⑤",
    as_condition(Vote.on_agenda),
)
published = _rule(
    "published",
    "按期公示业主大会决定",
    "决定作出后已按期公示",
    "37②",
    elapsed(Vote.decided_on, Vote.published_on, unit="days") <= number("bpm.decision_notice_days"),
)
