"""A workbook of the reserve pool as its page shows it."""

from collections.abc import Sequence
from datetime import datetime
from typing import IO

from django.db import transaction
from django.utils.translation import gettext as _

from jiugai.apps.accounts.models import Person
from jiugai.apps.audit.actions import Action
from jiugai.apps.audit.services import record
from jiugai.apps.plans.queries.pool import Ranked, blocks_said
from jiugai.apps.registry.models import Stage
from jiugai.reporting.workbook import list_workbook


@transaction.atomic
def export_pool(rows: Sequence[Ranked], *, by: Person, division: str, at: datetime) -> IO[bytes]:
    """Return a workbook of some estates of the pool, and write down who took it."""
    parts = [bar.title for bar in rows[0].bars] if rows else []
    file, _count = list_workbook(
        _("储备库"),
        head=[(_("导出人"), str(by)), (_("导出时间"), f"{at:%Y-%m-%d %H:%M}")],
        headings=[*_heads(), *parts],
        rows=([*_cells(row), *(round(bar.points, 2) for bar in row.bars)] for row in rows),
        widths={1: 20, 2: 20, 9: 60},
        frozen=3,
    )
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
