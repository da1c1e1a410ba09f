"""How many crews of each kind there are: a table, or a text like 架子队=2,水暖队=1."""

from collections.abc import Mapping, Sequence

from jiugai.kernel.errors import InputError, UsageError
from jiugai.kernel.headings import by_word, word
from jiugai.kernel.i18n import _, listed, ngettext
from jiugai.kernel.sheets import Row
from jiugai.planning.schedule.table import lines_of, whole_in
from jiugai.planning.schedule.trades import Choices
from jiugai.planning.schedule.words import CREW_HEADINGS
from jiugai.planning.schedule.works import Works

Crews = dict[str, int]


def read_crews(rows: Sequence[Row], file: str, choices: Choices) -> Crews:
    """Return the crews of a table.

    Raises InputError naming file and cell if a kind is unknown or named twice.
    """
    known = _known(choices)
    found: Crews = {}
    for line in lines_of(rows, CREW_HEADINGS, ("crew", "number"), file):
        kind = known.get(word(line.text("crew")))
        if kind is None:
            raise line.wrong("crew", _unknown(line.text("crew"), known))
        if kind in found:
            raise line.wrong("crew", _("“{crew}”重复；请合并成一行。").format(crew=_(kind)))
        found[kind] = whole_in(line, "number") or 0
    return found


def parse_crews(text: str, choices: Choices) -> Crews:
    """Return the crews of a text; raises UsageError if it cannot be read."""
    known = _known(choices)
    found: Crews = {}
    for part in text.replace("，", ",").split(","):
        name, equals, number = part.partition("=")
        if not equals or not number.strip().isdecimal():
            raise UsageError(
                _("“{part}”应写成 队伍=数量，如 架子队=2；几项用逗号隔开。").format(part=part)
            )
        kind = known.get(word(name))
        if kind is None:
            raise UsageError(_unknown(name, known))
        found[kind] = int(number)
    return found


def _known(choices: Choices) -> Mapping[str, str]:
    crews = dict.fromkeys(trade.crew for trade in choices.trades.values())
    return by_word({crew: (crew,) for crew in crews})


def _unknown(name: str, known: Mapping[str, str]) -> str:
    return _("不认识队伍“{name}”；可用 {known}。").format(
        name=name, known=listed(map(_, dict.fromkeys(known.values())))
    )


def refuse_missing(works: Sequence[Works], crews: Crews, file: str) -> None:
    """Raise InputError if works need a crew that there is none of, or too few."""
    for one in works:
        number = crews.get(one.trade.crew, 0)
        if number < one.trade.crews:
            raise InputError(
                ngettext(
                    "“{trade}”要用 {need} 支{crew}，现有 {number} 支；请在队伍表或 --crews 补上。",
                    one.trade.crews,
                ).format(
                    trade=_(one.trade.title),
                    need=one.trade.crews,
                    crew=_(one.trade.crew),
                    number=number,
                ),
                file=file,
                cell=one.line["trade"].at,
            )
