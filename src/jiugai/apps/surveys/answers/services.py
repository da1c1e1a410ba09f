"""Take answers: saved on the way, finished, typed from paper, written down at a visit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from jiugai.apps.accounts.models import Person
from jiugai.apps.audit.actions import Action
from jiugai.apps.audit.services import record
from jiugai.apps.registry.models import Household
from jiugai.apps.surveys.models import Answer, Channel, Survey, Version
from jiugai.apps.surveys.privacy.asking import with_consent_noted
from jiugai.asking.answering import Step, check, completed, first_problem, with_value
from jiugai.kernel.errors import Refusal

State = Answer.State
#: More people than a household has.
MOST_PEOPLE: Final = 20


class Changed(Refusal):
    """Somebody else saved the same sheet in the meantime; `now` is what is kept."""

    def __init__(self, message: str, now: Answer) -> None:
        super().__init__(message)
        self.now = now


@dataclass(frozen=True, slots=True)
class Whose:
    """Whose answer it is: a survey, a household, which of its people."""

    survey: Survey
    household: Household
    person: int = 1


@transaction.atomic
def save_step(
    *, whose: Whose, step: Step, given: str, at: datetime, language: str
) -> tuple[Answer, str]:
    """Keep what a household says to one question; return the answer and the value kept.

    Raises Refusal out of time, or if what it says does not fit.
    """
    answer = _held(whose, Channel.ONLINE, by=None, at=at)
    on = timezone.localdate(at)
    value = check(answer.version.form, step, given, answer.said, on=on, language=language)
    values = with_value(answer.said, step, value)
    _keep(answer, values, channel=Channel.ONLINE, by=None, at=at)
    return answer, value


@transaction.atomic
def put_rows(*, whose: Whose, repeat: str, rows: int, at: datetime) -> Answer:
    """Let a repeated group have so many rows; rows beyond fall away.

    Raises Refusal out of time.
    """
    answer = _held(whose, Channel.ONLINE, by=None, at=at)
    said = answer.said
    kept = [dict(row) for row in said.get(repeat) or []][:rows]
    kept += [{} for _more in range(rows - len(kept))]
    _keep(answer, {**said, repeat: kept}, channel=Channel.ONLINE, by=None, at=at)
    return answer


@transaction.atomic
def finish(*, whose: Whose, at: datetime, language: str) -> Answer:
    """Hand an answer in; raises Refusal with the first question that is still to be answered."""
    answer = _held(whose, Channel.ONLINE, by=None, at=at)
    return _finish(answer, Channel.ONLINE, by=None, at=at, language=language)


@transaction.atomic
def take(
    *,
    whose: Whose,
    values: Mapping[str, Any],
    channel: Channel,
    is_done: bool,
    revision: int,
    by: Person,
    at: datetime,
) -> Answer:
    """Keep a whole sheet that a clerk wrote down; `revision` is what the clerk had seen, 0 new.

    Raises Changed if it was saved in the meantime, Refusal out of time or if it does not fit.
    """
    answer = _held(whose, channel, by=by, at=at, seen=revision)
    _keep(answer, values, channel=channel, by=by, at=at)
    if is_done:
        return _finish(answer, channel, by=by, at=at, language="zh")
    answer.channel, answer.by = channel, by
    answer.save(update_fields=["channel", "by"])
    return answer


def asked_now(survey: Survey) -> Version:
    """Return the version that is asked; raises Refusal if none is published."""
    version = survey.current
    if version is None:
        raise Refusal(_("问卷还没有发布。"))
    return version


def refuse_out_of_time(survey: Survey, at: datetime) -> None:
    """Raise Refusal if a survey takes no answers at a moment."""
    on = timezone.localdate(at)
    if survey.takes_answers(on):
        return
    if survey.state == Survey.State.OPEN and on < survey.opens_on:
        raise Refusal(_("{on} 才开始作答。").format(on=survey.opens_on))
    raise Refusal(_("这份问卷已截止；有事请打接待电话。"))


def _held(
    whose: Whose, channel: Channel, *, by: Person | None, at: datetime, seen: int | None = None
) -> Answer:
    """Return the answer, locked, made where there is none; `seen` must be its revision."""
    survey = Survey.objects.select_for_update(of=("self",), no_key=True).get(pk=whose.survey.pk)
    refuse_out_of_time(survey, at)
    if channel == Channel.ONLINE and not survey.is_online:
        raise Refusal(_("这份问卷由工作人员上门填写，不用您自己答。"))
    if not 1 <= whose.person <= (MOST_PEOPLE if survey.per == Survey.Per.PERSON else 1):
        raise Refusal(_("这一户没有这么多份答卷。"))
    version = asked_now(survey)
    answer, is_new = Answer.objects.select_for_update(of=("self",)).get_or_create(
        survey=survey,
        household=whose.household,
        person=whose.person,
        defaults={
            "version": version,
            "division": whose.household.division,
            "channel": channel,
            "by": by,
            "begun_at": at,
            "changed_at": at,
        },
    )
    if seen is not None and seen != (0 if is_new else answer.revision):
        raise Changed(_said_by(answer), answer)
    answer.version = version  # who goes on answers what is asked now
    return answer


def _said_by(answer: Answer) -> str:
    who = answer.by or _("居民")
    at = f"{timezone.localtime(answer.changed_at):%m-%d %H:%M}"
    return _("{who}在 {at} 保存过这一份（{channel}）；请对照后再保存。").format(
        who=who, at=at, channel=answer.get_channel_display()
    )


def _keep(
    answer: Answer, values: Mapping[str, Any], *, channel: Channel, by: Person | None, at: datetime
) -> None:
    answer.keep(with_consent_noted(answer, values, channel=channel, by=by, at=at))
    answer.changed_at = at
    answer.revision += 1
    answer.state, answer.done_at = State.STARTED, None
    answer.save()


def _finish(
    answer: Answer, channel: Channel, *, by: Person | None, at: datetime, language: str
) -> Answer:
    form, on = answer.version.form, timezone.localdate(at)
    if found := first_problem(form, answer.said, on=on, language=language):
        step, why = found
        label = step.question.label.get(language) or step.question.label.get("zh", "")
        raise Refusal(_("“{question}”：{why}").format(question=label, why=why))
    answer.keep(completed(form, answer.said, on=on))
    answer.state, answer.done_at, answer.channel, answer.by = State.DONE, at, channel, by
    answer.save()
    record(Action.SURVEY_ANSWERED, answer, by=by, survey=answer.survey_id, channel=channel)
    return answer
