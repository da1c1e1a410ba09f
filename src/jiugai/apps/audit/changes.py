"""What a change changed: only the fields that differ, sealed values masked."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import models

from jiugai.apps.accounts.seal import Sealed, SealedField


def values_of(thing: models.Model, names: Iterable[str] | None = None) -> dict[str, Any]:
    """Return the values of a thing's own fields as they are now, to be compared later."""
    wanted = None if names is None else set(names)
    return {
        field.attname: _masking(field, getattr(thing, field.attname))
        for field in thing._meta.concrete_fields
        if not field.generated and (wanted is None or {field.name, field.attname} & wanted)
    }


def _masking(field: Any, value: Any) -> Any:
    """Return a value that prints masked where its field is sealed, even before it is saved."""
    is_open = isinstance(field, SealedField) and value and not isinstance(value, Sealed)
    return field.sort(str(value)) if is_open else value


def changes_between(before: Mapping[str, Any], after: Mapping[str, Any]) -> dict[str, list[Any]]:
    """Return each field that differs with both values; facts within JSON are named one by one."""
    found: dict[str, list[Any]] = {}
    for name in sorted({*before, *after}):
        old, new = before.get(name), after.get(name)
        if isinstance(old, dict) and isinstance(new, dict):
            nested = changes_between(old, new)
            found |= {f"{name}.{inner}": pair for inner, pair in nested.items()}
        elif _differ(old, new):
            found[name] = [_plain(old), _plain(new)]
    return found


def _differ(old: Any, new: Any) -> bool:
    return bool(_opened(old) != _opened(new))


def _opened(value: Any) -> Any:
    return value.opened if isinstance(value, Sealed) else value


def _plain(value: Any) -> Any:
    """Return a value as JSON holds it; a sealed one prints masked."""
    match value:
        case Sealed():
            return str(value)
        case date():
            return value.isoformat()
        case Decimal() | models.Model():
            return str(value)
        case bytes() | memoryview():
            return f"{len(value)} B"
        case list() | tuple():
            return [_plain(one) for one in value]
        case dict():
            return {str(name): _plain(one) for name, one in value.items()}
        case _:
            return value if isinstance(value, (str, int, float, bool, type(None))) else str(value)
