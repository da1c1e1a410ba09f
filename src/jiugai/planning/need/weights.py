"""The open weights of a plan: what counts as need, and what works are worth."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any, Final

import yaml

from jiugai.kernel.errors import InputError
from jiugai.kernel.i18n import _, listed
from jiugai.planning.classes import CLASSES
from jiugai.policy.vocabulary import Estate

DEFAULTS: Final = Path(__file__).with_name("weights.yaml")

_NAMES: Final = (
    "scoring",
    "measure",
    "classes",
    "basic_share",
    "later",
    "neighbours",
    "parts",
)
#: What may be changed in a part; which fact it reads, and how, goes with its name.
_OPEN: Final = ("weight", "scale", "values")


class Measure(StrEnum):
    """What the score of an estate is multiplied by."""

    HOUSEHOLDS = "households"
    ESTATES = "estates"


class Scoring(StrEnum):
    """How need becomes a score; both are computed, one drives the plan."""

    WEIGHTED = "weighted"  # by the weights of the parts
    TOPSIS = "topsis"  # by closeness to the neediest, weights by entropy


class Reads(StrEnum):
    """How a fact becomes a number between 0 and 1."""

    AGE = "age"  # years from the built year to the first plan year, over a scale
    NUMBER = "number"  # over a scale
    PER_100_HOUSEHOLDS = "per_100_households"  # over a scale
    CHOICE = "choice"  # a value per word
    FLAG = "flag"  # yes 1, no 0


@dataclass(frozen=True, slots=True)
class PartWeight:
    """One part of the score: its share of the whole, the fact it reads, and how."""

    id: str
    title: str
    weight: Fraction
    fact: str
    reads: Reads
    scale: tuple[float, float]
    values: Mapping[str, float]
    reason: str


@dataclass(frozen=True, slots=True)
class Together:
    """What two neighbours in the same year add, as a share of the smaller basic worth."""

    worth: Fraction = Fraction(0)
    within_m: int = 0
    most: int = 0


@dataclass(frozen=True, slots=True)
class Weights:
    """Everything about a plan that is a matter of choice and not of law."""

    measure: Measure
    classes: tuple[Fraction, Fraction, Fraction]
    later: Fraction
    parts: tuple[PartWeight, ...]
    basic_share: Fraction = Fraction(0)
    neighbours: Together = Together()
    scoring: Scoring = Scoring.WEIGHTED

    @property
    def total(self) -> Fraction:
        """Return the sum of the weights, by which each is divided."""
        return sum((part.weight for part in self.parts), Fraction(0))


@cache
def default_weights() -> Weights:
    """Return the weights that ship with the project."""
    return _weights(_load(DEFAULTS), DEFAULTS.name)


def read_weights(path: Path) -> Weights:
    """Return the default weights with what a file changes.

    Raises InputError naming the entry if the file cannot be used.
    """
    return changed_weights(_load(path), file=path.name)


def changed_weights(change: Mapping[str, Any], *, file: str) -> Weights:
    """Return the default weights with what a mapping changes, written as in a file.

    Raises InputError naming the entry, and the `file` that it counts as, if it cannot be used.
    """
    return _weights(_merged(_load(DEFAULTS), dict(change), file), file)


def _load(path: Path) -> dict[str, Any]:
    try:
        raw = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise InputError(
            _("权重文件读不出来；请提供 UTF-8 的 YAML 文件。"), file=path.name
        ) from error
    if not isinstance(raw, dict):
        raise InputError(
            _("权重文件须是“名称: 值”的 YAML，可写 {names}。").format(names=listed(_NAMES)),
            file=path.name,
        )
    return raw


def _merged(base: dict[str, Any], change: dict[str, Any], file: str) -> dict[str, Any]:
    """Return `base` with the entries of `change`, which must exist in it."""
    found = dict(base)
    known = [name for name in base if "weight" not in base or name in _OPEN]
    for name, value in change.items():
        if name not in known:
            raise InputError(
                _("没有“{name}”这一项；可写 {known}。").format(name=name, known=listed(known)),
                file=file,
            )
        if not isinstance(base[name], dict) or name == "values":
            found[name] = value
        elif isinstance(value, dict):
            found[name] = _merged(base[name], value, file)
        elif "weight" in base[name]:  # `age: 30` is short for `age: {weight: 30}`
            found[name] = base[name] | {"weight": value}
        else:
            raise InputError(_("“{name}”下须再分项填写。").format(name=name), file=file)
    return found


def _weights(raw: dict[str, Any], file: str) -> Weights:
    measure, scoring = _measure(raw["measure"], file), _scoring(raw["scoring"], file)
    classes = [_number(raw["classes"][works.value], works.value, file) for works in CLASSES]
    later = _number(raw["later"], "later", file)
    if not 0 < later <= 1:
        raise InputError(_("later 须大于 0、不超过 1。"), file=file)
    parts = tuple(_part(id_, part, file) for id_, part in raw["parts"].items())
    basic = _number(raw["basic_share"], "basic_share", file)
    if basic > 1:
        raise InputError(_("basic_share 须在 0 至 1 之间。"), file=file)
    together = _together(raw["neighbours"], file)
    found = Weights(
        measure, (classes[0], classes[1], classes[2]), later, parts, basic, together, scoring
    )
    if not found.total:
        raise InputError(_("各部分权重全为 0；请至少给一项权重。"), file=file)
    return found


def _measure(raw: object, file: str) -> Measure:
    try:
        return Measure(str(raw))
    except ValueError as error:
        raise InputError(_("measure 只能是 households 或 estates。"), file=file) from error


def _scoring(raw: object, file: str) -> Scoring:
    try:
        return Scoring(str(raw))
    except ValueError as error:
        raise InputError(_("scoring 只能是 weighted 或 topsis。"), file=file) from error


def _together(raw: dict[str, Any], file: str) -> Together:
    worth, within, most = (_number(raw[name], f"neighbours.{name}", file) for name in raw)
    return Together(worth, int(within), int(most))


def _part(id_: str, raw: dict[str, Any], file: str) -> PartWeight:
    reads = Reads(raw["reads"])
    scale = raw.get("scale", [0, 1])
    if not isinstance(scale, list) or len(scale) != len(("at 0", "at 1")):
        raise InputError(_("{id} 的 scale 须是两个数。").format(id=id_), file=file)
    low, high = (float(_number(end, f"{id_}.scale", file)) for end in scale)
    if low == high:
        raise InputError(_("{id} 的 scale 两端不能相同。").format(id=id_), file=file)
    return PartWeight(
        id=id_,
        title=raw["title"],
        weight=_number(raw["weight"], id_, file),
        fact=raw["fact"],
        reads=reads,
        scale=(low, high),
        values=_values(id_, raw, file),
        reason=raw["reason"],
    )


def _values(id_: str, raw: dict[str, Any], file: str) -> dict[str, float]:
    values = raw.get("values", {})
    choices = Estate.fact(raw["fact"]).choices
    fits = isinstance(values, dict) and set(values) == set(choices)
    if not fits and Reads(raw["reads"]) is Reads.CHOICE:
        raise InputError(
            _("{id} 的 values 须恰好给出 {words} 各一个 0 至 1 的数。").format(
                id=id_, words=listed(choices)
            ),
            file=file,
        )
    found = {word: float(_number(values[word], f"{id_}.{word}", file)) for word in values}
    if any(value > 1 for value in found.values()):
        raise InputError(_("{id} 的 values 须在 0 至 1 之间。").format(id=id_), file=file)
    return found


def _number(raw: object, name: str, file: str) -> Fraction:
    # A YAML number goes by what was written: 0.97 is 97/100, not its nearest binary fraction.
    if isinstance(raw, int | float) and not isinstance(raw, bool) and 0 <= raw < float("inf"):
        return Fraction(str(raw))
    raise InputError(_("{name} 须是 0 或正数。").format(name=name), file=file)
