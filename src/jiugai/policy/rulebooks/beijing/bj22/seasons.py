"""Work not planned in the rainy season or winter (五(二)), windows in a day (四(三))."""

from jiugai.kernel.source import Clause, Text
from jiugai.policy.conditions import (
    Interpreted,
    all_of,
    any_of,
    any_source,
    as_condition,
    in_season,
    number,
    reading,
)
from jiugai.policy.rule import Rule, Topic
from jiugai.policy.rulebooks.beijing.bj22.weather import outdoors_only
from jiugai.policy.vocabulary import Activity
from jiugai.policy.vocabulary.fact import Fact

BJ22 = Text("bj22")


def rainy_season(day: Fact) -> Interpreted:
    """Return that a day lies in the rainy season."""
    by_law = in_season(day, number("bfc.flood_season"))
    return reading(
        "bj22.rainy_season",
        # The flood season may be declared earlier or longer, never shorter.
        flood=any_source(as_condition(Activity.flood_season), by_law),
        declared=Activity.flood_season,
    ).called("处于雨期")


def dry_season_work(name: str, title: str, clause: Clause) -> Rule:
    """Return a rule on work that in principle is not planned in the rainy season."""
    rainy = rainy_season(Activity.worked_on)
    return Rule(
        id=f"bj22.season.{name}",
        title=f"{title}避开雨期",
        means=f"{title}可以安排在当日",
        topic=Topic.WEATHER,
        subject=Activity,
        clause=clause,
        when=reading(
            "bj22.in_principle",
            never=~rainy,
            with_plan=any_of(~rainy, Activity.rain_works_plan),
        ),
    )


roofing = dry_season_work("roofing", "屋面防水改造", BJ22 / "五(二)③")
downpipes = dry_season_work("downpipes", "雨落管拆改", BJ22 / "五(二)④")

windows = Rule(
    id="bj22.season.windows",
    title="雨期换窗当天密封",
    means="新窗在更换当天密封，或者不在雨期",
    topic=Topic.WEATHER,
    subject=Activity,
    clause=BJ22 / "五(二)⑤",
    when=any_of(
        ~rainy_season(Activity.window_fitted_on),
        Activity.window_sealed_on.equals(Activity.window_fitted_on),
    ),
)

WINTER = reading(
    "bj22.winter",
    heating=in_season(Activity.worked_on, number("bhr.heating_season")),
    winter_works=all_of(
        Activity.cold_run_days >= number("jgj104.days"),
        Activity.warm_run_days < number("jgj104.days"),
    ),
).called("处于冬季")

render = Rule(
    id="bj22.season.render",
    title="室外薄抹灰避开冬季",
    means="室外薄抹灰等湿作业可以安排在当日",
    topic=Topic.WEATHER,
    subject=Activity,
    clause=BJ22 / "五(二)⑫",
    when=outdoors_only(~WINTER),
)

same_day = Rule(
    id="bj22.window_same_day",
    title="外窗拆改不过夜",
    means="旧窗拆下当天装上新窗",
    topic=Topic.TEST,
    subject=Activity,
    clause=BJ22 / "四(三)④",
    when=Activity.window_fitted_on.equals(Activity.window_removed_on),
)
