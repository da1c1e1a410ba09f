"""Count what was answered: how many households, which choices, which numbers and words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Final, NamedTuple

from jiugai.apps.registry.models import Building, Household
from jiugai.apps.surveys.models import Answer, Survey
from jiugai.asking.form import CHOSEN, Form, Kind, Question
from jiugai.asking.sensitive import CONSENT
from jiugai.asking.templates import GRADES, SATISFIED, UNSURE

#: A building with fewer answers is not shown by itself: one would see who said what.
FEWEST: Final = 3


class Spread(NamedTuple):
    """What numbers come to: the least, their mean, the most, their sum."""

    least: float
    mean: float
    most: float
    total: float


@dataclass(frozen=True, slots=True)
class Tally:
    """What was said to one question."""

    question: Question
    answered: int
    counts: Mapping[str, int]
    texts: tuple[str, ...] = ()
    spread: Spread | None = None

    @property
    def is_rating(self) -> bool:
        """Return whether it asks how satisfied people are."""
        return self.question.choices == GRADES

    @property
    def satisfied(self) -> float | None:
        """Return the share of the satisfied among those who had an opinion, in per cent."""
        judged = self.answered - self.counts.get(UNSURE, 0)
        if not self.is_rating or judged <= 0:
            return None
        return 100 * sum(self.counts.get(one, 0) for one in SATISFIED) / judged


@dataclass(frozen=True, slots=True)
class BuildingTurnout:
    """How many households of a building answered, and what; nothing where it is too few."""

    building: Building
    homes: int
    done: int
    answered: int
    tallies: tuple[Tally, ...]
    is_hidden: bool


@dataclass(frozen=True, slots=True)
class Results:
    """Everything that was answered to a survey."""

    survey: Survey
    form: Form
    homes: int
    homes_done: int
    done: int
    started: int
    channels: Mapping[str, int]
    tallies: tuple[Tally, ...]
    buildings: tuple[BuildingTurnout, ...]

    @property
    def rate(self) -> float:
        """Return the share of households that answered, in per cent."""
        return 100 * self.homes_done / self.homes if self.homes else 0.0


def counted(survey: Survey) -> Results:
    """Return the results of a survey from its answers, by the form that is asked now."""
    form = form_of(survey)
    answers = list(Answer.objects.filter(survey=survey).select_related("household"))
    done = [one for one in answers if one.state == Answer.State.DONE]
    return Results(
        survey=survey,
        form=form,
        homes=homes_of(survey),
        homes_done=len({one.household_id for one in done}),
        done=len(done),
        started=len(answers) - len(done),
        channels=Counter(one.channel for one in done),
        tallies=tallies_of(form, done),
        buildings=_buildings(survey, form, done),
    )


def form_of(survey: Survey) -> Form:
    """Return the form that is asked now."""
    version = survey.current
    return version.form if version else survey.drafted


def homes_of(survey: Survey) -> int:
    """Return how many households could answer."""
    return Household.objects.filter(building__estate=survey.estate_id).count()


def tallies_of(form: Form, answers: Iterable[Answer]) -> tuple[Tally, ...]:
    """Return what was said to each question that is answered."""
    values = [one.said for one in answers]
    found = [
        one
        for one in form.questions()
        if (one.is_answered or one.kind is Kind.CALCULATE) and one.name != CONSENT
    ]
    return tuple(_tally(form, one, values) for one in found)


def _tally(form: Form, question: Question, values: Iterable[Mapping[str, Any]]) -> Tally:
    said = [text for one in values for text in _said(form, question, one)]
    if question.kind in CHOSEN:
        known = {one.name for one in form.choices_of(question)}
        picked = Counter(name for text in said for name in text.split() if name in known)
        return Tally(question, len(said), picked)
    if question.kind in (Kind.INTEGER, Kind.DECIMAL, Kind.CALCULATE):
        numbers = [float(text) for text in said if _is_number(text)]
        return Tally(question, len(numbers), {}, spread=_spread(numbers))
    is_told = question.kind is not Kind.IMAGE and not question.sensitive
    texts = tuple(sorted(said, key=hash_of)) if is_told else ()
    return Tally(question, len(said), {}, texts=texts)


def _spread(found: Sequence[float]) -> Spread | None:
    if not found:
        return None
    return Spread(min(found), sum(found) / len(found), max(found), sum(found))


def _said(form: Form, question: Question, values: Mapping[str, Any]) -> Sequence[str]:
    repeat = form.repeat_of(question.name)
    rows = values.get(repeat, []) if repeat else [values]
    return [text for row in rows if (text := str(row.get(question.name, "")))]


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True


def hash_of(text: str) -> str:
    """Return what orders texts so that their order says nothing of who wrote them."""
    return sha256(text.encode()).hexdigest()


def _buildings(survey: Survey, form: Form, done: Sequence[Answer]) -> tuple[BuildingTurnout, ...]:
    homes = Counter(
        Household.objects.filter(building__estate=survey.estate_id).values_list(
            "building", flat=True
        )
    )
    by_building: dict[int, list[Answer]] = {}
    for answer in done:
        by_building.setdefault(answer.household.building_id, []).append(answer)
    counts = {pk: len({one.household_id for one in by_building.get(pk, [])}) for pk in homes}
    hidden = hidden_among(counts)
    buildings = Building.objects.filter(pk__in=homes).order_by("id")
    return tuple(
        BuildingTurnout(
            building=one,
            homes=homes[one.pk],
            done=counts[one.pk],
            answered=0 if one.pk in hidden else len(by_building.get(one.pk, ())),
            tallies=() if one.pk in hidden else tallies_of(form, by_building.get(one.pk, ())),
            is_hidden=one.pk in hidden,
        )
        for one in buildings
    )


def hidden_among(counts: Mapping[int, int]) -> set[int]:
    """Return the buildings that are not shown by themselves.

    Where only one is too small, the next one is hidden, too: else the rest would give it away.
    """
    small = {pk for pk, n in counts.items() if 0 < n < FEWEST}
    others = sorted((n, pk) for pk, n in counts.items() if n >= FEWEST)
    if len(small) == 1 and others:
        small.add(others[0][1])
    return small
