"""What surveys give people to do."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Final

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from jiugai.apps.accounts.permissions import Permission
from jiugai.apps.accounts.viewer import Viewer
from jiugai.apps.audit.actions import Action, title_of
from jiugai.apps.audit.models import Line
from jiugai.apps.surveys.models import Submission, Survey
from jiugai.web.todos import Kind, News, Todo

_TOLD: Final = (Action.SURVEY_PUBLISHED, Action.SURVEY_CLOSED, Action.SURVEY_ANNOUNCED)


def _over() -> QuerySet[Survey]:
    return Survey.objects.filter(state=Survey.State.OPEN, closes_on__lt=timezone.localdate())


def _count_over(_viewer: Viewer) -> int:
    return _over().count()


def _list_over(_viewer: Viewer, _on: date, most: int) -> Sequence[Todo]:
    found = _over().select_related("estate").order_by("closes_on", "id")[:most]
    return [
        Todo(f"{one.estate} {one.title}", one.get_absolute_url(), _("截止问卷"), one.closes_on)
        for one in found
    ]


def _waiting() -> QuerySet[Submission]:
    return Submission.objects.filter(state=Submission.State.WAITING)


def _count_waiting(_viewer: Viewer) -> int:
    return _waiting().count()


def _list_waiting(_viewer: Viewer, _on: date, most: int) -> Sequence[Todo]:
    found = _waiting().select_related("survey", "household__building").order_by("id")[:most]
    return [
        Todo(
            f"{one.survey} {one.household.building} {one.household}",
            one.get_absolute_url(),
            _("两份答卷，定哪一份"),
        )
        for one in found
    ]


def news(viewer: Viewer, since: datetime, most: int) -> Sequence[News]:
    """Return surveys within a viewer's division that were published or closed since."""
    if not viewer.may(Permission.VIEW_RESIDENTS):
        return []
    lines = Line.objects.filter(at__gt=since, action__in=_TOLD).exclude(by=viewer.person.pk)
    return [
        News(
            line.at,
            f"{title_of(line.action)}：{line.subject_name}",
            f"/surveys/{line.subject_id}",
            line.by_name,
        )
        for line in lines.order_by("-id")[:most]
    ]


KINDS: Final = (
    Kind("surveys_over", Permission.RUN_SURVEYS, _count_over, _list_over),
    Kind("submissions", Permission.ENTER_ANSWERS, _count_waiting, _list_waiting),
)
