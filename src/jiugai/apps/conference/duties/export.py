"""A workbook of duties: one row for each unit that owes one."""

from collections.abc import Sequence
from datetime import datetime
from typing import IO

from django.db import transaction
from django.utils.translation import gettext as _

from jiugai.apps.accounts.models import Person
from jiugai.apps.audit.actions import Action
from jiugai.apps.audit.services import record
from jiugai.apps.conference.duties.forms import KIND_NAMES
from jiugai.apps.conference.duties.queries import Owed, Row
from jiugai.kernel.i18n import _ as say
from jiugai.reporting.workbook import list_workbook


@transaction.atomic
def export_duties(
    rows: Sequence[Row],
    *,
    filters: Sequence[tuple[str, str]],
    by: Person,
    division: str,
    at: datetime,
) -> IO[bytes]:
    """Return a workbook of some duties, and write down who took it."""
    file, count = list_workbook(
        _("职责"),
        head=[(_("导出人"), str(by)), (_("导出时间"), f"{at:%Y-%m-%d %H:%M}"), *filters],
        headings=[
            _("依据"),
            _("类别"),
            _("职责"),
            _("成果"),
            _("单位"),
            _("牵头或配合"),
            _("进展"),
            _("做了什么"),
            _("期限"),
            _("更新"),
            _("证据"),
        ],
        rows=(_cells(row, one) for row in rows for one in row.owed),
        widths={2: 36, 3: 24, 4: 24, 7: 48},
    )
    record(
        Action.EXPORTED,
        by=by,
        division=division,
        what="duties",
        rows=count,
        filters=[f"{label}={value}" for label, value in filters],
    )
    return file


def _cells(row: Row, one: Owed) -> list[str | None]:
    report, due = one.report, row.due_on()
    return [
        str(row.duty.clause),
        str(KIND_NAMES[row.duty.kind]),
        say(row.duty.title),
        say(row.duty.deliverable) if row.duty.deliverable else None,
        say(one.unit),
        _("牵头") if one.leads else _("配合"),
        str(report.get_state_display()) if report else _("还没有更新"),
        report.words if report else None,
        due.isoformat() if due else None,
        f"{report.on} {report.by}" if report else None,
        report.file_name if report and report.file_name else None,
    ]
