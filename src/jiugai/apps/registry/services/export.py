"""A workbook of what a list shows, written row by row: at once, or in the background if long."""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, timedelta
from typing import IO, Final

from django.core.files.base import File
from django.core.files.storage import default_storage
from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from jiugai.apps.accounts.models import Person
from jiugai.apps.audit.actions import Action
from jiugai.apps.audit.services import record
from jiugai.apps.registry.models import Estate
from jiugai.apps.registry.queries.columns import Column
from jiugai.apps.registry.queries.estates import Wanted, find_estates
from jiugai.reporting.workbook import list_workbook

Tell = Callable[[int, int], None]
#: Longer lists are written in the background.
AT_ONCE: Final = 5000
#: What was written in the background is kept for so long.
KEPT: Final = timedelta(days=7)
_FOLDER: Final = "exports"
_CHUNK: Final = 2000


@transaction.atomic
def export_estates(
    wanted: Wanted,
    *,
    columns: Sequence[Column],
    filters: Sequence[tuple[str, str]],
    by: Person,
    division: str,
    at: datetime,
    tell: Tell = lambda _done, _of: None,
) -> IO[bytes]:
    """Return a workbook of the estates that fit, and write down who took it with what."""
    estates = _told(find_estates(wanted), tell)
    head = [
        (_("导出人"), str(by)),
        (_("导出时间"), f"{at:%Y-%m-%d %H:%M}"),
        *(filters or [(_("筛选"), _("全部"))]),
    ]
    file, count = _write(estates, columns, head)
    record(
        Action.EXPORTED,
        by=by,
        division=division,
        rows=count,
        columns=[column.id for column in columns],
        filters=[f"{label}={value}" for label, value in filters],
    )
    return file


def keep(file: IO[bytes], *, job: int, at: datetime) -> None:
    """Keep a workbook for the person who started a job; those of long ago are thrown away."""
    _throw_away(before=at - KEPT)
    path = path_of(job)
    default_storage.delete(path)  # of an attempt that did not end
    default_storage.save(path, File(file))


def path_of(job: int) -> str:
    """Return where the workbook of a job is kept."""
    return f"{_FOLDER}/{job}.xlsx"


def _throw_away(*, before: datetime) -> None:
    if not default_storage.exists(_FOLDER):
        return
    for name in default_storage.listdir(_FOLDER)[1]:
        path = f"{_FOLDER}/{name}"
        if default_storage.get_modified_time(path) < before:
            default_storage.delete(path)


def _told(estates: QuerySet[Estate], tell: Tell) -> Iterator[Estate]:
    """Yield estates, and say now and then how many were."""
    of = estates.count()
    for done, estate in enumerate(estates.iterator(chunk_size=_CHUNK)):
        if done % _CHUNK == 0:
            tell(done, of)
        yield estate


def _write(
    estates: Iterator[Estate], columns: Sequence[Column], head: Sequence[tuple[str, str]]
) -> tuple[IO[bytes], int]:
    return list_workbook(
        _("小区"),
        head=head,
        headings=[_headed(column) for column in columns],
        rows=([column.value(estate) for column in columns] for estate in estates),
    )


def _headed(column: Column) -> str:
    return f"{column.heading}（{column.units}）" if column.unit else column.heading
