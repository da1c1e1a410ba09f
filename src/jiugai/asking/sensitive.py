"""Sensitive questions are asked after a consent of their own; who refuses skips those only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from jiugai.asking.form import Choice, Form, Group, Kind, Part, Question, Words

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


def without_sensitive(form: Form, values: Mapping[str, Any]) -> dict[str, Any]:
    """Return answers without those to sensitive questions, as if consent had been refused."""
    names = {one.name for one in sensitive_of(form)}
    kept = {name: _stripped(value, names) for name, value in values.items() if name not in names}
    return kept | ({CONSENT: NO} if CONSENT in kept else {})


def _stripped(value: Any, names: set[str]) -> Any:
    if not isinstance(value, list):
        return value
    return [{name: text for name, text in row.items() if name not in names} for row in value]
