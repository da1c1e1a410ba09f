"""Firms that may not take on renewal works for two years (七(二))."""

from jiugai.kernel.source import Text
from jiugai.policy.conditions import all_of, any_of, number, reading, still_within
from jiugai.policy.rule import Rule, Topic
from jiugai.policy.vocabulary import Firm

BJ22 = Text("bj22")
YEARS = number("bj22.bar_years")

TRIGGERS = (
    "bid_fraud",
    "agency_leak",
    "subcontracting",
    "wage_arrears",
    "accident",
    "unrest",
    "fire",
)
TRIGGERED = any_of(
    *(
        Firm.bar_trigger.is_one_of(word).called(
            Firm.bar_trigger.choices[word], BJ22 / f"七(二){place}"
        )
        for place, word in enumerate(TRIGGERS, start=1)
    ),
    label="出现七种情形之一",
)

bar = Rule(
    id="bj22.bar",
    title="失信惩戒",
    means="该单位当日不得承揽老旧小区改造工程",
    topic=Topic.FIRM,
    subject=Firm,
    clause=BJ22 / "七(二)①",
    when=all_of(
        TRIGGERED,
        reading(
            "bj22.bar_first_day",
            listed=still_within(Firm.bar_listed_on, YEARS, unit="years"),
            occurred=still_within(Firm.bar_occurred_on, YEARS, unit="years"),
        ).called("两年未满"),
    ),
)
