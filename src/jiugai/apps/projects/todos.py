"""What projects give people to do, and what is new of them."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Final

from django.db.models import F
from django.utils.translation import gettext as _

from jiugai.apps.accounts.permissions import Permission
from jiugai.apps.accounts.viewer import Viewer
from jiugai.apps.projects.applications.chain import desks_of, onward
from jiugai.apps.projects.applications.clauses import clause_in
from jiugai.apps.projects.applications.queries import waiting_at
from jiugai.apps.projects.gates.todos import KIND as GATES
from jiugai.apps.projects.gates.todos import news as news_of_gates
from jiugai.apps.projects.models import Application, Desk, Step, Verb
from jiugai.apps.projects.modes.todos import KIND as MODES
from jiugai.apps.projects.permits.todos import KIND as FILING
from jiugai.apps.projects.review.todos import KIND as REVIEWS
from jiugai.apps.projects.review.todos import news as news_of_reviews
from jiugai.apps.projects.whistle.todos import KIND as WHISTLES
from jiugai.apps.projects.whistle.todos import news as news_of_whistles
from jiugai.web.todos import Kind, News, Todo


def _count(viewer: Viewer) -> int:
    desks = desks_of(viewer)
    return waiting_at(desks).count() if desks else 0


def _listed(viewer: Viewer, on: date, most: int) -> Sequence[Todo]:
    found = waiting_at(desks_of(viewer)).select_related("estate")
    first = found.order_by(F("due_on").asc(nulls_last=True), "id")[:most]
    return [_todo(one, on) for one in first]


def _todo(application: Application, on: date) -> Todo:
    move = onward(application.desk)
    is_mine = application.desk == Desk.APPLICANT
    return Todo(
        title=str(application),
        address=application.get_absolute_url(),
        what=_("填写并提交申报")
        if is_mine
        else _("办理：{where}").format(where=application.get_desk_display()),
        due_on=application.due_on,
        clause=clause_in(move, application.division, on) if move else None,
    )


def news(viewer: Viewer, since: datetime, most: int) -> Sequence[News]:
    """Return steps of applications and changes of gates within a viewer's division."""
    if not viewer.may(Permission.VIEW_PROJECTS):
        return []
    steps = Step.objects.filter(at__gt=since).exclude(by=viewer.person)
    latest = steps.select_related("application__estate", "by").order_by("-at")[:most]
    found = [
        News(one.at, _words(one), one.application.get_absolute_url(), str(one.by))
        for one in latest
    ]
    return [
        *found,
        *news_of_gates(viewer, since, most),
        *news_of_reviews(viewer, since, most),
        *news_of_whistles(viewer, since, most),
    ]


def _words(step: Step) -> str:
    return _("{application}：{verb}，{where}").format(
        application=step.application,
        verb=Verb(step.verb).label,
        where=Desk(step.after).label,
    )


KINDS: Final = (
    Kind("applications", Permission.VIEW_PROJECTS, _count, _listed),
    GATES,
    REVIEWS,
    FILING,
    WHISTLES,
    MODES,
)
