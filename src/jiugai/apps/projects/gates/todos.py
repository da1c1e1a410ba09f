"""What gates give people to do, and what is new of them."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Final

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from jiugai.apps.accounts.permissions import Permission
from jiugai.apps.accounts.viewer import Viewer
from jiugai.apps.projects.gates.listing import shut_again
from jiugai.apps.projects.models import GateEvent, GateState, Project
from jiugai.kernel.i18n import _ as say
from jiugai.policy.rule import Rule
from jiugai.policy.rulebook import rulebook
from jiugai.web.templatetags.signs import VERDICTS
from jiugai.web.todos import Kind, News, Todo


def _shut() -> QuerySet[GateState]:
    return shut_again(Project.objects.filter(closed_on=None))


def _count(_viewer: Viewer) -> int:
    return _shut().count()


def _listed(_viewer: Viewer, _on: date, most: int) -> Sequence[Todo]:
    """Return gates that had been open and are shut: who relied on them is told (0019)."""
    found = _shut().select_related("project__estate").order_by("-since", "-id")[:most]
    return [_todo(one) for one in found]


def _todo(state: GateState) -> Todo:
    rule = _rule(state.rule)
    return Todo(
        title=f"{state.project.estate} {_titled(state.rule)}",
        address=state.get_absolute_url(),
        what=_("门槛开过又关上了：补证据，或者停下依赖它的工作"),
        clause=rule.clause if rule else None,
    )


def _rule(name: str) -> Rule | None:
    return rulebook().rules.get(name)


def _titled(name: str) -> str:
    rule = _rule(name)
    return say(rule.title) if rule else name


def news(viewer: Viewer, since: datetime, most: int) -> Sequence[News]:
    """Return gates within a viewer's division that opened, shut or were overridden since."""
    if not viewer.may(Permission.VIEW_PROJECTS):
        return []
    events = GateEvent.objects.filter(at__gt=since, by__isnull=False).exclude(by=viewer.person)
    latest = events.select_related("project__estate", "by").order_by("-at")[:most]
    return [_news(one) for one in latest]


def _news(event: GateEvent) -> News:
    words = VERDICTS[event.after][1] if event.after else _("不再要求")
    title = _("{estate} {gate}：{cause}，{verdict}").format(
        estate=event.project.estate,
        gate=_titled(event.rule),
        cause=event.get_cause_display(),
        verdict=words,
    )
    return News(event.at, title, event.get_absolute_url(), str(event.by))


KIND: Final = Kind("gates", Permission.SUPPLY_EVIDENCE, _count, _listed)
