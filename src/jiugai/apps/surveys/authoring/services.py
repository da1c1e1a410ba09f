"""What can happen to a survey: drafted, changed, published, closed, announced, discarded."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any, Final

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from jiugai.apps.accounts.models import Person
from jiugai.apps.audit.actions import Action
from jiugai.apps.audit.services import record
from jiugai.apps.registry.models import Estate
from jiugai.apps.surveys.authoring.templates import form_for
from jiugai.apps.surveys.collect.xform import xform_of
from jiugai.apps.surveys.models import Answer, Survey, Version
from jiugai.apps.surveys.privacy.asking import published
from jiugai.apps.surveys.results.kept import keep_figures
from jiugai.asking.check import problems_of
from jiugai.asking.form import Form, as_json
from jiugai.kernel.errors import Refusal

State = Survey.State
#: What is said of a survey beside its form.
SAID: Final = ("title", "words", "per", "is_online", "opens_on", "closes_on")


@transaction.atomic
def draft(
    *, estates: Iterable[Estate], purpose: str, said: Mapping[str, Any], by: Person, on: date
) -> list[Survey]:
    """Draft the same survey for each of some estates, from the template of its purpose.

    Raises Refusal if an estate is gone or the days are in the wrong order.
    """
    made = []
    for estate in estates:
        if estate.retired_on is not None:
            raise Refusal(_("{estate}已不在册，不能发问卷。").format(estate=estate))
        form = form_for(purpose, estate, title=said["title"], on=on)
        survey = Survey(
            estate=estate,
            division=estate.division,
            purpose=purpose,
            draft=as_json(form),
            made_by=by,
            made_on=on,
        )
        _fill(survey, said)
        record(Action.SURVEY_DRAFTED, survey, by=by, purpose=purpose)
        made.append(survey)
    if not made:
        raise Refusal(_("请至少选一个小区。"))
    return made


@transaction.atomic
def copy(
    *, pk: int, estates: Iterable[Estate], said: Mapping[str, Any], by: Person, on: date
) -> list[Survey]:
    """Draft a survey anew for some estates, with the questions as they are now, without answers.

    Raises Refusal if an estate is gone, none is named or the days are in the wrong order.
    """
    source = Survey.objects.get(pk=pk)
    more = {**said, "words": source.words, "per": source.per, "is_online": source.is_online}
    made = draft(estates=estates, purpose=source.purpose, said=more, by=by, on=on)
    return [put_form(pk=one.pk, form=source.drafted, by=by, on=on) for one in made]


@transaction.atomic
def redraft(*, pk: int, said: Mapping[str, Any], by: Person, on: date) -> Survey:
    """Change title, words and days of a survey; raises Refusal once it is closed."""
    survey = locked(pk)
    if survey.state == State.CLOSED:
        raise Refusal(_("问卷已截止，不能再改。"))
    if survey.state == State.OPEN and said["per"] != survey.per:
        raise Refusal(_("已经开始作答，不能再改每户一份还是每人一份。"))
    _fill(survey, said)
    record(Action.SURVEY_REDRAFTED, survey, by=by, closes=survey.closes_on.isoformat())
    return survey


def _fill(survey: Survey, said: Mapping[str, Any]) -> None:
    if said["closes_on"] < said["opens_on"]:
        raise Refusal(_("截止日不能早于开始日。"))
    for name in SAID:
        setattr(survey, name, said[name])
    survey.draft = {**survey.draft, "title": survey.title}
    survey.save()


@transaction.atomic
def put_form(*, pk: int, form: Form, by: Person, on: date) -> Survey:
    """Put another form into the draft of a survey; what is published stays as it is.

    Raises Refusal once the survey is closed.
    """
    survey = locked(pk)
    if survey.state == State.CLOSED:
        raise Refusal(_("问卷已截止，不能再改。"))
    survey.draft = as_json(form) | {"title": survey.title}
    survey.save(update_fields=["draft"])
    record(Action.SURVEY_FORM_CHANGED, survey, by=by, digest=survey.drafted.digest)
    return survey


@transaction.atomic
def publish(*, pk: int, by: Person, at: datetime) -> Version:
    """Freeze the draft as the next version, which is asked from now on.

    Raises Refusal while something in it has to be mended, or where nothing has changed.
    """
    survey = locked(pk)
    if survey.state == State.CLOSED:
        raise Refusal(_("问卷已截止，不能再发布。"))
    form = survey.drafted
    if problems := problems_of(form):
        first = problems[0]
        words = _("还不能发布：{name} {advice}") if first.name else _("还不能发布：{advice}")
        raise Refusal(words.format(name=first.name, advice=first.advice))
    form = published(survey)
    last = survey.current
    if last is not None and last.digest == form.digest:
        raise Refusal(_("题目没有变动，不用再发布。"))
    number = last.number + 1 if last else 1
    version = Version.objects.create(
        survey=survey,
        division=survey.division,
        number=number,
        digest=form.digest,
        definition=as_json(form),
        xform=xform_of(form, survey=survey.pk, number=number, per_person=_per_person(survey)),
        published_by=by,
        published_at=at,
    )
    survey.state = State.OPEN
    survey.save(update_fields=["state"])
    record(Action.SURVEY_PUBLISHED, survey, by=by, number=number, digest=version.digest)
    return version


@transaction.atomic
def close(*, pk: int, by: Person, on: date) -> Survey:
    """Take no more answers; raises Refusal unless it is open."""
    survey = locked(pk)
    if survey.state != State.OPEN:
        raise Refusal(_("这份问卷不在作答中。"))
    waiting = survey.submissions.filter(state="waiting").count()
    if waiting:
        raise Refusal(_("还有 {n} 份采集器答卷等处理，处理后再截止。").format(n=waiting))
    survey.state, survey.closed_on = State.CLOSED, on
    survey.closes_on = min(survey.closes_on, max(on, survey.opens_on))
    survey.save(update_fields=["state", "closed_on", "closes_on"])
    keep_figures(survey, at=timezone.now())
    done = survey.answers.filter(state=Answer.State.DONE).count()
    record(Action.SURVEY_CLOSED, survey, by=by, answers=done)
    return survey


@transaction.atomic
def announce(*, pk: int, by: Person, on: date) -> Survey:
    """Show the result to the residents; raises Refusal before the close, or a second time."""
    survey = locked(pk)
    if survey.state != State.CLOSED:
        raise Refusal(_("截止以后才能公布结果。"))
    if survey.announced_on is not None:
        raise Refusal(_("结果已于 {on} 公布。").format(on=survey.announced_on))
    survey.announced_on = on
    survey.save(update_fields=["announced_on"])
    record(Action.SURVEY_ANNOUNCED, survey, by=by)
    return survey


@transaction.atomic
def discard(*, pk: int, by: Person, on: date) -> int:
    """Throw a draft away and return its estate; raises Refusal once it was published."""
    survey = locked(pk)
    if survey.state != State.DRAFT:
        raise Refusal(_("已发布的问卷不能删除；可以截止。"))
    estate = survey.estate_id
    record(Action.SURVEY_DISCARDED, survey, by=by)
    survey.delete()
    return estate


def _per_person(survey: Survey) -> bool:
    return survey.per == Survey.Per.PERSON


def locked(pk: int) -> Survey:
    """Return a survey that nobody else changes until the end of this transaction."""
    return Survey.objects.select_for_update(of=("self",), no_key=True).get(pk=pk)
