"""Results as pages draw them: a bar for each choice, beside its number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from jiugai.apps.surveys.results.counting import BuildingTurnout, Results, Spread, Tally
from jiugai.asking.form import CHOSEN, Form, Kind, say

#: So many different words are listed on the page; the workbook has them all.
MOST_TEXTS: Final = 200


@dataclass(frozen=True, slots=True)
class Bar:
    """One choice: how many picked it, and their share in per cent."""

    name: str
    label: str
    count: int
    share: float


@dataclass(frozen=True, slots=True)
class Chart:
    """One question with what was said to it."""

    name: str
    label: str
    kind: str
    answered: int
    bars: tuple[Bar, ...]
    texts: tuple[str, ...]
    numbers: Spread | None
    satisfied: float | None


@dataclass(frozen=True, slots=True)
class Split:
    """One question by building: the choices, and the counts of each building shown."""

    label: str
    choices: tuple[str, ...]
    rows: tuple[tuple[str, tuple[int, ...]], ...]


def charts_of(results: Results, language: str) -> list[Chart]:
    """Return the questions as charts, in order."""
    return [_chart(results.form, one, language) for one in results.tallies]


def shown_to_residents(results: Results, language: str) -> list[Chart]:
    """Return what is announced: choices and ratings, no words, nothing that names a flat."""
    return [one for one in charts_of(results, language) if one.bars and one.answered]


def ratings_of(results: Results, language: str) -> list[Chart]:
    """Return the questions that ask how satisfied people are."""
    return [one for one in charts_of(results, language) if one.satisfied is not None]


def splits_of(results: Results, language: str) -> list[Split]:
    """Return the questions with choices by building, without buildings of too few answers."""
    shown = [one for one in results.buildings if one.answered and not one.is_hidden]
    if not shown:
        return []
    return [
        _split(results.form, number, tally, shown, language)
        for number, tally in enumerate(results.tallies)
        if tally.question.kind in CHOSEN and tally.answered
    ]


def _split(
    form: Form,
    number: int,
    tally: Tally,
    shown: Sequence[BuildingTurnout],
    language: str,
) -> Split:
    choices = form.choices_of(tally.question)
    rows = tuple(
        (str(one.building), tuple(one.tallies[number].counts.get(c.name, 0) for c in choices))
        for one in shown
    )
    labels = tuple(say(one.label, language) for one in choices)
    return Split(say(tally.question.label, language), labels, rows)


def _chart(form: Form, tally: Tally, language: str) -> Chart:
    question = tally.question
    bars = [
        Bar(
            one.name,
            say(one.label, language),
            n := tally.counts.get(one.name, 0),
            100 * n / tally.answered if tally.answered else 0.0,
        )
        for one in form.choices_of(question)
    ]
    if question.kind is Kind.MANY:
        bars.sort(key=lambda one: -one.count)
    return Chart(
        name=question.name,
        label=say(question.label, language) or question.name,
        kind=question.kind.value,
        answered=tally.answered,
        bars=tuple(bars),
        texts=tally.texts[:MOST_TEXTS],
        numbers=tally.spread,
        satisfied=tally.satisfied,
    )
