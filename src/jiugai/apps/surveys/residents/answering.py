"""A household answers on its phone: one question a screen, saved as it goes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.http import Http404
from django.utils.translation import get_language

from jiugai.apps.accounts.seal import HIDDEN
from jiugai.apps.registry.models import Household
from jiugai.apps.surveys.answers.services import MOST_PEOPLE, Whose, asked_now
from jiugai.apps.surveys.models import Answer, Survey
from jiugai.asking.answering import More, Screen, Step, screens_of, value_at, with_value
from jiugai.asking.form import Form, Group, Kind, Question, say
from jiugai.kernel.i18n import listed


def spoken() -> str:
    """Return the language of the reader as forms name it."""
    return "en" if (get_language() or "").startswith("en") else "zh"


def survey_of(household: Household, pk: int) -> Survey:
    """Return a survey of a household's estate that is not a draft; raises Http404 without it."""
    found = Survey.objects.filter(pk=pk, estate=household.building.estate_id)
    survey = found.exclude(state=Survey.State.DRAFT).first()
    if survey is None:
        raise Http404
    return survey


@dataclass(frozen=True, slots=True)
class Sheet:
    """The answer of a household on its way: what was said, what is asked next."""

    whose: Whose
    form: Form
    values: Mapping[str, Any]
    answer: Answer | None
    screens: tuple[Screen, ...]

    def at(self, key: str) -> int:
        """Return the number of a screen; raises Http404 where it is not asked (any more)."""
        found = next((n for n, one in enumerate(self.screens) if one.key == key), None)
        if found is None:
            raise Http404
        return found

    def before(self, number: int) -> str:
        """Return the key of the screen before, "" at the first."""
        return self.screens[number - 1].key if number else ""

    def after(self, key: str) -> str:
        """Return the key of the screen after one, "" where all were shown."""
        keys = [one.key for one in self.screens]
        at = keys.index(key) + 1 if key in keys else 0
        return keys[at] if at < len(keys) else ""

    @property
    def first_open(self) -> str:
        """Return the key of the first question without an answer, "" where all have one."""
        for one in self.screens:
            is_open = isinstance(one, Step) and one.question.is_answered
            if is_open and isinstance(one, Step) and not value_at(self.values, one):
                return one.key
        return ""


def sheet_of(survey: Survey, household: Household, person: int, *, on: date) -> Sheet:
    """Return the answer of a household, or of one of its people, as far as it is."""
    if not 1 <= person <= (MOST_PEOPLE if survey.per == Survey.Per.PERSON else 1):
        raise Http404
    form = asked_now(survey).form
    answer = Answer.objects.filter(survey=survey, household=household, person=person).first()
    values = answer.said if answer else {}
    screens = tuple(screens_of(form, values, on=on))
    return Sheet(Whose(survey, household, person), form, values, answer, screens)


@dataclass(frozen=True, slots=True)
class Option:
    """A choice as it is drawn."""

    name: str
    label: str
    is_picked: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as it is drawn."""

    step: Step
    label: str
    hint: str
    group: str
    value: str
    options: tuple[Option, ...]
    shown: str
    is_hidden: bool = False  # it is answered, and the answer is not shown

    @property
    def kind(self) -> Kind:
        """Return what it takes."""
        return self.step.question.kind

    @property
    def key(self) -> str:
        """Return what names it."""
        return self.step.key


def asked(form: Form, step: Step, values: Mapping[str, Any], language: str) -> Asked:
    """Return a question as it is drawn in a language."""
    question, value = step.question, value_at(values, step)
    picked = value.split()
    options = tuple(
        Option(one.name, say(one.label, language), one.name in picked)
        for one in form.choices_of(question)
    )
    names = [one.label for one in options if one.is_picked]
    return Asked(
        step=step,
        label=say(question.label, language),
        hint=say(question.hint, language),
        group=_group(form, step, language),
        value=value,
        options=options,
        shown=listed(names, "；") if options else value,
    )


def asked_hidden(form: Form, step: Step, values: Mapping[str, Any], language: str) -> Asked:
    """Return a question as the staff sees it: whether what is sensitive is answered, not how.

    A picture is called by its name; it is not handed out before it was opened with a reason.
    """
    is_told = not step.question.sensitive or step.question.kind is Kind.IMAGE
    is_hidden = not is_told and bool(value_at(values, step))
    if not is_hidden:
        return asked(form, step, values, language)
    blank = asked(form, step, with_value(values, step, ""), language)
    return replace(blank, shown=HIDDEN, is_hidden=True)


def _group(form: Form, step: Step, language: str) -> str:
    """Return the name of the innermost group that a question stands in."""
    found = ""
    for group in form.groups():
        if any(one.name == step.question.name for one in _inside(group)):
            found = say(group.label, language)
    return f"{found} {step.row + 1}" if step.repeat else found


def _inside(group: Group) -> list[Question]:
    return list(Form("", group.parts).questions())


def is_more(screen: Screen) -> bool:
    """Return whether a screen asks for another row."""
    return isinstance(screen, More)
