"""The ways of dealing with dangerous and simple buildings (P14 二(三), 三(二))."""

from jiugai.kernel.source import Text
from jiugai.policy.conditions import all_of, any_of, reading
from jiugai.policy.rule import Rule, Topic
from jiugai.policy.vocabulary import Building

P14 = Text("p14")

dangerous = reading(
    "p14.danger_grade",
    c_and_d=Building.danger.is_one_of("c", "d"),
    d_only=Building.danger.is_one_of("d"),
).called("危楼")
either = any_of(dangerous, Building.simple, label="危楼或简易楼")
key = any_of(Building.key_area, Building.historic_area)
key_and_historic = all_of(Building.key_area, Building.historic_area)

rebuild = Rule(
    id="p14.danger.rebuild",
    title="原址改建",
    means="该楼可通过改建的方式改造",
    topic=Topic.ROUTE,
    subject=Building,
    clause=P14 / "二(三)⑩",
    when=all_of(
        reading("p14.rebuild_kinds", both=either, dangerous_only=dangerous),
        Building.planning_conform,
    ),
)

vacate = Rule(
    id="p14.danger.vacate",
    title="外迁腾退",
    means="鼓励该楼居民外迁腾退",
    topic=Topic.ROUTE,
    subject=Building,
    clause=P14 / "二(三)⑫",
    when=all_of(
        reading("p14.vacate_kinds", both=either, simple_only=Building.simple),
        ~Building.planning_conform,
        reading("p14.vacate_area", either=key, both=key_and_historic).called(
            "位于重点地区或历史文化街区"
        ),
    ),
)

uncovered = all_of(either, ~rebuild.met, ~vacate.met)

strengthen = Rule(
    id="p14.danger.strengthen",
    title="加固解危",
    means="该楼按基础类的结构安全内容加固",
    topic=Topic.ROUTE,
    subject=Building,
    clause=P14 / "附件1(6)①",
    when=reading(
        "p14.danger_uncovered",
        uncovered=uncovered,
        worth=uncovered & Building.worth_strengthening,
        any=either,
    ),
)

worst = Rule(
    id="p14.danger.first",
    title="最危旧的楼先改",
    means="该楼属于最危旧的一批，排在其他危楼、简易楼之前",
    topic=Topic.ROUTE,
    subject=Building,
    clause=P14 / "三(二)④",
    when=reading(
        "p14.worst_first",
        grade_d=Building.danger.is_one_of("d"),
        appraised=Building.danger.is_one_of("c", "d"),
    ),
)
