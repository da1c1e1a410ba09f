"""What whistles give departments and sub-districts to do, and what is new of them."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Final

from django.utils.translation import gettext as _

from jiugai.apps.accounts.permissions import Permission
from jiugai.apps.accounts.viewer import Viewer
from jiugai.apps.projects.models import Call, WhistleStep
from jiugai.apps.projects.whistle.queries import calls_for, clause_of_whistle, to_confirm
from jiugai.web.todos import Kind, News, Todo


def _count(viewer: Viewer) -> int:
    return calls_for(viewer).count() + to_confirm(viewer).count()


def _listed(viewer: Viewer, on: date, most: int) -> Sequence[Todo]:
    calls = sorted(calls_for(viewer), key=lambda one: (one.due_on or on, one.pk))
    found = [_call(one, on) for one in calls[:most]]
    return [*found, *_confirm(viewer, on, most)]


def _call(one: Call, on: date) -> Todo:
    return Todo(
        title=f"{one.whistle.estate} {one.whistle.title}",
        address=one.whistle.get_absolute_url(),
        what=_("街道吹哨，请报到") if one.responded_on is None else _("已报到，请办结"),
        due_on=one.due_on,
        clause=clause_of_whistle(one.division, on),
    )


def _confirm(viewer: Viewer, on: date, most: int) -> Iterator[Todo]:
    for one in to_confirm(viewer).order_by("id")[:most]:
        yield Todo(
            title=f"{one.estate} {one.title}",
            address=one.get_absolute_url(),
            what=_("各部门都报了办结，请核实并确认，或者退回"),
            clause=clause_of_whistle(one.division, on),
        )


def news(viewer: Viewer, since: datetime, most: int) -> list[News]:
    """Return what was done about whistles within a viewer's division since a moment."""
    steps = WhistleStep.objects.filter(at__gt=since).exclude(by=viewer.person)
    known = steps.select_related("whistle__estate", "call__organisation", "by")
    return [_news(one) for one in known.order_by("-at")[:most]]


def _news(one: WhistleStep) -> News:
    who = f"{one.call.organisation} " if one.call else ""
    title = _("{whistle}：{who}{verb}").format(
        whistle=one.whistle, who=who, verb=one.get_verb_display()
    )
    return News(one.at, title, one.whistle.get_absolute_url(), str(one.by))


KIND: Final = Kind("whistles", Permission.VIEW_PROJECTS, _count, _listed)
