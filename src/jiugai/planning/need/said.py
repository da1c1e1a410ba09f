"""The weights of a plan in words, so that two plans can tell what differs."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from enum import StrEnum
from typing import Final

from jiugai.planning.need.weights import PartWeight, Weights

#: What goes with the name of a part, or is only explanation.
_FIXED: Final = ("id", "title", "fact", "reads", "reason")


def weights_said(weights: Weights) -> dict[str, str]:
    """Return every weight as text, by name; equal mappings mean equal benefit."""
    found: dict[str, str] = {}
    for field in fields(weights):
        value = getattr(weights, field.name)
        if field.name == "parts":
            found |= {f"parts.{part.id}": _part(part) for part in value}
        else:
            found[field.name] = _said(value)
    return found


def _part(part: PartWeight) -> str:
    open_ = [field.name for field in fields(part) if field.name not in _FIXED]
    return "; ".join(f"{name} {said}" for name in open_ if (said := _said(getattr(part, name))))


def _said(value: object) -> str:
    match value:
        case StrEnum():
            return value.value
        case Mapping():
            return ", ".join(f"{key}={_said(one)}" for key, one in value.items())
        case tuple():
            return ", ".join(map(_said, value))
        case _ if is_dataclass(value):
            return "; ".join(_members(value))
        case _:
            return str(value)


def _members(value: object) -> Iterator[str]:
    for name in type(value).__dataclass_fields__:  # type: ignore[attr-defined]
        yield f"{name} {_said(getattr(value, name))}"
