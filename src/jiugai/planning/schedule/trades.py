"""The open choices of a schedule: trades, their days and order, seasons, weights."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any, Final

import yaml

from jiugai.kernel.errors import InputError
from jiugai.kernel.i18n import _, in_every_language, listed

DEFAULTS: Final = Path(__file__).with_name("trades.yaml")
WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
ESTATE: Final = "estate"
CURES: Final = "cures"

#: What must be said of every trade.
_NEEDED: Final = ("title", "unit", "crew", "per", "each")


@dataclass(frozen=True, slots=True)
class Trade:
    """One kind of works and how it is scheduled; see `trades.yaml` for what the fields mean."""

    id: str
    title: str
    unit: str
    crew: str
    each: Fraction
    per: Fraction
    fixed: Fraction = Fraction(0)
    crews: int = 1
    words: tuple[str, ...] = ()
    group: str = ""
    where: str = "building"
    weight: Fraction = Fraction(0)
    noisy: bool = False
    after: tuple[str, ...] = ()
    after_everywhere: tuple[str, ...] = ()
    lag: tuple[tuple[str, int], ...] = ()
    season: str = ""
    pauses: bool = False
    whole: bool = False
    scaffold: str = ""
    duties: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Return all that a list may call the trade, in any language."""
        return (self.id, *in_every_language(self.title), *self.words)

    def days(self, quantity: Fraction, factor: Fraction) -> int:
        """Return the working days of one activity; `factor` stretches them for quiet hours."""
        if self.whole:
            # No unit stays open overnight: a day takes whole units only, one at least.
            a_day = max(1, int(self.per / self.each / factor))
            return -int(-(self.fixed * factor) // 1) + -int(-quantity // a_day)
        return max(1, -int(-(self.fixed + self.each * quantity / self.per) * factor // 1))


@dataclass(frozen=True, slots=True)
class Season:
    """A season that some works avoid, and where its days come from."""

    id: str
    title: str
    rule: str = ""
    numbers: tuple[str, ...] = ()
    otherwise: str = ""


@dataclass(frozen=True, slots=True)
class Working:
    """The weekdays on which the site rests, and how long trades may work on the others."""

    rest: frozenset[int]
    noisy_rest: frozenset[int]
    factor: Fraction


@dataclass(frozen=True, slots=True)
class Weights:
    """What a household-day counts; see `trades.yaml`."""

    finish_first: bool
    finish_day: Fraction
    building_day: Fraction
    scaffold_day: Fraction
    pipes_day: Fraction


@dataclass(frozen=True, slots=True)
class Choices:
    """Everything about a schedule that is a matter of choice and not of law."""

    working: Working
    weights: Weights
    cures_everywhere: bool
    seasons: Mapping[str, Season]
    trades: Mapping[str, Trade]
    menus: Mapping[str, tuple[str, ...]]

    def members(self, name: str) -> tuple[str, ...]:
        """Return the trades of a group, or the one trade of that name."""
        found = tuple(id_ for id_, trade in self.trades.items() if trade.group == name)
        return found or (name,)


@cache
def default_choices() -> Choices:
    """Return the choices that ship with the project."""
    return _choices(_load(DEFAULTS), DEFAULTS.name)


def read_choices(path: Path) -> Choices:
    """Return the default choices with what a file changes.

    Raises InputError naming the entry if the file cannot be used.
    """
    base, change = _load(DEFAULTS), _load(path)
    for section, value in change.items():
        if section not in base:
            raise InputError(
                _("没有“{name}”这一节；可写 {known}。").format(name=section, known=listed(base)),
                file=path.name,
            )
        base[section] = _merged(base[section], value, section, path.name)
    return _choices(base, path.name)


def _load(path: Path) -> dict[str, Any]:
    try:
        raw = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise InputError(
            _("工种文件读不出来；请提供 UTF-8 的 YAML 文件。"), file=path.name
        ) from error
    if not isinstance(raw, dict):
        raise InputError(_("工种文件须分节填写，如 trades、seasons、working。"), file=path.name)
    return raw


def _merged(base: Any, change: Any, name: str, file: str) -> Any:
    if not isinstance(base, dict):
        return change
    if not isinstance(change, dict):
        raise InputError(_("“{name}”下须再分项填写。").format(name=name), file=file)
    found = dict(base)
    for key, value in change.items():
        both = isinstance(value, dict) and key in base
        found[key] = _merged(base[key], value, key, file) if both else value
    return found


def _choices(raw: dict[str, Any], file: str) -> Choices:
    try:
        trades = {id_: _trade(id_, one) for id_, one in raw["trades"].items()}
        seasons = {id_: Season(id=id_, **_listed(one)) for id_, one in raw["seasons"].items()}
        menus = {
            f"{prefix}.{item}": tuple(names)
            for prefix, items in raw["menus"].items()
            for item, names in items.items()
        }
        found = Choices(
            _working(raw["working"]),
            _weights(raw["objective"]),
            {"estate": True, "building": False}[raw["cures"]],
            seasons,
            trades,
            menus,
        )
    except (TypeError, KeyError, ValueError, ZeroDivisionError) as error:
        raise InputError(
            _("有一项写法不对：{error}；请对照随附的 trades.yaml。").format(error=error), file=file
        ) from error
    _check(found, file)
    return found


def _listed(raw: dict[str, Any]) -> dict[str, Any]:
    return {name: tuple(v) if isinstance(v, list) else v for name, v in raw.items()}


def _trade(id_: str, raw: dict[str, Any]) -> Trade:
    known = {field.name for field in fields(Trade)} - {"id"}
    if strange := sorted(set(raw) - known):
        raise ValueError(f"{id_}: {listed(strange)}")
    if absent := [name for name in _NEEDED if name not in raw]:
        raise ValueError(f"{id_}: {listed(absent)}?")
    values = _listed(raw)
    for name in ("fixed", "each", "per", "weight"):
        values[name] = _number(raw.get(name, 0), f"{id_}.{name}")
    if not values["per"] or not values["each"]:
        raise ValueError(f"{id_}.per, {id_}.each > 0")
    values["words"] = tuple(str(raw.get("words", "")).split())
    values["lag"] = tuple((name, int(days)) for name, days in raw.get("lag", {}).items())
    return Trade(id=id_, **values)


def _number(raw: object, name: str) -> Fraction:
    # A YAML number goes by what was written: 0.4 is 2/5, not its nearest binary fraction.
    if isinstance(raw, int | float) and not isinstance(raw, bool) and 0 <= raw < float("inf"):
        return Fraction(str(raw))
    raise ValueError(f"{name}: {raw!r}")


def _working(raw: dict[str, Any]) -> Working:
    hours, quiet = _number(raw["hours"], "hours"), _number(raw["noisy_hours"], "noisy_hours")
    if not 0 < quiet <= hours:
        raise ValueError("0 < noisy_hours ≤ hours")
    weekdays = {name: number for number, name in enumerate(WEEKDAYS)}
    rest = frozenset(weekdays[day] for day in raw["rest"])
    noisy = frozenset(weekdays[day] for day in raw["noisy_rest"])
    if len(rest | noisy) == len(WEEKDAYS):
        raise ValueError("rest, noisy_rest")
    return Working(rest, noisy, hours / quiet)


def _weights(raw: dict[str, Any]) -> Weights:
    first = raw["finish_first"]
    if not isinstance(first, bool):
        raise TypeError(f"finish_first: {first!r}")
    numbers = {name: _number(raw[name], name) for name in raw if name != "finish_first"}
    return Weights(finish_first=first, **numbers)


def _check(choices: Choices, file: str) -> None:
    """Refuse names that nothing has."""
    groups = {trade.group for trade in choices.trades.values()} - {""}
    known = groups | set(choices.trades)
    for trade in choices.trades.values():
        named = {*trade.after, *trade.after_everywhere, *(name for name, _days in trade.lag)}
        lost = sorted(named - known)
        if trade.season and trade.season not in choices.seasons:
            lost.append(trade.season)
        if lost:
            raise InputError(
                _("工种 {trade} 提到了不存在的 {names}；请改正名称。").format(
                    trade=trade.id, names=listed(lost)
                ),
                file=file,
            )
    used = {name for names in choices.menus.values() for name in names}
    if lost := sorted(used - set(choices.trades)):
        raise InputError(
            _("菜单项提到了不存在的工种 {names}；请改正名称。").format(names=listed(lost)),
            file=file,
        )
