"""Answers, submissions and pictures go: because a household asks, or because time is up."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from jiugai.apps.participation.privacy.files import let_go
from jiugai.apps.registry.models import Household
from jiugai.apps.surveys.models import Answer, AnswerFile, Submission, Survey
from jiugai.apps.surveys.results.kept import keep_figures


def erase_answers(household: Household, _at: datetime) -> int:
    """Erase what a household answered; the figures of closed surveys stay as they were counted."""
    found = Answer.objects.filter(household=household)
    return _drop(list(found.values_list("pk", flat=True)))


def clear_answers(before: datetime, most: int) -> int:
    """Erase answers to surveys that closed before a moment."""
    over = Answer.objects.filter(survey__closed_on__lt=timezone.localdate(before))
    return _drop(list(over.order_by("pk").values_list("pk", flat=True)[:most]))


def _drop(answers: list[int]) -> int:
    for survey in Survey.objects.filter(
        answers__in=answers, state=Survey.State.CLOSED, figures=None
    ).distinct():  # those that closed before figures were kept
        keep_figures(survey, at=timezone.now())
    _drop_submissions(Submission.objects.filter(answer__in=answers))
    _drop_files(AnswerFile.objects.filter(answer__in=answers))
    _all, of_kinds = Answer.objects.filter(pk__in=answers).delete()
    return of_kinds.get(Answer._meta.label, 0)


def erase_submissions(household: Household, _at: datetime) -> int:
    """Erase what collectors handed in for a household and is not needed to know it again."""
    return _drop_submissions(
        Submission.objects.filter(household=household, survey__state=Survey.State.CLOSED)
    ) + _empty(Submission.objects.filter(household=household, state=Submission.State.DROPPED))


def clear_submissions(before: datetime, most: int) -> int:
    """Erase what was dropped, and what belongs to surveys closed, before a moment.

    While a survey is open its dropped submissions keep their number without what they say: a
    collector may send them again.
    """
    over = Submission.objects.filter(survey__closed_on__lt=timezone.localdate(before))
    rows = _drop_submissions(_first(over, most))
    if rows:
        return rows
    dropped = Submission.objects.filter(state=Submission.State.DROPPED, received_at__lt=before)
    return _empty(_first(dropped.exclude(values={}, sealed=None), most))


def _first(found: QuerySet[Submission], most: int) -> QuerySet[Submission]:
    pks = list(found.order_by("pk").values_list("pk", flat=True)[:most])
    return Submission.objects.filter(pk__in=pks)


def _drop_submissions(found: QuerySet[Submission]) -> int:
    pks = list(found.values_list("pk", flat=True))
    pictures = AnswerFile.objects.filter(submission__in=pks)
    _drop_files(pictures.filter(answer=None))
    pictures.update(submission=None)  # those of an answer stay with it
    _all, of_kinds = Submission.objects.filter(pk__in=pks).delete()
    return of_kinds.get(Submission._meta.label, 0)


def _empty(found: QuerySet[Submission]) -> int:
    pks = list(found.exclude(values={}, sealed=None).values_list("pk", flat=True))
    _drop_files(AnswerFile.objects.filter(submission__in=pks, answer=None))
    return Submission.objects.filter(pk__in=pks).update(values={}, sealed=None)


def _drop_files(found: QuerySet[AnswerFile]) -> None:
    rows: Iterable[Any] = list(found.values_list("pk", "sha256"))
    AnswerFile.objects.filter(pk__in=[pk for pk, _sha in rows]).delete()
    let_go(sha for _pk, sha in rows)
