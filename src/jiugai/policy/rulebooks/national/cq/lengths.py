"""How long each part is under warranty, counted from a day (CQ 40)."""

from collections.abc import Callable

from jiugai.kernel.source import Text
from jiugai.policy.conditions import (
    Condition,
    Number,
    TheDay,
    number,
    reading,
    still_within,
)
from jiugai.policy.vocabulary import Component
from jiugai.policy.vocabulary.fact import Fact

CQ = Text("cq")
SEASONS = number("cq.seasons")

#: From the day on which a warranty begins to the condition that it still runs.
Length = Callable[[Fact], Condition]


def waterproof(start: Fact) -> Condition:
    """Roofs, wet rooms and façades."""
    return still_within(start, number("cq.waterproof_years"), unit="years").called(
        "防水和防渗漏的保修期未满", CQ / "40①(二)"
    )


def installation(start: Fact) -> Condition:
    """Wires, pipes, equipment and fit-out."""
    return still_within(start, number("cq.installation_years"), unit="years").called(
        "安装和装修的保修期未满", CQ / "40①(四)"
    )


def heating_by(season: Number) -> Length:
    """Heating systems: heating seasons, with the dates that a place gives them."""

    def heating(start: Fact) -> Condition:
        return reading(
            "cq.season_dates",
            calendar=reading(
                "cq.broken_season",
                extra=still_within(start, SEASONS, unit="whole_seasons", season=season),
                counts=still_within(start, SEASONS, unit="seasons", season=season),
            ),
            recorded=(Component.heating_seasons < SEASONS) & (start <= TheDay()),
        ).called("采暖期未满", CQ / "40①(三)")

    return heating


def cooling(start: Fact) -> Condition:
    """Cooling systems: cooling seasons, which no text gives dates for."""
    return ((Component.cooling_seasons < SEASONS) & (start <= TheDay())).called(
        "供冷期未满", CQ / "40①(三)"
    )


def design_life(start: Fact) -> Condition:
    """Foundations, structure and infrastructure: as long as the design says."""
    return ((Component.design_life_until >= TheDay()) & (start <= TheDay())).called(
        "设计的合理使用年限未满", CQ / "40①(一)"
    )
