"""What the record keeps by name and code, in the words of those who read it."""

import re
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from typing import Any, Final

from django.apps import apps
from django.utils.functional import Promise

from jiugai.apps.audit.details import (
    CHOICES,
    CODES,
    DETAIL,
    HOLDINGS,
    NAMING,
    NUMBERED,
    REFERRING,
)
from jiugai.apps.audit.models import Line
from jiugai.kernel.i18n import _ as say
from jiugai.kernel.i18n import headed, listed, measured, noted
from jiugai.policy.naming import fact_name
from jiugai.policy.rulebook import rulebook
from jiugai.policy.vocabulary import SUBJECTS, Fact, Kind
from jiugai.policy.wording import shown

NOTHING: Final = "—"
#: Numbers from here on have their thousands separated; years stay below.
SEPARATED: Final = 10_000
#: A menu item that is done to one building, like `xc18.menu.lift.b217`.
_PLACED: Final = re.compile(r"(.+)\.b(\d+)")
#: What may be the id of an entry of the rulebook, or the key of a holding.
_ID: Final = re.compile(r"[a-z]\w*(?:\.\w+)+", re.ASCII)
#: Details that name documents; elsewhere their short ids may be anything.
_DOCUMENTS: Final = frozenset({"adopt", "document", "without"})


def title_of(name: str, line: Line) -> str:
    """Return what a detail or a changed field of a line is called; an unknown one by its name."""
    return next(_titles(name, line), name)


def in_words(name: str, value: Any, line: Line) -> str:
    """Return what a line keeps under a name as people read it."""
    if value in (None, "", [], {}):
        return NOTHING
    match value:
        case bool():
            return say("是") if value else say("否")
        case dict():
            parts = (
                headed(
                    DETAIL.get(f"{name}.{key}") or title_of(key, line), in_words(key, one, line)
                )
                for key, one in value.items()
            )
            return listed(parts, "，")
        case [str() as item, int() | None as building] if item in _entries():
            return _placed(item, building)
        case list():
            is_flat = not any(isinstance(one, dict | list) for one in value)
            mark = "、" if is_flat else "；"
            return listed((in_words(name, one, line) for one in value), mark)
        case _:
            return next(_readings_of(name, value, line))


def thing_of(line: Line) -> str:
    """Return what the thing is called that a line speaks of, as it was called then."""
    name, _is, option = line.subject_name.partition("=")
    if option and name in rulebook().readings:
        return headed(title_of(name, line), in_words(name, option, line))
    return _ID.sub(lambda found: _known(found[0]) or found[0], line.subject_name)


def _titles(name: str, line: Line) -> Iterator[str]:
    """Yield what a name may stand for, what is nearest to the subject of the line first."""
    if known := _known(name):
        yield known
    if "." in name:
        with suppress(KeyError):
            yield fact_name(name)
    last = name.rpartition(".")[2]
    if (special := f"{line.action}.{name}") in DETAIL:
        yield str(DETAIL[special])
    facts, fields = _facts(last, line), _fields(last, line)
    named = [(of, one) for of, one in fields if isinstance(one.verbose_name, Promise)]
    yield from (str(one.verbose_name) for of, one in named if of == line.subject)
    yield from (say(fact.heading) for fact in facts if _is_own(fact, line))
    if last in DETAIL:
        yield str(DETAIL[last])
    yield from (say(fact.heading) for fact in facts)
    yield from (str(one.verbose_name) for of, one in named if _app(of) == _app(line.subject))


def _readings_of(name: str, value: str | float, line: Line) -> Iterator[str]:
    """Yield how one value may be read, the surest way first; at last as it stands."""
    last = name.rpartition(".")[2]
    if isinstance(value, int | float):
        yield from _measured(last, value)
    if isinstance(value, int) and last in REFERRING:
        yield _called(REFERRING[last], value) or str(value)
    facts = _facts(last, line)
    yield from (said for fact in facts if _is_own(fact, line) and (said := _of_fact(fact, value)))
    if isinstance(value, str):
        yield from _named(last, name, value, line)
    yield from _chosen(last, value, line)
    yield from (said for fact in facts if (said := _of_fact(fact, value)))
    if isinstance(value, str) and last in NAMING:
        yield from _titles(value, line)
    yield str(value) if last in NUMBERED or last.endswith("_id") else _number(value)


def _measured(name: str, value: float) -> Iterator[str]:
    if name in {"cents", "budget"} or name.endswith("_cents"):
        yield say("{yuan:,.2f} 元").format(yuan=value / 100)
    if name == "area_dm2":
        yield measured(f"{value / 100:,}", say("㎡"))


def _named(last: str, name: str, value: str, line: Line) -> Iterator[str]:
    """Yield what a text is the id or a code of: an entry or a document of the rulebook, ours."""
    placed = _PLACED.fullmatch(value)
    if value in _entries():
        yield say(_entries()[value])
    elif placed and placed[1] in _entries():
        yield _placed(placed[1], int(placed[2]))
    if last in _DOCUMENTS and value in rulebook().documents:
        yield say(rulebook().documents[value].title)
    reading = rulebook().readings.get(line.subject_name if last == "option" else name)
    if reading is not None and value in reading.options:
        yield say(reading.options[value])
    if value in (codes := CODES.get(last, {})):
        yield str(codes[value])


def _chosen(name: str, value: str | float, line: Line) -> Iterator[str]:
    """Yield the label of a choice, be it of the subject, of its app or of any other model."""
    fields = [one for _of, one in _fields(name, line)]
    if other := CHOICES.get(f"{line.subject}.{name}") or CHOICES.get(name):
        model, _dot, field = other.rpartition(".")
        fields.insert(0, apps.get_model(model)._meta.get_field(field))
    for one in fields:
        choices = dict(getattr(one, "base_field", one).flatchoices)  # lists have a field within
        if value in choices:
            yield str(choices[value])


def _of_fact(fact: Fact, value: str | float) -> str:
    """Return a value as one of a fact; nothing if it cannot be one."""
    match fact.kind:
        case Kind.CHOICE if value not in fact.choices:
            return ""
        case Kind.WHOLE | Kind.DECIMAL:
            return measured(_number(value), say(fact.unit))
        case _:
            with suppress(ValueError):
                return shown(fact, value)
            return ""


def _number(value: str | float) -> str:
    is_large = isinstance(value, int | float) and abs(value) >= SEPARATED
    return f"{value:,}" if is_large else str(value)


def _placed(item: str, building: int | None) -> str:
    """Return a menu item with the building that it is done to."""
    title = say(_entries()[item])
    if building is None:
        return title
    called = _called("registry.building", building)
    return noted(title, called or f"{DETAIL['building']} {building}")


def _called(label: str, key: object) -> str:
    """Return what a thing is called today; nothing if it is gone or not to be seen."""
    model: Any = apps.get_model(label)
    return str(model.objects.filter(pk=key).first() or "")


def _known(name: str) -> str:
    """Return what an id is called that means the same everywhere; nothing if it is none."""
    return str(HOLDINGS.get(name, "")) or say(_entries().get(name, ""))


def _facts(name: str, line: Line) -> list[Fact]:
    """Return the facts of a name, those of the line's subject first."""
    return sorted(_facts_named(name), key=lambda fact: not _is_own(fact, line))


@cache
def _facts_named(name: str) -> tuple[Fact, ...]:
    return tuple(fact for one in SUBJECTS for fact in one.facts() if fact.name == name)


def _is_own(fact: Fact, line: Line) -> bool:
    return fact.subject == line.subject.rpartition(".")[2]


def _fields(name: str, line: Line) -> list[tuple[str, Any]]:
    """Return the fields of a name, each with its model: the subject's, its app's, the others."""
    app = _app(line.subject)
    return sorted(
        _fields_named(name), key=lambda found: (found[0] != line.subject, _app(found[0]) != app)
    )


@cache
def _fields_named(name: str) -> tuple[tuple[str, Any], ...]:
    ours = [model for model in apps.get_models() if model.__module__.startswith("jiugai.")]
    return tuple(
        (model._meta.label_lower, field)
        for model in ours
        for field in model._meta.concrete_fields
        if name in (field.name, field.attname)
    )


def _app(label: str) -> str:
    return label.partition(".")[0]


@cache
def _entries() -> dict[str, str]:
    """Return what is called how in the rulebook: rules, readings, numbers, menu items, duties."""
    found = {rule.id: rule.title for rule in rulebook().rules.values()}
    found |= {reading.id: reading.question for reading in rulebook().readings.values()}
    for document in rulebook().documents.values():
        found |= {number.id: number.title for number in document.numbers.values()}
        found |= {item.id: item.title for item in document.menu}
        found |= {duty.id: duty.title for duty in document.duties}
    return found
