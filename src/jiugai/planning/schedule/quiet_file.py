"""Reading the table of days on which a site rests or is quiet."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from jiugai.kernel.headings import by_word, word
from jiugai.kernel.i18n import _
from jiugai.kernel.sheets import Row
from jiugai.planning.schedule.quiet import Stretch
from jiugai.planning.schedule.table import Line, day_in, lines_of
from jiugai.planning.schedule.words import KINDS, QUIET_HEADINGS

_LONGEST: Final = 400


def read_quiet(rows: Sequence[Row], file: str) -> tuple[Stretch, ...]:
    """Return the stretches of a table; raises InputError naming file and cell if one is wrong."""
    lines = lines_of(rows, QUIET_HEADINGS, ("since", "until", "kind"), file)
    return tuple(_stretch(line) for line in lines)


def _stretch(line: Line) -> Stretch:
    since = _needed(line, "since")
    until = day_in(line, "until") or since
    if until < since:
        raise line.wrong(
            "until", _("止于 {until}，早于起始 {since}；请核对。").format(until=until, since=since)
        )
    if (until - since).days > _LONGEST:
        raise line.wrong("until", _("一段超过 {most} 天；请核对年份。").format(most=_LONGEST))
    kind = by_word(KINDS).get(word(line.text("kind")))
    if kind is None:
        raise line.wrong(
            "kind",
            _("不认识类别“{text}”；请写 停工、静默、汛期 或 冬期。").format(
                text=line.text("kind")
            ),
        )
    return Stretch(since, until, kind, line.text("title") or line.text("kind"))


def _needed(line: Line, name: str) -> date:
    day = day_in(line, name)
    if day is None:
        raise line.wrong(name, _("缺起始日期；请写成 2026-06-07。"))
    return day
