"""Consent to remove window guards before listing, and cures before works (三(五))."""

from jiugai.kernel.source import Text
from jiugai.policy.conditions import all_of, any_child, any_of, any_source, number, reading
from jiugai.policy.rule import Rule, Topic
from jiugai.policy.vocabulary import Building, Estate, Project

BJ22 = Text("bj22")

AGREES = reading(
    "bj22.silence", not_agreed=Building.guard_consent, not_refused=~Building.guard_refused
).called("楼内同意拆除护栏")
STAYS = reading("bj22.no_guards", free=any_of(~Building.has_guards, AGREES), consent=AGREES)

building = Rule(
    id="bj22.building.demolition",
    title="楼栋同意拆除护栏",
    means="楼栋可以列入年度改造任务计划",
    topic=Topic.GATE,
    subject=Building,
    clause=BJ22 / "三(五)④",
    when=STAYS,
)

EVERYONE = Estate.guard_consent_share >= number("bj22.guard_all")
SOME_STAY = any_child(Building, STAYS).called("至少一栋楼可以列入")
# A share between none and all does not say in which buildings the refusals are.
SOME_BY_SHARE = any_of(EVERYONE, all_of(Estate.guard_consent_share > 0, SOME_STAY))
ALL_STAY = (~any_child(Building, ~STAYS)).called("每栋楼都可以列入")

demolition = Rule(
    id="bj22.gate.demolition",
    title="拆违在前",
    means="小区至少有楼栋同意拆除护栏等治理类内容，可以列入年度计划",
    topic=Topic.GATE,
    subject=Estate,
    clause=BJ22 / "三(五)③",
    when=reading(
        "bj22.guards",
        building_out=any_source(SOME_STAY, SOME_BY_SHARE),
        whole_estate=any_source(ALL_STAY, EVERYONE),
    ),
)

cures = Rule(
    id="bj22.start.cures",
    title="先拆违再施工",
    means="治理类内容已完成，改造类内容可以开工",
    topic=Topic.GATE,
    subject=Project,
    clause=BJ22 / "三(五)②",
    when=all_of(Project.illegal_removed, Project.wall_holes_cured, Project.basements_cured),
)
