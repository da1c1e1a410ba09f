"""The answers and pictures of a household as it reads them itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from jiugai.apps.participation.privacy.holding import File, Item
from jiugai.apps.participation.privacy.keeping import until
from jiugai.apps.participation.privacy.values import day, pairs
from jiugai.apps.registry.models import Household
from jiugai.apps.surveys.models import Answer, AnswerFile, Submission, Version
from jiugai.apps.surveys.privacy.keys import ANSWERS, SUBMISSIONS
from jiugai.apps.surveys.residents.answering import asked, spoken
from jiugai.asking.answering import steps_of, value_at


def answers_of(household: Household) -> Sequence[Item]:
    """Return the answers of a household, question by question, with their pictures."""
    found = Answer.objects.filter(household=household).select_related("survey", "version")
    return [
        Item(
            _title(one.survey.title, one.person),
            (
                *_said(one.version, one.said),
                *pairs(
                    (_("怎样答的"), one.get_channel_display()), (_("最后改动"), one.changed_at)
                ),
            ),
            until(ANSWERS, one.survey.closed_on),
            _files(one.files.all()),
        )
        for one in found.order_by("-id").prefetch_related("files")
    ]


def submissions_of(household: Household) -> Sequence[Item]:
    """Return what collectors handed in for a household."""
    found = Submission.objects.filter(household=household).select_related("survey", "version")
    return [
        Item(
            _title(one.survey.title, one.person),
            (
                *_said(one.version, one.said),
                *pairs((_("交来"), one.received_at), (_("处理情况"), one.get_state_display())),
            ),
            until(SUBMISSIONS, _ended(one)),
            _files(one.files.filter(answer=None)),
        )
        for one in found.order_by("-id")
    ]


def _ended(one: Submission) -> Any:
    """Return from which day its term is counted, None while it may be needed."""
    if one.state == Submission.State.DROPPED:
        return day(one.received_at)
    return one.survey.closed_on


def _title(title: str, person: int) -> str:
    return title if person == 1 else _("{title}（第 {n} 人）").format(title=title, n=person)


def _said(version: Version, values: Mapping[str, Any]) -> Iterable[tuple[str, str]]:
    """Yield the questions with what was said, also to questions that are not asked any more."""
    form, language = version.form, spoken()
    shown: set[str] = set()
    for step in steps_of(form, values, on=timezone.localdate()):
        if step.question.is_answered and value_at(values, step):
            one = asked(form, step, values, language)
            shown.add(step.repeat or step.question.name)
            yield (f"{one.group} {one.label}".strip() if step.repeat else one.label), one.shown
    for name, value in values.items():
        if name not in shown and value and not isinstance(value, list):
            yield name, str(value)


def _files(found: Iterable[AnswerFile]) -> tuple[File, ...]:
    return tuple(File(one.said, one.kind, one.sha256) for one in found)
