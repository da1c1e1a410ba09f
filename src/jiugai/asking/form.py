"""A questionnaire: its questions in order, in groups, with the lists of choices."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any, Final

#: Texts by language; Chinese is always there.
Words = Mapping[str, str]
LANGUAGES: Final = ("zh", "en")


class Kind(StrEnum):
    """What a question takes, by its XLSForm name."""

    TEXT = "text"
    INTEGER = "integer"
    DECIMAL = "decimal"
    DATE = "date"
    ONE = "select_one"
    MANY = "select_multiple"
    IMAGE = "image"
    NOTE = "note"
    CALCULATE = "calculate"
    # What a collector notes by itself; nobody is asked.
    START = "start"
    END = "end"
    TODAY = "today"
    DEVICE = "deviceid"


CHOSEN: Final = frozenset({Kind.ONE, Kind.MANY})
#: Nobody answers these.
SILENT: Final = frozenset({Kind.CALCULATE, Kind.START, Kind.END, Kind.TODAY, Kind.DEVICE})
NOTED: Final = SILENT - {Kind.CALCULATE}


@dataclass(frozen=True, slots=True)
class Choice:
    """An answer that can be picked."""

    name: str
    label: Words


@dataclass(frozen=True, slots=True)
class Question:
    """One question; `choices` names its list."""

    name: str
    kind: Kind
    label: Words = field(default_factory=dict)
    hint: Words = field(default_factory=dict)
    required: bool = False
    relevant: str = ""
    constraint: str = ""
    refused: Words = field(default_factory=dict)
    calculation: str = ""
    choices: str = ""
    sensitive: bool = False  # asked after a consent of its own, see `sensitive`

    @property
    def is_asked(self) -> bool:
        """Return whether somebody sees it."""
        return self.kind not in SILENT

    @property
    def is_answered(self) -> bool:
        """Return whether somebody answers it."""
        return self.is_asked and self.kind is not Kind.NOTE


@dataclass(frozen=True, slots=True)
class Group:
    """Questions that stand together; one that repeats has a row for each window, say."""

    name: str
    label: Words
    parts: tuple[Part, ...]
    relevant: str = ""
    repeats: bool = False


Part = Question | Group


@dataclass(frozen=True, slots=True)
class Form:
    """A whole questionnaire."""

    title: str
    parts: tuple[Part, ...] = ()
    lists: Mapping[str, tuple[Choice, ...]] = field(default_factory=dict)

    def questions(self) -> Iterator[Question]:
        """Yield every question in order."""
        yield from _questions(self.parts)

    def question(self, name: str) -> Question | None:
        """Return the question with a name."""
        return next((one for one in self.questions() if one.name == name), None)

    def groups(self) -> Iterator[Group]:
        """Yield every group in order."""
        yield from _groups(self.parts)

    def repeat_of(self, name: str) -> str:
        """Return the repeated group that a question stands in; "" if it is asked once."""
        for group in self.groups():
            if group.repeats and any(one.name == name for one in _questions(group.parts)):
                return group.name
        return ""

    def choices_of(self, question: Question) -> tuple[Choice, ...]:
        """Return what can be picked at a question."""
        return self.lists.get(question.choices, ())

    @property
    def digest(self) -> str:
        """Return what tells this form from every other one."""
        text = json.dumps(as_json(self), ensure_ascii=False, sort_keys=True)
        return hashlib.sha256(text.encode()).hexdigest()


def say(words: Words, language: str) -> str:
    """Return a text in a language, in Chinese where it has none."""
    return words.get(language) or words.get("zh", "")


def _questions(parts: tuple[Part, ...]) -> Iterator[Question]:
    for part in parts:
        if isinstance(part, Question):
            yield part
        else:
            yield from _questions(part.parts)


def _groups(parts: tuple[Part, ...]) -> Iterator[Group]:
    for part in parts:
        if isinstance(part, Group):
            yield part
            yield from _groups(part.parts)


def as_json(form: Form) -> dict[str, Any]:
    """Return a form as it is kept."""
    return {
        "title": form.title,
        "parts": [_part_as_json(one) for one in form.parts],
        "lists": {
            name: [{"name": one.name, "label": dict(one.label)} for one in choices]
            for name, choices in form.lists.items()
        },
    }


_OPTIONAL: Final = ("hint", "required", "relevant", "constraint", "refused", "calculation")


def _part_as_json(part: Part) -> dict[str, Any]:
    if isinstance(part, Group):
        return {
            "group": part.name,
            "label": dict(part.label),
            "relevant": part.relevant,
            "repeats": part.repeats,
            "parts": [_part_as_json(one) for one in part.parts],
        }
    said: dict[str, Any] = {"name": part.name, "kind": part.kind.value, "label": dict(part.label)}
    for name in (*_OPTIONAL, "choices", "sensitive"):
        if value := getattr(part, name):
            said[name] = value
    return said


def from_json(kept: Mapping[str, Any]) -> Form:
    """Return the form that was kept."""
    lists = {
        name: tuple(Choice(one["name"], one["label"]) for one in choices)
        for name, choices in kept["lists"].items()
    }
    return Form(kept["title"], tuple(_part_from_json(one) for one in kept["parts"]), lists)


def _part_from_json(kept: Mapping[str, Any]) -> Part:
    if "group" in kept:
        return Group(
            name=kept["group"],
            label=kept["label"],
            parts=tuple(_part_from_json(one) for one in kept["parts"]),
            relevant=kept["relevant"],
            repeats=kept["repeats"],
        )
    return Question(**{**kept, "kind": Kind(kept["kind"])})


def with_parts(form: Form, parts: tuple[Part, ...]) -> Form:
    """Return a form with other parts; lists that nobody asks for any more fall away."""
    changed = replace(form, parts=parts)
    used = {one.choices for one in changed.questions() if one.choices}
    return replace(changed, lists={name: form.lists[name] for name in form.lists if name in used})
