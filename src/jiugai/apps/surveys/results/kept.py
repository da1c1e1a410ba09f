"""The figures of a closed survey, as they were counted: they stay when answers are erased."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from jiugai.apps.accounts.rows import of_household
from jiugai.apps.registry.models import Building
from jiugai.apps.surveys.models import Answer, Figures, Survey
from jiugai.apps.surveys.results.counting import (
    BuildingTurnout,
    Results,
    Spread,
    Tally,
    counted,
    form_of,
    tallies_of,
)
from jiugai.asking.form import Form, Kind

#: What a choice by several households was: what they picked, how many of them.
Pick = tuple[tuple[str, ...], int]


def results_of(survey: Survey) -> Results:
    """Return the results of a survey: as they were when it closed, else as they are now."""
    kept = Figures.objects.filter(survey=survey).first()
    return counted(survey) if kept is None else _read(survey, kept.content)


def keep_figures(survey: Survey, *, at: datetime) -> Figures:
    """Keep what the answers to a survey come to, once; over all households."""
    kept = Figures.objects.filter(survey=survey).first()
    if kept is not None:
        return kept
    with of_household(0):
        content = _written(counted(survey))
        content["picks"] = {
            one.name: [[list(names), n] for names, n in _picks(survey, one.name)]
            for one in form_of(survey).questions()
            if one.kind is Kind.MANY
        }
    return Figures.objects.create(
        survey=survey, division=survey.division, content=content, counted_at=at
    )


def picks_of(survey: Survey, question: str) -> list[Pick]:
    """Return what was picked together at a question, and by how many; nobody is named."""
    kept = Figures.objects.filter(survey=survey).first()
    if kept is None:
        return _picks(survey, question)
    return [(tuple(names), n) for names, n in kept.content["picks"].get(question, ())]


def _picks(survey: Survey, question: str) -> list[Pick]:
    done = Answer.objects.filter(survey=survey, state=Answer.State.DONE)
    found = Counter(
        tuple(sorted(str(one.said.get(question) or "").split()))
        for one in done.only("values", "sealed")
    )
    return sorted(found.items())


def _written(results: Results) -> dict[str, Any]:
    return {
        "homes": results.homes,
        "homes_done": results.homes_done,
        "done": results.done,
        "started": results.started,
        "channels": dict(results.channels),
        "tallies": _tallies(results.tallies),
        "buildings": [
            {
                "building": one.building.pk,
                "homes": one.homes,
                "done": one.done,
                "answered": one.answered,
                "is_hidden": one.is_hidden,
                "tallies": _tallies(one.tallies),
            }
            for one in results.buildings
        ],
    }


def _tallies(found: Iterable[Tally]) -> list[dict[str, Any]]:
    """Return counts and sums; words are not figures, they go with their answers."""
    return [
        {
            "name": one.question.name,
            "answered": one.answered,
            "counts": dict(one.counts),
            "spread": one.spread,
        }
        for one in found
    ]


def _read(survey: Survey, kept: Mapping[str, Any]) -> Results:
    form = form_of(survey)
    there = Answer.objects.filter(survey=survey, state=Answer.State.DONE)
    words = {one.question.name: one.texts for one in tallies_of(form, there)}
    buildings = Building.objects.in_bulk([one["building"] for one in kept["buildings"]])
    return Results(
        survey=survey,
        form=form,
        homes=kept["homes"],
        homes_done=kept["homes_done"],
        done=kept["done"],
        started=kept["started"],
        channels=kept["channels"],
        tallies=_as_tallies(form, kept["tallies"], words),
        buildings=tuple(
            BuildingTurnout(
                building=buildings[one["building"]],
                homes=one["homes"],
                done=one["done"],
                answered=one["answered"],
                tallies=_as_tallies(form, one["tallies"], {}),
                is_hidden=one["is_hidden"],
            )
            for one in kept["buildings"]
            if one["building"] in buildings
        ),
    )


def _as_tallies(
    form: Form, kept: Sequence[Mapping[str, Any]], words: Mapping[str, tuple[str, ...]]
) -> tuple[Tally, ...]:
    questions = {one.name: one for one in form.questions()}
    return tuple(
        Tally(
            questions[one["name"]],
            one["answered"],
            one["counts"],
            texts=words.get(one["name"], ()),
            spread=Spread(*one["spread"]) if one["spread"] else None,
        )
        for one in kept
        if one["name"] in questions
    )
