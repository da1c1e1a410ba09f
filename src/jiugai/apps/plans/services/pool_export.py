"""A workbook of the reserve pool as its page shows it."""

from collections.abc import Sequence
from datetime import datetime
from tempfile import TemporaryFile
from typing import IO, Final

import xlsxwriter
from django.db import transaction
from django.utils.translation import gettext as _

from jiugai.apps.accounts.models import Person
from jiugai.apps.audit.actions import Action
from jiugai.apps.audit.services import record
from jiugai.apps.plans.queries.pool import Ranked, blocks_said
from jiugai.apps.registry.models import Stage

#: Cells are what they are: no text becomes a formula or a link, whatever it begins with.
_PLAIN: Final = {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}


@transaction.atomic
def export_pool(rows: Sequence[Ranked], *, by: Person, division: str, at: datetime) -> IO[bytes]:
    """Return a workbook of some estates of the pool, and write down who took it."""
    file = TemporaryFile()  # noqa: SIM115 - the answer closes it
    book = xlsxwriter.Workbook(file, _PLAIN)
    sheet = book.add_worksheet(_("储备库"))
    bold = book.add_format({"bold": True, "bottom": 1})
    sheet.write_row(0, 0, (_("导出人"), str(by), f"{at:%Y-%m-%d %H:%M}"))
    parts = [bar.title for bar in rows[0].bars] if rows else []
    sheet.write_row(2, 0, [*_heads(), *parts], bold)
    for number, row in enumerate(rows, start=3):
        sheet.write_row(number, 0, [*_cells(row), *(round(bar.points, 2) for bar in row.bars)])
    sheet.set_column(1, 2, 20)
    sheet.set_column(9, 9, 60)
    sheet.freeze_panes(3, 3)
    sheet.autofilter(2, 0, max(2, len(rows) + 2), len(_heads()) + len(parts) - 1)
    book.close()
    file.seek(0)
    record(Action.EXPORTED, by=by, division=division, rows=len(rows), what="pool")
    return file


def _heads() -> list[str]:
    return [
        _("序号"),
        _("小区编号"),
        _("小区"),
        _("街道"),
        _("户数（户）"),
        _("需要（分）"),
        _("熵权 TOPSIS（分）"),
        _("阶段"),
        _("状态"),
        _("说明"),
    ]


def _cells(row: Ranked) -> list[str | int | float]:
    return [
        row.rank,
        row.key,
        row.name,
        row.street,
        row.households,
        row.score,
        row.other,
        str(Stage(row.stage).label) if row.stage else "",
        row.state_title,
        blocks_said(row),
    ]
