"""What projects add to the calendar of a building: how far its renewal is, by the day."""

from collections.abc import Iterable
from datetime import date
from typing import Final

from django.urls import reverse
from django.utils.translation import gettext as _

from jiugai.apps.participation.residents.calendar import Dated, tells_days
from jiugai.apps.projects.models import (
    Application,
    Choosing,
    Claim,
    Desk,
    Hand,
    Opinion,
    Project,
    Review,
    Step,
    Verb,
)
from jiugai.apps.projects.permits.filing import FILED
from jiugai.apps.projects.permits.routes import works_of
from jiugai.apps.registry.models import Building
from jiugai.kernel.i18n import _ as say
from jiugai.policy.vocabulary import Project as WorksFacts

#: What is accepted, and on which day: facts of the works.
ACCEPTED: Final = {
    "household_accepted": "household_accepted_on",
    "parties_accepted": "parties_accepted_on",
    "street_accepted": "street_accepted_on",
}


@tells_days
def renewal(building: Building, on: date) -> Iterable[Dated]:
    """Yield the way of the estate's projects: opened, planned, reviewed, filed, accepted."""
    yield from _applications(building, on)
    for project in Project.objects.filter(estate=building.estate_id):
        yield from _project(project)
        yield from _review(project, on)
        yield from _filed(project)
        yield from _accepted(project)
    yield from _chosen(building)


def _project(project: Project) -> Iterable[Dated]:
    yield _one(f"project-{project.pk}", project.opened_on, _("改造项目立项"), project.number)
    if project.year is not None and project.closed_on is None:
        first, last = date(project.year, 1, 1), date(project.year, 12, 31)
        title = _("本小区列入 {year} 年改造计划").format(year=project.year)
        yield Dated(f"year-{project.pk}", first, last, _("年度计划"), title, is_year=True)
    if project.closed_on is not None:
        yield _one(f"closed-{project.pk}", project.closed_on, _("项目结束"), project.closed_why)


def _applications(building: Building, on: date) -> Iterable[Dated]:
    found = Application.objects.filter(estate=building.estate_id)
    told = {Verb.SUBMIT: _("改造申报已提交"), Verb.CONFIRM: _("改造申报已确认")}
    steps = Step.objects.filter(application__in=found, verb__in=told)
    for step in steps.select_related("application"):
        what, number = told[Verb(step.verb)], step.application.number
        yield _one(f"step-{step.pk}", step.on, what, number)
    for one in found:
        if not one.is_over and one.desk != Desk.APPLICANT:
            title = str(one.get_desk_display())
            key = f"application-{one.pk}"
            yield _until(key, one.since, one.due_on, on, _("改造申报审核中"), title)


def _review(project: Project, on: date) -> Iterable[Dated]:
    review = Review.objects.filter(project=project).first()
    if review is None:
        return
    passed = Opinion.objects.filter(review=review, verdict=Opinion.Outcome.PASS)
    for one in passed.select_related("design"):
        what = _("设计方案审查合格")
        yield _one(f"opinion-{one.pk}", one.on, what, str(one.design))
    if review.hand == Hand.PLANNER and project.closed_on is None:
        title = _("由责任规划师审查")
        key = f"review-{review.pk}"
        yield _until(key, review.since, review.due_on, on, _("设计方案审查"), title)


def _filed(project: Project) -> Iterable[Dated]:
    """Yield the day of the paper that shows with which office the works were filed."""
    known = works_of(project).known
    claims = Claim.objects.filter(
        evidence__project=project, evidence__withdrawn_at=None, fact__in=FILED
    )
    for claim in claims.select_related("evidence").order_by("id"):
        if claim.value is True and known.get(claim.fact) is True:
            title = say(WorksFacts.fact(claim.fact).heading)
            yield _one(f"filed-{claim.pk}", claim.evidence.said_on, _("开工前报备"), title)


def _accepted(project: Project) -> Iterable[Dated]:
    known = works_of(project).known
    for name, on in ACCEPTED.items():
        if known.get(name) is True and isinstance(day := known.get(on), date):
            title = say(WorksFacts.fact(name).heading)
            yield _one(f"{name}-{project.pk}", day, _("验收"), title)


def _chosen(building: Building) -> Iterable[Dated]:
    found = Choosing.objects.filter(project__estate=building.estate_id)
    for one in found.select_related("survey"):
        if one.settled_on is not None:
            address = reverse("projects:my_choosing", args=[one.pk])
            what, title = _("居民点单结果"), one.survey.title
            yield Dated(f"chosen-{one.pk}", one.settled_on, one.settled_on, what, title, address)


def _one(key: str, day: date, what: str, title: str) -> Dated:
    return Dated(key, day, day, what, title)


def _until(key: str, first: date, due: date | None, on: date, what: str, title: str) -> Dated:
    """Return what an office is at: until its last day, or open where that is past or unknown."""
    if due is not None and due >= on:
        return Dated(key, first, due, what, title)
    return Dated(key, first, max(first, on), what, title, is_endless=True)
