"""What demands give people to do, by their day, and what is new of them."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, Final

from django.db.models import F, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jiugai.apps.accounts.permissions import Permission
from jiugai.apps.accounts.viewer import Viewer
from jiugai.apps.audit.actions import Action, title_of
from jiugai.apps.audit.models import Line
from jiugai.apps.demands.ledger.deadlines import TICKET, clause_of
from jiugai.apps.demands.ledger.queries import brought_up, discontent, own_open, unassigned
from jiugai.apps.demands.models import Demand, DueBy
from jiugai.web.todos import Kind, News, Todo

_TOLD: Final = (Action.DEMAND_RAISED, Action.DEMAND_REOPENED, Action.TICKETS_STORED)


def _todos(found: QuerySet[Demand], what: str | Promise, on: date, most: int) -> list[Todo]:
    first = found.select_related("estate").order_by(F("due_on").asc(nulls_last=True), "id")
    return [_todo(one, what, on) for one in first[:most]]


def _todo(one: Demand, what: str | Promise, on: date) -> Todo:
    ticket = one.due_by in (DueBy.TICKET, DueBy.NONE)
    return Todo(
        title=f"{one.estate} {one.short}",
        address=one.get_absolute_url(),
        what=what,
        due_on=one.due_on if one.is_open else None,
        clause=TICKET if ticket else clause_of(one.division, on),
    )


def _kind(name: str, permission: Permission, found: Any, what: str | Promise) -> Kind:
    return Kind(
        name,
        permission,
        lambda viewer: found(viewer).count(),
        lambda viewer, on, most: _todos(found(viewer), what, on, most),
    )


def news(viewer: Viewer, since: datetime, most: int) -> Sequence[News]:
    """Return demands within a viewer's division that were brought up or done again since."""
    if not viewer.may(Permission.VIEW_RESIDENTS):
        return []
    lines = Line.objects.filter(at__gt=since, action__in=_TOLD).exclude(by=viewer.person.pk)
    return [_news(line) for line in lines.order_by("-id")[:most]]


def _news(line: Line) -> News:
    title = f"{title_of(line.action)}：{line.subject_name}"
    what = "tickets" if line.action == Action.TICKETS_STORED else "demands"
    return News(line.at, title, f"/{what}/{line.subject_id}", line.by_name or _("到期"))


KINDS: Final = (
    _kind(
        "demands_own",
        Permission.ANSWER_DEMANDS,
        own_open,
        gettext_lazy("答复居民诉求"),
    ),
    _kind(
        "demands_new",
        Permission.RUN_DEMANDS,
        lambda _viewer: unassigned(),
        gettext_lazy("分派居民诉求"),
    ),
    _kind(
        "demands_sorry",
        Permission.RUN_DEMANDS,
        lambda _viewer: discontent(),
        gettext_lazy("居民不满意或没解决：退回再办，或者办结"),
    ),
    _kind(
        "demands_raised",
        Permission.OVERSEE_DEMANDS,
        lambda _viewer: brought_up(),
        gettext_lazy("督促协调上报的诉求"),
    ),
)
