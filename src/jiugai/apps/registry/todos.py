"""What the register gives people to do, and what is new of it."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Final

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from jiugai.apps.accounts.permissions import Permission
from jiugai.apps.accounts.viewer import Viewer
from jiugai.apps.registry.models import Conflict, Import
from jiugai.web.todos import Kind, News, Todo

State = Import.State
#: An import waits for its person on these screens, or because it could not be read.
WAITING: Final = {
    State.COLUMNS: gettext_lazy("核对列"),
    State.CELLS: gettext_lazy("核对单元格"),
    State.PREVIEW: gettext_lazy("看过预览再入库"),
    State.FAILED: gettext_lazy("未能读取，请看原因"),
}


def _conflicts() -> QuerySet[Conflict]:
    return Conflict.objects.filter(settled_at=None, estate__retired_on=None)


def _count_conflicts(_viewer: Viewer) -> int:
    return int(_conflicts().exists())


def _list_conflicts(_viewer: Viewer, _on: date, _most: int) -> Sequence[Todo]:
    count = _conflicts().count()
    if not count:
        return []
    title = ngettext("{n} 处台账来源不一致", "{n} 处台账来源不一致", count).format(n=count)
    return [Todo(title, reverse("registry:conflicts"), _("逐处判断以哪个为准"))]


def _imports(viewer: Viewer) -> QuerySet[Import]:
    return Import.objects.filter(by=viewer.person, state__in=list(WAITING))


def _count_imports(viewer: Viewer) -> int:
    return _imports(viewer).count()


def _list_imports(viewer: Viewer, _on: date, most: int) -> Sequence[Todo]:
    return [
        Todo(str(one), one.get_absolute_url(), WAITING[State(one.state)])
        for one in _imports(viewer)[:most]
    ]


def news(viewer: Viewer, since: datetime, most: int) -> Sequence[News]:
    """Return the ledgers stored within a viewer's division since a moment."""
    if not viewer.may(Permission.IMPORT_LEDGER):
        return []
    stored = Import.objects.filter(stored_at__gt=since).exclude(by=viewer.person)
    latest = stored.select_related("by").order_by("-stored_at")[:most]
    return [
        News(
            one.stored_at,
            _("台账入库：{title}").format(title=one),
            one.get_absolute_url(),
            str(one.by),
        )
        for one in latest
        if one.stored_at is not None
    ]


KINDS: Final = (
    Kind("conflicts", Permission.SETTLE_CONFLICT, _count_conflicts, _list_conflicts),
    Kind("imports", Permission.IMPORT_LEDGER, _count_imports, _list_imports),
)
