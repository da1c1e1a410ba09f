"""How residents are asked before the scheme of an estate is settled (KF19 六(二))."""

from jiugai.kernel.source import Text
from jiugai.policy.conditions import all_of
from jiugai.policy.rule import Rule, Topic
from jiugai.policy.vocabulary import Estate

KF19 = Text("kf19")

consulted = Rule(
    id="kf19.gate.consulted",
    title="征求意见并公示",
    means="已征求居民意见、汇总上报，四项内容已公示",
    topic=Topic.GATE,
    subject=Estate,
    clause=KF19 / "六(二)①",
    when=all_of(
        all_of(
            Estate.residents_asked,
            Estate.street_reported,
            label="已征求意见并汇总上报",
            clause=KF19 / "六(二)①",
        ),
        all_of(Estate.works_published, label="四项内容已公示", clause=KF19 / "六(二)②"),
    ),
)
