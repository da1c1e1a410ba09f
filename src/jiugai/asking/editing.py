"""Change a questionnaire: add, replace, move and remove its questions."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from jiugai.asking.form import LANGUAGES, Choice, Form, Group, Part, Question, with_parts
from jiugai.kernel.errors import Refusal
from jiugai.kernel.i18n import _

_LINE: Final = re.compile(r"(?:(?P<name>[A-Za-z0-9_.-]+)\s*=\s*)?(?P<zh>[^|]+)(?:\|(?P<en>.*))?")
Siblings = tuple[Part, ...]


def add(form: Form, question: Question, choices: Sequence[Choice], *, into: str = "") -> Form:
    """Return a form with one more question at its end, or at the end of a group."""
    form = _listed(form, question, choices)
    if not into:
        return with_parts(form, (*form.parts, question))
    return with_parts(form, _in_group(form.parts, into, question))


def put(form: Form, name: str, question: Question, choices: Sequence[Choice]) -> Form:
    """Return a form with another question in the place of one."""
    form = _listed(form, question, choices)
    return with_parts(
        form,
        _changed(form.parts, name, lambda parts, at: (*parts[:at], question, *parts[at + 1 :])),
    )


def remove(form: Form, name: str) -> Form:
    """Return a form without a question or a group; an empty group goes with its last one."""
    return with_parts(
        form, _changed(form.parts, name, lambda parts, at: (*parts[:at], *parts[at + 1 :]))
    )


def move(form: Form, name: str, by: int) -> Form:
    """Return a form with a question or a group so many places further down, or up."""

    def moved(parts: Siblings, at: int) -> Siblings:
        rest = [*parts[:at], *parts[at + 1 :]]
        rest.insert(max(0, min(len(rest), at + by)), parts[at])
        return tuple(rest)

    return with_parts(form, _changed(form.parts, name, moved))


def free_name(form: Form) -> str:
    """Return a name that no question has yet."""
    taken = {one.name for one in form.questions()} | {one.name for one in form.groups()}
    number = next(n for n in range(1, 10_000) if f"q{n}" not in taken)
    return f"q{number}"


def read_choices(text: str) -> tuple[Choice, ...]:
    """Return the choices that somebody wrote, one a line: `name = 中文 | English`.

    Without names they are numbered. Raises Refusal for a line that cannot be read.
    """
    found = []
    for number, line in enumerate((one for one in text.splitlines() if one.strip()), start=1):
        match = _LINE.fullmatch(line.strip())
        if match is None or not match["zh"].strip():
            raise Refusal(_("第 {n} 行看不懂；请写“名称 = 中文 | English”。").format(n=number))
        label = {"zh": match["zh"].strip()}
        if english := (match["en"] or "").strip():
            label["en"] = english
        found.append(Choice(match["name"] or f"c{number}", label))
    return tuple(found)


def write_choices(choices: Sequence[Choice]) -> str:
    """Return choices as somebody writes them."""
    return "\n".join(f"{one.name} = {_both(one)}" for one in choices)


def _both(choice: Choice) -> str:
    return " | ".join(text for code in LANGUAGES if (text := choice.label.get(code)))


def _listed(form: Form, question: Question, choices: Sequence[Choice]) -> Form:
    """Return a form in which the question's list has these choices."""
    if not question.choices:
        return form
    return replace(form, lists={**form.lists, question.choices: tuple(choices)})


def own_list(form: Form, question: Question, choices: Sequence[Choice]) -> Question:
    """Return a question with a list of its own, unless its list has these choices anyway."""
    if question.choices and form.lists.get(question.choices) == tuple(choices):
        return question
    used = {one.choices for one in form.questions() if one.name != question.name}
    name = question.choices or question.name
    return replace(question, choices=name if name not in used else f"{question.name}_list")


def _in_group(parts: Siblings, group: str, question: Question) -> Siblings:
    return tuple(
        one
        if isinstance(one, Question)
        else replace(
            one,
            parts=(*one.parts, question)
            if one.name == group
            else _in_group(one.parts, group, question),
        )
        for one in parts
    )


def _changed(parts: Siblings, name: str, change: Callable[[Siblings, int], Siblings]) -> Siblings:
    for at, part in enumerate(parts):
        if part.name == name:
            return change(parts, at)
    return tuple(one for one in (_inside(part, name, change) for part in parts) if one)


def _inside(part: Part, name: str, change: Callable[[Siblings, int], Siblings]) -> Part | None:
    if not isinstance(part, Group):
        return part
    inner = _changed(part.parts, name, change)
    return replace(part, parts=inner) if inner else None
