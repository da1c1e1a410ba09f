"""Work that stops for wind, rain, snow or fog (五(二))."""

from jiugai.kernel.source import Clause, Text
from jiugai.policy.conditions import (
    AnySource,
    Condition,
    any_of,
    any_source,
    as_condition,
    number,
    reading,
)
from jiugai.policy.rule import Rule, Topic
from jiugai.policy.vocabulary import Activity

BJ22 = Text("bj22")


def wind_from(force: str, speed: str, label: str, clause: Clause) -> AnySource:
    """Return that the wind has reached a force, by its force or by its speed.

    Either suffices; where both are known, the one that stops the work counts.
    """
    return any_source(
        Activity.wind_force >= number(force),
        Activity.wind_speed >= number(speed),
        label=label,
        clause=clause,
    )


def outdoors_only(calm: Condition) -> Condition:
    """Return that it is calm or the work indoors; work is taken to be outdoors unless stated."""
    indoors = any_source(~Activity.outdoors, calm, label="不在露天；未说明的按露天对待")
    return any_of(calm, indoors)


def weather(name: str, title: str, clause: Clause, when: Condition) -> Rule:
    """Return a rule that says whether a kind of work may go on."""
    return Rule(
        id=f"bj22.weather.{name}",
        title=title,
        means=f"{title}可以进行",
        topic=Topic.WEATHER,
        subject=Activity,
        clause=clause,
        when=when,
    )


WIND_6 = wind_from("bj22.wind_hoisting", "wind.force_6", "六级及以上风", BJ22 / "五(二)⑦")
WIND_5 = wind_from("bj22.wind_height", "wind.force_5", "五级及以上风", BJ22 / "五(二)⑧")
WIND_4 = wind_from("bj22.wind_jacking", "wind.force_4", "四级及以上风", BJ22 / "五(二)⑨")
GALE = wind_from("wind.gale", "wind.force_8", "八级及以上风", BJ22 / "五(二)⑪")
# Above force 4 is force 5 and more; exactly 4 stops jacking but not demolition.
OVER_4 = any_source(
    Activity.wind_force > number("bj22.wind_demolition"),
    Activity.wind_speed >= number("wind.force_5"),
    label="风力大于四级",
    clause=BJ22 / "五(二)⑩",
)
STRONG_WIND = reading("bj22.strong_wind", four=WIND_4, five=WIND_5, eight=GALE).called("大风")
SNOW = reading(
    "bj22.snow", falling=Activity.snow, lying=any_of(Activity.snow, Activity.snow_lying)
)

hoisting = weather("hoisting", "吊装", BJ22 / "五(二)⑦", ~WIND_6)
height = weather("height", "露天高处作业", BJ22 / "五(二)⑧", outdoors_only(~WIND_5))
jacking = weather("jacking", "顶升", BJ22 / "五(二)⑨", ~WIND_4)
demolition = weather(
    "demolition",
    "拆除作业",
    BJ22 / "五(二)⑩",
    ~any_of(OVER_4, Activity.rain, SNOW, Activity.fog),
)
hot_work = weather("hot_work", "室外动火", BJ22 / "五(二)⑪", outdoors_only(~STRONG_WIND))

DRY = (~as_condition(Activity.rain)).called("没有下雨")
roofing = weather("roofing", "屋面作业", BJ22 / "五(二)⑥", DRY)
insulation = weather("insulation", "外墙保温作业", BJ22 / "五(二)⑥", DRY)
window_fitting = weather("window_fitting", "窗户安装", BJ22 / "五(二)⑥", DRY)
