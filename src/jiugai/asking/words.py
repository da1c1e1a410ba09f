"""Answers as people read them: the question, and the labels of what was picked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from jiugai.asking.form import Form, Question, say
from jiugai.kernel.i18n import headed, language, listed


def answer_in_words(form: Form, question: Question, value: str) -> str:
    """Return what was answered to a question, a choice by its label, in the language in use."""
    labels = {one.name: say(one.label, language()) for one in form.choices_of(question)}
    return listed(labels.get(name, name) for name in value.split()) if labels else value


def answers_in_words(form: Form, answers: Mapping[str, Any]) -> str:
    """Return some answers as one text, question by question."""
    said = ((one, list(_values(form, one, answers))) for one in form.questions())
    return listed(
        (
            headed(
                say(one.label, language()) or one.name,
                listed(answer_in_words(form, one, value) for value in values),
            )
            for one, values in said
            if values
        ),
        "；",
    )


def _values(form: Form, question: Question, answers: Mapping[str, Any]) -> Iterator[str]:
    repeat = form.repeat_of(question.name)
    rows = (answers.get(repeat) or []) if repeat else [answers]
    yield from (text for row in rows if (text := str(row.get(question.name, ""))))
