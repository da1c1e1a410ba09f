"""What the rail shows of projects."""

from typing import Final, cast

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from jiugai.apps.accounts.permissions import Permission
from jiugai.apps.accounts.viewer import StaffRequest
from jiugai.apps.projects.applications.chain import desks_of
from jiugai.apps.projects.applications.queries import waiting_at
from jiugai.apps.projects.review.queries import waiting_for
from jiugai.apps.projects.whistle.queries import calls_for, to_confirm
from jiugai.web.navigation import Entry, Section
from jiugai.web.todos import count_of


def waiting(request: HttpRequest) -> int:
    """Return how many applications wait for the viewer."""
    desks = desks_of(cast(StaffRequest, request).viewer)
    return waiting_at(desks).count() if desks else 0


def todos(request: HttpRequest) -> int:
    """Return how many things wait for the viewer."""
    return count_of(cast(StaffRequest, request).viewer)


def reviews(request: HttpRequest) -> int:
    """Return how many reviews of designs wait for the viewer."""
    return waiting_for(cast(StaffRequest, request).viewer).count()


def whistles(request: HttpRequest) -> int:
    """Return how many calls of departments and confirmations wait for the viewer."""
    viewer = cast(StaffRequest, request).viewer
    return calls_for(viewer).count() + to_confirm(viewer).count()


_VIEW: Final = Permission.VIEW_PROJECTS

ENTRIES: Final = (
    Entry(_("今天"), "projects:today", Section.TODAY, _VIEW),
    Entry(_("待办"), "projects:today", Section.TODAY, _VIEW, count=todos, place="todos"),
    Entry(
        _("项目"),
        "projects:projects",
        Section.PROJECTS,
        _VIEW,
        also=("/menu", "/evidence", "/choosings"),
    ),
    Entry(
        _("申报"),
        "projects:applications",
        Section.PROJECTS,
        _VIEW,
        count=waiting,
        also=("/clocks",),
    ),
    Entry(_("门槛"), "projects:gates", Section.PROJECTS, _VIEW, also=("/overrides",)),
    Entry(_("设计审查"), "projects:reviews", Section.PROJECTS, _VIEW, count=reviews),
    Entry(_("实施模式"), "projects:modes", Section.PROJECTS, _VIEW),
    Entry(
        _("吹哨报到"),
        "projects:whistles",
        Section.PROJECTS,
        _VIEW,
        count=whistles,
        also=("/practices", "/calls/"),
    ),
)
