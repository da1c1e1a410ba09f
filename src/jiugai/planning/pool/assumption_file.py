"""Reading a file of assumptions; anything doubtful in it is refused by name."""

from collections.abc import Hashable, Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any, Final

import yaml

from jiugai.kernel.division import division, find_division, shortest
from jiugai.kernel.errors import InputError, UsageError
from jiugai.kernel.i18n import _, listed
from jiugai.planning.classes import CLASSES
from jiugai.planning.pool.assumptions import (
    ENTRIES,
    PER_BUILDING,
    PER_ESTATE,
    PER_HOUSEHOLD,
    PER_M2,
    Assumptions,
    Case,
    When,
    ordered_cases,
)
from jiugai.policy.vocabulary import Estate

TEMPLATE: Final = Path(__file__).with_name("assumptions.yaml")

_SOURCE, _CASES, _WHEN, _PER_M2 = "source", "cases", "when", "cost_per_m2"
_PLAIN: Final = (PER_BUILDING, PER_ESTATE, PER_HOUSEHOLD)
#: Beyond these a figure is in another unit or mistyped.
_MOST: Final = {PER_BUILDING: 10_000, PER_ESTATE: 100_000, PER_HOUSEHOLD: 5_000} | dict.fromkeys(
    PER_M2, 1_000_000
)
_YEARS: Final = ("built_from", "built_to")
_CONDITIONS: Final = (*_YEARS, "structure", "division")
_FIRST_YEAR, _LAST_YEAR = 1840, 2100
_MOST_BYTES: Final = 1_000_000
_DISTRICT: Final = 6
_QUOTED: Final = 40

Raw = Mapping[str, Any]


class _OnceOnly(yaml.SafeLoader):
    """Refuses a name that stands twice, of which YAML would silently take the last."""


def _mapping(loader: _OnceOnly, node: yaml.MappingNode) -> dict[Hashable, Any]:
    names = [loader.construct_object(key) for key, _value in node.value]
    twice = [name for name in names if names.count(name) > 1]
    if twice:
        raise InputError(_("“{name}”写了两次；请只留一处。").format(name=_shown(twice[0])))
    return {
        name: loader.construct_object(value, deep=True)
        for name, (_key, value) in zip(names, node.value, strict=True)
    }


_OnceOnly.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _mapping)


def read_assumptions(path: Path) -> Assumptions:
    """Return what a file declares.

    Raises InputError naming the entry if anything in it cannot be used, or it declares nothing.
    """
    try:
        return declared(_load(path), file=path.name)
    except InputError as error:
        raise InputError(str(error), file=path.name) from error


def _load(path: Path) -> Raw:
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise InputError(_("文件过大，不像假设文件；请检查是否选错了文件。"))
        raw = yaml.load(path.read_text(encoding="utf-8-sig"), _OnceOnly)  # noqa: S506 - a safe one
    except (OSError, ValueError, TypeError, RecursionError, yaml.YAMLError) as error:
        raise InputError(_("假设文件读不出来；请提供 UTF-8 的 YAML 文件。")) from error
    if not isinstance(raw, dict):
        raise InputError(
            _("假设文件须是“名称: 值”的 YAML；模板见 jiugai plan --assumptions-template FILE。")
        )
    return raw


def declared(raw: Raw, *, file: str) -> Assumptions:
    """Return what a mapping declares, written as in a file.

    Raises InputError naming the entry if anything in it cannot be used, or it declares nothing.
    """
    _known(raw, (_SOURCE, *_PLAIN, _PER_M2, _CASES), "")
    special = [_case(one, number) for number, one in enumerate(_list(raw), start=1)]
    general = _values(raw, "")
    if not general and not special:
        raise InputError(_("没有给出任何假设；请至少填一项，或不用 --assumptions。"))
    source = raw.get(_SOURCE)
    if not isinstance(source, str) or not source.strip():
        raise InputError(_("请在 source 写明依据：谁、根据什么作出这些假设。"))
    _refuse_twins(special)
    return Assumptions(source.strip(), ordered_cases(special, general), file)


def _known(raw: Raw, names: tuple[str, ...], where: str) -> None:
    for name in raw:
        if name not in names:
            raise InputError(
                _("{where}没有“{name}”这一项；可写 {known}。").format(
                    where=where, name=_shown(name), known=listed(names)
                )
            )


def _list(raw: Raw) -> list[Any]:
    cases = raw.get(_CASES)
    if cases is None:
        return []
    if not isinstance(cases, list):
        raise InputError(_("cases 须是若干条“- when: …”。"))
    return cases


def _case(raw: Any, number: int) -> Case:
    where = _("cases 第 {number} 条：").format(number=number)
    if not isinstance(raw, dict) or not isinstance(raw.get(_WHEN), dict) or not raw[_WHEN]:
        raise InputError(_("{where}须以 when 写明至少一个条件。").format(where=where))
    _known(raw, (_WHEN, *_PLAIN, _PER_M2), where)
    values = _values(raw, where)
    if not values:
        raise InputError(_("{where}没有给出任何假设。").format(where=where))
    return Case(_when(raw[_WHEN], where), values)


def _values(raw: Raw, where: str) -> dict[str, Fraction]:
    rates = raw.get(_PER_M2) or {}
    if not isinstance(rates, dict):
        raise InputError(_("{where}cost_per_m2 下须再按类别填写。").format(where=where))
    _known(rates, tuple(works.value for works in CLASSES), where)
    flat = {name: raw.get(name) for name in _PLAIN}
    flat |= {f"{_PER_M2}.{name}": rate for name, rate in rates.items()}
    return {
        name: _number(flat[name], name, where) for name in ENTRIES if flat.get(name) is not None
    }


def _number(raw: Any, name: str, where: str) -> Fraction:
    least = _("不小于 0") if name in PER_M2 else _("大于 0")
    is_number = isinstance(raw, int | float) and not isinstance(raw, bool)
    if is_number and 0 <= raw <= _MOST[name] and (raw or name in PER_M2):
        # A YAML number goes by what was written: 62.5 is 125/2.
        return Fraction(str(raw))
    raise InputError(
        _("{where}{name} 写的是“{raw}”，须是{least}、不超过 {most} 的数，不带单位。").format(
            where=where, name=name, raw=_shown(raw), least=least, most=_MOST[name]
        )
    )


def _when(raw: Raw, where: str) -> When:
    _known(raw, _CONDITIONS, where)
    first, last = (_year(raw.get(name), name, where) for name in _YEARS)
    if first is not None and last is not None and first > last:
        raise InputError(
            _("{where}built_from {first} 晚于 built_to {last}；请改正其中一项。").format(
                where=where, first=first, last=last
            )
        )
    return When(
        first, last, _structure(raw.get("structure"), where), _place(raw.get("division"), where)
    )


def _year(raw: Any, name: str, where: str) -> int | None:
    if raw is None:
        return None
    if isinstance(raw, int) and not isinstance(raw, bool) and _FIRST_YEAR <= raw <= _LAST_YEAR:
        return raw
    raise InputError(
        _("{where}{name} 写的是“{raw}”，须是四位年份。").format(
            where=where, name=name, raw=_shown(raw)
        )
    )


def _structure(raw: Any, where: str) -> str:
    choices = Estate.fact("structure").choices
    words = {title: word for word, title in choices.items()} | {word: word for word in choices}
    if raw is None:
        return ""
    if not isinstance(raw, str) or raw not in words:
        raise InputError(
            _("{where}不认识结构类型“{raw}”；请用 {known} 之一。").format(
                where=where, raw=_shown(raw), known=listed(choices.values())
            )
        )
    return words[raw]


def _place(raw: Any, where: str) -> str:
    """Return the code of a division, which may be given by code or, for a district, by name."""
    if raw is None:
        return ""
    text = _shown(raw).strip()
    named = None if text.isdecimal() else find_division(text)
    if named is not None:
        return named.code
    try:
        division(text[:_DISTRICT] or "–")
    except UsageError as error:
        raise InputError(f"{where}{error}") from error
    return shortest(text)


def _shown(raw: Any) -> str:
    """Return a value as a message quotes it."""
    return "…" if isinstance(raw, dict | list) else str(raw)[:_QUOTED]


def _refuse_twins(cases: list[Case]) -> None:
    """Refuse two cases with the same conditions that say different things of one entry."""
    seen: dict[tuple[When, str], tuple[int, Fraction]] = {}
    for number, case in enumerate(cases, start=1):
        for entry, value in case.values.items():
            first, before = seen.setdefault((case.when, entry), (number, value))
            if before != value:
                raise InputError(
                    _(
                        "cases 第 {first} 条与第 {number} 条条件相同，{entry} 却不同；请只留一条。"
                    ).format(first=first, number=number, entry=entry)
                )
