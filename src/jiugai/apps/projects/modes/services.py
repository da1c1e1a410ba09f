"""A project adopts a way of doing it, takes its steps, and may end it for another."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from jiugai.apps.accounts.models import Person
from jiugai.apps.audit.actions import Action
from jiugai.apps.audit.services import record
from jiugai.apps.projects.models import Adoption, Project, StepTaken
from jiugai.apps.projects.modes.catalogue import BY_ID
from jiugai.apps.projects.project.services import lock_estate
from jiugai.kernel.errors import Refusal


@transaction.atomic
def adopt(*, project: Project, mode: str, reason: str, by: Person, on: date) -> Adoption:
    """Adopt a way for a project.

    Raises Refusal without a reason, for a closed project, or where one is adopted already.
    """
    found = _locked(project)
    known = BY_ID.get(mode)
    if known is None:
        raise Refusal(_("请选择一种实施模式。"))
    if not reason.strip():
        raise Refusal(_("请写明为什么采用。"))
    if (other := found.adoptions.filter(ended_on=None).first()) is not None:
        raise Refusal(
            _("项目已采用“{mode}”；要换，请先终止它。").format(mode=BY_ID[other.mode].title)
        )
    made = Adoption.objects.create(
        project=found,
        division=found.division,
        mode=mode,
        reason=reason.strip()[:300],
        on=on,
        by=by,
    )
    record(Action.MODE_ADOPTED, found, by=by, reason=made.reason, mode=mode)
    return made


@transaction.atomic
def end(*, project: Project, why: str, by: Person, on: date) -> Adoption:
    """End the way of a project, with a reason; what was done stays."""
    adoption = _adopted(_locked(project))
    if not why.strip():
        raise Refusal(_("请写明终止的理由。"))
    adoption.ended_on, adoption.ended_by, adoption.ended_why = on, by, why.strip()[:300]
    adoption.save()
    record(Action.MODE_ENDED, project, by=by, reason=adoption.ended_why, mode=adoption.mode)
    return adoption


@transaction.atomic
def take_step(
    *, project: Project, step: str, words: str, done_on: date, by: Person, on: date
) -> StepTaken:
    """Write down that a step of the adopted way was taken, on a day that is not to come."""
    adoption = _adopted(_locked(project))
    if step not in {one.key for one in BY_ID[adoption.mode].steps}:
        raise Refusal(_("这种模式没有这一步，请刷新页面。"))
    if not words.strip():
        raise Refusal(_("请写明怎样完成的。"))
    if done_on > on:
        raise Refusal(_("日期不能晚于今天。"))
    if (before := adoption.steps.select_related("by").filter(step=step).first()) is not None:
        raise Refusal(
            _("{person}已登记这一步于 {day} 完成。").format(person=before.by, day=before.on)
        )
    made = StepTaken.objects.create(
        adoption=adoption,
        division=adoption.division,
        step=step,
        words=words.strip()[:300],
        on=done_on,
        by=by,
    )
    record(Action.MODE_STEP, project, by=by, reason=made.words, mode=adoption.mode, step=step)
    return made


def _locked(project: Project) -> Project:
    lock_estate(project.estate)
    found = Project.objects.select_related("estate").get(pk=project.pk)
    if found.closed_on is not None:
        raise Refusal(_("项目已结束，实施模式只供查阅。"))
    return found


def _adopted(project: Project) -> Adoption:
    found = project.adoptions.filter(ended_on=None).first()
    if found is None:
        raise Refusal(_("项目还没有采用实施模式。"))
    return found
