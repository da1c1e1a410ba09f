"""What the conference gives people to do, and what is new of it."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Final

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from jiugai.apps.accounts.permissions import Permission
from jiugai.apps.accounts.viewer import Viewer
from jiugai.apps.conference.assignments.queries import open_for, to_check
from jiugai.apps.conference.models import Assignment, Meeting, Report
from jiugai.web.todos import Kind, News, Todo


def _given_count(viewer: Viewer) -> int:
    return open_for(viewer.person).count()


def _given(viewer: Viewer, _on: date, most: int) -> Sequence[Todo]:
    found = open_for(viewer.person).order_by("due_on", "id")[:most]
    said = _("办理并报告进展（{meeting}交办）")
    return [_todo(one, said.format(meeting=one.meeting_title)) for one in found]


def _todo(one: Assignment, what: str) -> Todo:
    return Todo(title=one.words, address=one.get_absolute_url(), what=what, due_on=one.due_on)


def _held_count(viewer: Viewer) -> int:
    place = viewer.division or ""
    return to_check(place).count() + _unsigned(place).count()


def _unsigned(division: str) -> QuerySet[Meeting]:
    return Meeting.objects.filter(division=division, signed_at=None)


def _held(viewer: Viewer, on: date, most: int) -> Sequence[Todo]:
    place = viewer.division or ""
    checks = to_check(place).order_by("due_on", "id")[:most]
    meetings = _unsigned(place).order_by("day")[:most]
    return [
        *(_todo(one, _("核定：主办单位已报请办结")) for one in checks),
        *(
            Todo(
                title=one.title,
                address=one.get_absolute_url(),
                what=_("签发纪要") if one.day <= on else _("准备议程和材料"),
                due_on=one.day,
            )
            for one in meetings
        ),
    ]


def news(viewer: Viewer, since: datetime, most: int) -> Sequence[News]:
    """Return reports on assignments within a viewer's division, and minutes that were signed."""
    if not viewer.may(Permission.VIEW_CONFERENCE):
        return []
    reports = Report.objects.filter(at__gt=since).exclude(by=viewer.person)
    latest = reports.select_related("assignment", "by").order_by("-at")[:most]
    signed = Meeting.objects.filter(signed_at__gt=since).exclude(signed_by=viewer.person)
    return [
        *(
            News(
                one.at,
                _("{assignment}：{verb}").format(
                    assignment=one.assignment, verb=one.get_verb_display()
                ),
                one.assignment.get_absolute_url(),
                str(one.by),
            )
            for one in latest
        ),
        *(
            News(
                one.signed_at,
                _("{meeting}：纪要已签发").format(meeting=one),
                one.get_absolute_url(),
                str(one.signed_by),
            )
            for one in signed.select_related("signed_by").order_by("-signed_at")[:most]
            if one.signed_at is not None
        ),
    ]


KINDS: Final = (
    Kind("assignments", Permission.REPORT_ASSIGNMENT, _given_count, _given),
    Kind("conference", Permission.HOLD_CONFERENCE, _held_count, _held),
)
