"""Reading the works list: which building gets which works, how much, and from when."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Final

from jiugai.kernel.headings import by_word, named, title_of, word
from jiugai.kernel.i18n import _, in_every_language, listed
from jiugai.kernel.sheets import Row
from jiugai.planning.schedule.table import Line, day_in, lines_of, number_in, whole_in
from jiugai.planning.schedule.trades import Choices, Trade
from jiugai.planning.schedule.words import PUBLIC, UNITS, WORKS_HEADINGS

HOUSEHOLDS: Final = "户"
_NEAR: Final = 6
_COMMAS: Final = re.compile("[、,，;；]")


@dataclass(frozen=True, slots=True)
class Place:
    """A building, or with an empty name the public area of its estate."""

    estate: str
    building: str

    def __str__(self) -> str:
        return " ".join(part for part in (self.estate, self.building or title_of(PUBLIC)) if part)

    @property
    def key(self) -> str:
        """Return the place in the words of files, whatever the language."""
        return " ".join(part for part in (self.estate, self.building or PUBLIC[0]) if part)


@dataclass(frozen=True, slots=True)
class Works:
    """One trade at one place, as the list has it."""

    place: Place
    trade: Trade
    quantity: Fraction
    days: int | None
    earliest: date | None
    fixed: date | None
    before: tuple[str, ...]
    line: Line
    added: bool = False


@dataclass(frozen=True, slots=True)
class WorksList:
    """All works, and how many households live in each building."""

    works: tuple[Works, ...]
    households: Mapping[Place, int]
    notes: tuple[str, ...] = ()

    def residents(self, place: Place) -> int:
        """Return how many households a place's works disturb."""
        if place.building:
            return self.households.get(place, 0)
        return sum(
            count for other, count in self.households.items() if other.estate == place.estate
        )


def read_works(
    rows: Sequence[Row], file: str, choices: Choices, *, titles: Mapping[str, str]
) -> WorksList:
    """Return the works of a table; `titles` are those of the menu items in force.

    Raises InputError naming file and cell if anything in it cannot be used.
    """
    lines = lines_of(rows, WORKS_HEADINGS, ("building", "trade"), file)
    places = [_place(line) for line in lines]
    households = _households(lines, places)
    names = _names(choices, titles)
    found: dict[tuple[Place, str], Works] = {}
    for line, place in zip(lines, places, strict=True):
        for works in _works(line, place, names, choices, households.get(place)):
            first = found.setdefault((place, works.trade.id), works)
            if first is not works:
                raise line.wrong(
                    "trade",
                    _("{place}的“{trade}”与 {first} 重复；请合并成一行。").format(
                        place=place, trade=_(works.trade.title), first=first.line["trade"].at
                    ),
                )
    added, notes = _scaffolds(found, choices)
    return WorksList((*found.values(), *added), households, tuple(notes))


def _place(line: Line) -> Place:
    building = line.text("building")
    return Place(line.text("estate"), "" if named(building, PUBLIC) else building)


def _households(lines: Sequence[Line], places: Sequence[Place]) -> dict[Place, int]:
    found: dict[Place, int] = {}
    for line, place in zip(lines, places, strict=True):
        count = whole_in(line, "households")
        if count is None or not place.building:
            continue
        if found.setdefault(place, count) != count:
            raise line.wrong(
                "households",
                _("{place}的户数 {count} 与前面的 {first} 不同；请核对。").format(
                    place=place, count=count, first=found[place]
                ),
            )
    for line, place in zip(lines, places, strict=True):
        if place.building and place not in found:
            raise line.wrong(
                "households", _("{place}没有户数；请至少在一行填上户数。").format(place=place)
            )
    return found


def _names(choices: Choices, titles: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """Return which trades each name that a cell may have stands for."""
    found: dict[str, tuple[str, ...]] = {}
    for item, trades in choices.menus.items():
        found[word(item)] = trades
        if item in titles:
            for title in in_every_language(titles[item]):
                found.setdefault(word(title), trades)
    for trade in choices.trades.values():
        for name in trade.names:
            found[word(name)] = (trade.id,)
    return found


def _works(
    line: Line,
    place: Place,
    names: Mapping[str, tuple[str, ...]],
    choices: Choices,
    households: int | None,
) -> Iterator[Works]:
    trades = names.get(word(line.text("trade")))
    if trades is None:
        raise line.wrong("trade", _unknown(line.text("trade"), choices))
    if not trades:
        raise line.wrong(
            "trade",
            _("“{text}”没有施工内容，不能排期；请删去这一行。").format(text=line.text("trade")),
        )
    for id_ in trades:
        trade = choices.trades[id_]
        yield Works(
            place,
            trade,
            _quantity(line, trade, alone=len(trades) == 1, households=households),
            _days(line, alone=len(trades) == 1),
            day_in(line, "earliest"),
            day_in(line, "fixed") if len(trades) == 1 else None,
            tuple(filter(None, map(str.strip, _COMMAS.split(line.text("before"))))),
            line,
        )


def _unknown(text: str, choices: Choices) -> str:
    near = [t.title for t in choices.trades.values() if set(t.title) & set(text)]
    some = near or [trade.title for trade in choices.trades.values()]
    return _("不认识工种或菜单项“{text}”；可用 {some} 等，全部见模板的“填写说明”。").format(
        text=text or _("（空）"), some=listed(map(_, some[:_NEAR]))
    )


def _days(line: Line, *, alone: bool) -> int | None:
    days = whole_in(line, "days")
    if days == 0:
        raise line.wrong("days", _("工期不能是 0；请至少填 1 天。"))
    if days is not None and not alone:
        raise line.wrong("days", _("这个菜单项分成几个工种，工期须分开填；请每个工种写一行。"))
    return days


def _quantity(line: Line, trade: Trade, *, alone: bool, households: int | None) -> Fraction:
    """Return how much there is to do, in the unit of the trade."""
    found = number_in(line, "quantity")
    unit = _unit(line, found[1] if found else "")
    if found is not None and (unit == trade.unit or (alone and not unit)):
        return found[0]
    if found is not None and alone:
        raise line.wrong(
            "unit" if line.text("unit") else "quantity",
            _("“{trade}”按{unit}计，不是{given}；请换算后填写。").format(
                trade=_(trade.title), unit=_(trade.unit), given=_(unit)
            ),
        )
    if trade.unit == HOUSEHOLDS and households is not None:
        return Fraction(households)
    if line.text("days") and alone:
        return Fraction(0)
    raise line.wrong(
        "quantity",
        _("“{trade}”缺工程量；请填多少{unit}，菜单项分成几个工种的请每个工种写一行。").format(
            trade=_(trade.title), unit=_(trade.unit)
        ),
    )


def _unit(line: Line, behind: str) -> str:
    """Return the unit that a line names beside or behind its quantity, empty if none."""
    for name, text in (("unit", line.text("unit")), ("quantity", behind)):
        if text:
            unit = by_word(UNITS).get(word(text))
            if unit is not None:
                return unit
            known = listed(map(_, UNITS))
            raise line.wrong(
                name, _("不认识单位“{text}”；可用 {units}。").format(text=text, units=known)
            )
    return ""


def _scaffolds(
    found: Mapping[tuple[Place, str], Works], choices: Choices
) -> tuple[list[Works], list[str]]:
    """Return the scaffolds that works need and the list does not have."""
    added, notes = [], []
    places = dict.fromkeys(place for place, _trade in found)
    for place in places:
        needing = [w for (where, _t), w in found.items() if where == place and w.trade.scaffold]
        missing = [id_ for id_ in ("scaffold_up", "scaffold_down") if (place, id_) not in found]
        if not needing or not missing:
            continue
        area = _facade(place, found, needing)
        for id_ in missing:
            line = needing[0].line
            added.append(
                Works(place, choices.trades[id_], area, None, None, None, (), line, added=True)
            )
        notes.append(
            _("{place}：表中没有，按 {area} m² 加上{what}。").format(
                place=place,
                area=f"{float(area):g}",
                what=listed(_(choices.trades[id_].title) for id_ in missing),
            )
        )
    return added, notes


def _facade(
    place: Place, found: Mapping[tuple[Place, str], Works], needing: Sequence[Works]
) -> Fraction:
    """Return the area of the scaffold: that of its other half or of the largest façade works."""
    halves = [
        found[key].quantity
        for id_ in ("scaffold_up", "scaffold_down")
        if (key := (place, id_)) in found
    ]
    areas = halves or [works.quantity for works in needing if works.trade.scaffold == "area"]
    if not areas or not max(areas):
        raise needing[0].line.wrong(
            "trade",
            _("{place}的“{trade}”要搭脚手架；请加一行“搭脚手架”写明立面面积 m²。").format(
                place=place, trade=_(needing[0].trade.title)
            ),
        )
    return max(areas)
