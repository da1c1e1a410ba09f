"""Take what collectors hand in: once each, never over another visit, whatever their clock says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, Final

from django.core.files.base import File
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from jiugai.apps.accounts.models import Person
from jiugai.apps.audit.actions import Action
from jiugai.apps.audit.services import record
from jiugai.apps.registry.models import Household
from jiugai.apps.surveys.answers.files import MOST, attach, keep_picture
from jiugai.apps.surveys.collect.submission import Sent, answers_in
from jiugai.apps.surveys.models import Answer, AnswerFile, Channel, Submission, Survey, Version
from jiugai.apps.surveys.privacy.asking import with_consent_noted
from jiugai.asking.answering import completed, first_problem
from jiugai.asking.form import Form, Kind
from jiugai.kernel.errors import Refusal

State = Submission.State
#: So long after the close what was gathered before it may still come in from the field.
GRACE: Final = timedelta(days=7)
#: A clock may be so far ahead of ours without being wrong.
AHEAD: Final = timedelta(minutes=10)


@transaction.atomic
def submit(*, sent: Sent, files: Mapping[str, File[Any]], by: Person, at: datetime) -> Submission:
    """Keep a submission; the same one sent again changes nothing, but may bring more pictures.

    Where the flat has an answer already it waits for somebody to decide between the two.

    Raises Refusal for an unknown survey, version or flat, out of time, for other content under
    a number that was taken, and for answers or files that do not fit.
    """
    survey = _survey(sent)
    known = Submission.objects.filter(survey=survey, instance=sent.instance).first()
    if known is not None:
        return _again(known, sent, files)
    version = _version(survey, sent)
    done_at, is_off = _moment(sent, version, at)
    _refuse_late(survey, done_at, at)
    values = _values(version.form, sent, done_at)
    submission = Submission(
        survey=survey,
        version=version,
        division=survey.division,
        household=_household(survey, sent),
        person=_person(survey, sent),
        instance=sent.instance,
        digest=sent.digest,
        by=by,
        said_at=sent.said_at,
        received_at=at,
        clock_is_off=is_off,
    )
    submission.keep(values)
    _settle_now(submission, sent, done_at)
    _attach(submission, files)
    record(Action.SURVEY_SUBMITTED, submission, by=by, survey=survey.pk, state=submission.state)
    return submission


def _settle_now(submission: Submission, sent: Sent, done_at: datetime) -> None:
    """Count it where the flat has no other answer, or this one says that it replaces it."""
    there = Answer.objects.select_for_update(of=("self",)).filter(
        survey=submission.survey, household=submission.household, person=submission.person
    )
    answer = there.first()
    is_own = answer is not None and _is_own(answer, sent, submission.by)
    if answer is None or is_own:
        submission.state = State.TAKEN
        submission.answer = _count(submission, answer, done_at)
    else:
        submission.state = State.WAITING
    submission.save()


def _is_own(answer: Answer, sent: Sent, by: Person) -> bool:
    last = answer.submissions.order_by("-id").first()
    return (
        last is not None
        and bool(sent.replaces)
        and last.instance == sent.replaces
        and last.by_id == by.pk
        and answer.channel == Channel.COLLECTOR
    )


def _count(submission: Submission, answer: Answer | None, done_at: datetime) -> Answer:
    found = answer or Answer(
        survey=submission.survey,
        division=submission.division,
        household=submission.household,
        person=submission.person,
        begun_at=done_at,
        revision=0,
    )
    found.version = submission.version
    found.keep(
        with_consent_noted(
            found, submission.said, channel=Channel.COLLECTOR, by=submission.by, at=done_at
        )
    )
    found.channel, found.by = Channel.COLLECTOR, submission.by
    found.state, found.done_at, found.changed_at = Answer.State.DONE, done_at, done_at
    found.revision += 1
    found.save()
    return found


@transaction.atomic
def settle(*, pk: int, takes: bool, by: Person, at: datetime) -> Submission:
    """Decide what becomes of a submission that waits: it replaces the answer, or is dropped.

    Raises Refusal if it was settled before, or the survey is closed.
    """
    found = Submission.objects.select_related("survey").get(pk=pk)
    survey = Survey.objects.select_for_update(of=("self",), no_key=True).get(pk=found.survey_id)
    submission = Submission.objects.select_for_update(of=("self",)).get(pk=pk)
    if submission.state != State.WAITING:
        raise Refusal(_("这份答卷已处理：{state}。").format(state=submission.get_state_display()))
    if survey.state != Survey.State.OPEN:
        raise Refusal(_("问卷已截止，不能再改答卷。"))
    submission.settled_by = by
    if takes:
        there = Answer.objects.select_for_update(of=("self",)).filter(
            survey=survey, household=submission.household, person=submission.person
        )
        answer = there.first()  # None where the household had it erased in the meantime
        submission.answer = _count(submission, answer, at)
        if answer is not None:
            answer.files.all().delete()
        submission.files.update(answer=submission.answer)
    submission.state = State.TAKEN if takes else State.DROPPED
    submission.save()
    record(Action.SUBMISSION_SETTLED, submission, by=by, state=submission.state)
    return submission


def _survey(sent: Sent) -> Survey:
    survey = (
        Survey.objects.select_for_update(of=("self",), no_key=True)
        .exclude(state=Survey.State.DRAFT)
        .filter(pk=sent.survey)
        .first()
    )
    if survey is None:
        raise Refusal(_("没有这份问卷，或者不在您的辖区；请在采集器里重新下载问卷。"))
    return survey


def _version(survey: Survey, sent: Sent) -> Version:
    version = survey.versions.filter(number=sent.version).first()
    if version is None:
        raise Refusal(_("没有这一版问卷；请在采集器里重新下载问卷，再填一次。"))
    return version


def _household(survey: Survey, sent: Sent) -> Household:
    found = Household.objects.filter(pk=sent.household, building__estate=survey.estate_id).first()
    if found is None:
        raise Refusal(_("这个小区没有这一户；请在采集器里更新问卷后重选。"))
    return found


def _person(survey: Survey, sent: Sent) -> int:
    if sent.person > 1 and survey.per != Survey.Per.PERSON:
        raise Refusal(_("这份问卷每户一份，不分人作答；请在采集器里重新下载问卷。"))
    return sent.person


def _moment(sent: Sent, version: Version, at: datetime) -> tuple[datetime, bool]:
    """Return when it was done, and whether the collector's clock cannot be right."""
    said = sent.said_at
    if said is None:
        return at, False
    if version.published_at <= said <= at + AHEAD:
        return min(said, at), False
    return at, True


def _refuse_late(survey: Survey, done_at: datetime, at: datetime) -> None:
    if timezone.localdate(done_at) < survey.opens_on:
        raise Refusal(_("{on} 才开始作答。").format(on=survey.opens_on))
    is_over = survey.state == Survey.State.CLOSED
    too_late = timezone.localdate(at) > survey.closes_on + GRACE
    if is_over or too_late or timezone.localdate(done_at) > survey.closes_on:
        raise Refusal(_("这份问卷已截止，不再收答卷；采集器里的请留存。"))


def _values(form: Form, sent: Sent, done_at: datetime) -> dict[str, Any]:
    on = timezone.localdate(done_at)
    values = answers_in(form, sent.root)
    if found := first_problem(form, values, on=on):
        step, why = found
        label = step.question.label.get("zh", step.question.name)
        raise Refusal(_("“{question}”：{why}").format(question=label, why=why))
    return completed(form, values, on=on)


def _again(known: Submission, sent: Sent, files: Mapping[str, File[Any]]) -> Submission:
    if known.digest != sent.digest:
        raise Refusal(_("同一编号已交过另一份答卷；请在采集器里新建一份再填。"))
    _attach(known, files)
    return known


def _attach(submission: Submission, files: Mapping[str, File[Any]]) -> None:
    """Keep the pictures that the answers speak of; a file that no answer names is refused."""
    spoken = set(pictures_named(submission.version.form, submission.said))
    kept = set(submission.files.values_list("said", flat=True))
    if len(kept | set(files)) > MOST:
        raise Refusal(_("照片超过 {n} 张，请分开提交。").format(n=MOST))
    for name, file in files.items():
        if name not in spoken:
            raise Refusal(_("答卷里没有提到“{name}”这个文件。").format(name=name[:60]))
        if name not in kept:
            found = attach(keep_picture(file), said=name, to=submission)
            AnswerFile.objects.filter(pk=found.pk).update(answer=submission.answer)


def pictures_named(form: Form, values: Mapping[str, Any]) -> Sequence[str]:
    """Return the names of the pictures that answers speak of."""
    names = {one.name for one in form.questions() if one.kind is Kind.IMAGE}
    rows = [row for value in values.values() if isinstance(value, list) for row in value]
    return [str(text) for one in (values, *rows) for name, text in one.items() if name in names]
