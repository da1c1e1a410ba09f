"""Until when a part is under warranty, for notices and calendars."""

from datetime import date
from typing import Final

from jiugai.kernel.errors import UsageError
from jiugai.kernel.i18n import _, listed
from jiugai.kernel.seasons import last_day_of_seasons
from jiugai.kernel.span import add_years
from jiugai.policy.law import Law
from jiugai.policy.vocabulary import Component

#: Parts whose least warranty is a number of years.
YEARS: Final = {
    "roof": "cq.waterproof_years",
    "wet_room": "cq.waterproof_years",
    "facade": "cq.waterproof_years",
    "electric": "cq.installation_years",
    "pipes": "cq.installation_years",
    "equipment": "cq.installation_years",
    "fit_out": "cq.installation_years",
}
#: A place's own heating season goes before the general one.
HEATING_SEASONS: Final = ("bhr.heating_season", "cq.heating_season")


def warranty_end(part: str, *, start: date, law: Law) -> date | None:
    """Return the last day of the least warranty of a part that begins on `start`.

    None where it does not follow from the text: a design life, cooling seasons, a contract.
    Raises UsageError if there is no such part or the law has no warranty on its day.
    """
    if part not in Component.part.choices:
        known = listed(Component.part.choices)
        raise UsageError(_("没有部位“{part}”；可选：{known}。").format(part=part, known=known))
    if "cq.warranty" not in law.rules:
        raise UsageError(_("{day} 还没有保修期的规定。").format(day=law.day))
    if part == "heating":
        return _heating_end(start, law)
    return add_years(start, _whole(YEARS[part], law)) if part in YEARS else None


def _heating_end(start: date, law: Law) -> date | None:
    if law.readings["cq.season_dates"] != "calendar":
        return None
    season = next(law.numbers[id_].value for id_ in HEATING_SEASONS if id_ in law.numbers)
    if not isinstance(season, tuple):
        raise TypeError(season)
    return last_day_of_seasons(
        start,
        count=_whole("cq.seasons", law),
        season=season,
        running_counts=law.readings["cq.broken_season"] == "counts",
    )


def _whole(number: str, law: Law) -> int:
    value = law.numbers[number].value
    if not isinstance(value, int):
        raise TypeError(number)
    return value
