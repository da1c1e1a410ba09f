"""A workbook with one row for each answer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import IO, Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from jiugai.apps.accounts.models import Person
from jiugai.apps.audit.actions import Action
from jiugai.apps.audit.services import record
from jiugai.apps.surveys.models import Answer, Survey
from jiugai.asking.form import Form, Question, say
from jiugai.asking.words import answer_in_words
from jiugai.kernel.i18n import listed
from jiugai.reporting.workbook import list_workbook


@transaction.atomic
def export_answers(*, survey: Survey, by: Person, at: datetime, language: str) -> IO[bytes]:
    """Return every finished answer as a row, and write down who took them.

    Of what is sensitive it tells only that it is answered.
    """
    version = survey.current
    form = version.form if version else survey.drafted
    answers = Answer.objects.filter(survey=survey, state=Answer.State.DONE)
    found = answers.select_related("household__building", "household__unit", "by")
    asked = [one for one in form.questions() if one.is_answered or one.calculation]
    file, count = list_workbook(
        _("答卷"),
        head=[
            (_("问卷"), str(survey)),
            (_("导出人"), str(by)),
            (_("导出时间"), f"{timezone.localtime(at):%Y-%m-%d %H:%M}"),
        ],
        headings=[
            _("楼栋"), _("单元"), _("户号"), _("第几人"), _("渠道"), _("时间"),
            *(say(one.label, language) or one.name for one in asked),
        ],
        rows=(_row(form, asked, one) for one in found.iterator(chunk_size=500)),
        frozen=3,
    )  # fmt: skip
    record(Action.EXPORTED, survey, by=by, rows=count, survey=survey.pk)
    return file


def _row(form: Form, asked: list[Question], answer: Answer) -> list[Any]:
    home = answer.household
    done = timezone.localtime(answer.done_at) if answer.done_at else None
    return [
        str(home.building),
        str(home.unit or ""),
        home.door,
        answer.person,
        answer.get_channel_display(),
        f"{done:%Y-%m-%d %H:%M}" if done else "",
        *(listed(_cells(form, one, answer.told), "；") for one in asked),
    ]


def _cells(form: Form, question: Question, values: Mapping[str, Any]) -> Iterator[str]:
    repeat = form.repeat_of(question.name)
    for row in values.get(repeat, []) if repeat else [values]:
        yield answer_in_words(form, question, str(row.get(question.name, "")))
