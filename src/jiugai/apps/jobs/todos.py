"""Long work of one's own that failed waits for a person."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Final

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from jiugai.apps.accounts.viewer import Viewer
from jiugai.apps.jobs.models import Job, State
from jiugai.web.todos import Kind, News, Todo


def _failed(viewer: Viewer) -> QuerySet[Job]:
    return Job.objects.filter(by=viewer.person, state=State.FAILED)


def _count(viewer: Viewer) -> int:
    return _failed(viewer).count()


def _listed(viewer: Viewer, _on: date, most: int) -> Sequence[Todo]:
    return [
        Todo(one.title, one.get_absolute_url(), _("没有办成：看原因，重试或放下"))
        for one in _failed(viewer)[:most]
    ]


def news(_viewer: Viewer, _since: datetime, _most: int) -> Sequence[News]:
    """Return nothing: how far a job is stands in the top bar."""
    return []


KINDS: Final = (Kind("jobs", None, _count, _listed),)
