"""Which days lie in Henan's flood season (HNFC 27)."""

from jiugai.kernel.source import Text
from jiugai.policy.conditions import any_source, in_season, number, reading
from jiugai.policy.rule import Rule, Topic
from jiugai.policy.vocabulary import Activity

HNFC = Text("hnfc")

in_flood_season = Rule(
    id="hnfc.in_flood_season",
    title="作业日处于汛期",
    means="作业日在汛期之内",
    topic=Topic.ROUTE,
    subject=Activity,
    clause=HNFC / "27①",
    when=reading(
        "hnfc.yellow_river",
        # The season may be declared earlier or longer, never shorter.
        province=any_source(
            Activity.flood_season,
            in_season(Activity.worked_on, number("hnfc.flood_season")),
        ),
        declared=Activity.flood_season,
    ),
)
