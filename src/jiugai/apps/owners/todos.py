"""What owners' bodies and property service give people to do, and what is new of them."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Final

from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from jiugai.apps.accounts.permissions import Permission
from jiugai.apps.accounts.viewer import Viewer
from jiugai.apps.audit.actions import Action, title_of
from jiugai.apps.audit.models import Line
from jiugai.apps.owners.models import OwnersBody, PropertyService
from jiugai.apps.owners.queries import bodies_due, services_due
from jiugai.apps.owners.ruled import clause_from
from jiugai.apps.owners.words import body_waits_for, service_waits_for
from jiugai.web.todos import Kind, News, Todo

_TOLD: Final = (Action.BODY_FORMED, Action.BODY_ENDED, Action.SERVICE_STARTED, Action.SERVICE_STEP)


def _body(one: OwnersBody) -> Todo:
    clause = clause_from(one.due_clause)
    return Todo(str(one), one.get_absolute_url(), body_waits_for(one), one.due_on, clause)


def _service(one: PropertyService) -> Todo:
    clause = clause_from(one.due_clause)
    return Todo(str(one), one.get_absolute_url(), service_waits_for(one), one.due_on, clause)


def _bodies(_viewer: Viewer, on: date, most: int) -> Sequence[Todo]:
    found = bodies_due(on=on).select_related("estate").order_by("due_on", "id")[:most]
    return [_body(one) for one in found]


def _services(_viewer: Viewer, on: date, most: int) -> Sequence[Todo]:
    found = services_due(on=on).select_related("estate", "company")
    found = found.order_by(F("due_on").asc(nulls_last=True), "id")
    return [_service(one) for one in found[:most]]


def news(viewer: Viewer, since: datetime, most: int) -> Sequence[News]:
    """Return what happened to bodies and services within a viewer's division since."""
    if not viewer.may(Permission.VIEW_RESIDENTS):
        return []
    lines = Line.objects.filter(at__gt=since, action__in=_TOLD).exclude(by=viewer.person.pk)
    return [_news(line) for line in lines.order_by("-id")[:most]]


def _news(line: Line) -> News:
    what = "bodies" if line.subject == "owners.ownersbody" else "services"
    title = _("{what}：{name}").format(what=title_of(line.action), name=line.subject_name)
    return News(line.at, title, f"/{what}/{line.subject_id}", line.by_name)


KINDS: Final = (
    Kind(
        "owners_bodies",
        Permission.KEEP_BODIES,
        lambda _viewer: bodies_due(on=timezone.localdate()).count(),
        _bodies,
    ),
    Kind(
        "property_services",
        Permission.RUN_SERVICE,
        lambda _viewer: services_due(on=timezone.localdate()).count(),
        _services,
    ),
)
