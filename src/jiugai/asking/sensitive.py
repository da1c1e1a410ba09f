"""Sensitive questions are asked after a consent of their own; who refuses skips those only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from jiugai.asking.form import Choice, Form, Group, Kind, Part, Question, Words

#: Answers by question; a repeated group has a list of such rows.
Answers = Mapping[str, Any]

#: The question that we add; forms may not use its name.
CONSENT: Final = "jiugai_consent"
YES: Final = "yes"
NO: Final = "no"


def sensitive_of(form: Form) -> tuple[Question, ...]:
    """Return the questions that need a consent of their own (PIPL 29)."""
    return tuple(one for one in form.questions() if one.sensitive and one.is_answered)


def with_consent(form: Form, *, label: Words, hint: Words, choices: tuple[Words, Words]) -> Form:
    """Return a form that asks for consent before its first sensitive question.

    Each sensitive question is asked only where the answer was yes, on whatever channel.
    """
    if not sensitive_of(form):
        return form
    asked = Question(
        CONSENT, Kind.ONE, label=label, hint=hint, required=True, choices=f"{CONSENT}_list"
    )
    names = (YES, NO)
    listed = tuple(Choice(name, words) for name, words in zip(names, choices, strict=True))
    at = next(n for n, part in enumerate(form.parts) if _holds_sensitive(part))
    parts = tuple(_after_consent(part) for part in form.parts)
    return replace(
        form,
        parts=(*parts[:at], asked, *parts[at:]),
        lists={**form.lists, asked.choices: listed},
    )


def _holds_sensitive(part: Part) -> bool:
    if isinstance(part, Question):
        return part.sensitive and part.is_answered
    return any(_holds_sensitive(one) for one in part.parts)


def _after_consent(part: Part) -> Part:
    if isinstance(part, Group):
        return replace(part, parts=tuple(_after_consent(one) for one in part.parts))
    if not _holds_sensitive(part):
        return part
    given = f"${{{CONSENT}}} = '{YES}'"
    relevant = f"{given} and ({part.relevant})" if part.relevant else given
    return replace(part, relevant=relevant)


def without_sensitive(form: Form, values: Answers) -> dict[str, Any]:
    """Return answers without those to sensitive questions, as if consent had been refused."""
    kept, _sealed = parted(form, values)
    return kept | ({CONSENT: NO} if CONSENT in kept else {})


def parted(form: Form, values: Answers) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return what may lie open of some answers, and what is sensitive; `joined` undoes it.

    Sensitive is also what is computed from a sensitive answer.
    """
    names = _sensitive_names(form)
    kept = {
        name: _rows(value, names, False) for name, value in values.items() if name not in names
    }
    sealed = {name: value for name, value in values.items() if name in names}
    for name, value in kept.items():
        rows = _rows(values[name], names, True)
        if isinstance(value, list) and any(rows):
            sealed[name] = rows
    return kept, sealed


def joined(kept: Answers, sealed: Answers) -> dict[str, Any]:
    """Return answers whole again."""
    whole = dict(kept)
    for name, value in sealed.items():
        rows = kept.get(name)
        if isinstance(rows, list) and isinstance(value, list):
            whole[name] = [{**a, **b} for a, b in zip(rows, value, strict=True)]
        else:
            whole[name] = value
    return whole


def covered(sealed: Answers, sign: str) -> dict[str, Any]:
    """Return sensitive answers of the same shape with a sign for each that says something."""
    return {
        name: [covered(row, sign) for row in value]
        if isinstance(value, list)
        else (sign if value else value)
        for name, value in sealed.items()
    }


def _sensitive_names(form: Form) -> set[str]:
    names = {one.name for one in sensitive_of(form)}
    computed = [one for one in form.questions() if one.calculation]
    while more := {
        one.name
        for one in computed
        if one.name not in names and any(f"${{{name}}}" in one.calculation for name in names)
    }:
        names |= more
    return names


def _rows(value: Any, names: set[str], is_within: bool) -> Any:
    """Return a repeated group with only what is within some names, or only what is not."""
    if not isinstance(value, list):
        return value
    return [
        {name: text for name, text in row.items() if (name in names) is is_within} for row in value
    ]
