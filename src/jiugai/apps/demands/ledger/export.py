"""A workbook of the ledger as its list shows it; names and telephones stay out."""

from collections.abc import Iterator
from datetime import datetime
from typing import IO, Any, Final

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from jiugai.apps.accounts.models import Person
from jiugai.apps.audit.actions import Action
from jiugai.apps.audit.services import record
from jiugai.apps.demands.ledger.queries import Sought, find_demands
from jiugai.apps.demands.models import Demand
from jiugai.kernel.errors import Refusal
from jiugai.reporting.workbook import list_workbook

MOST: Final = 20_000


@transaction.atomic
def export_demands(sought: Sought, *, by: Person, division: str, at: datetime) -> IO[bytes]:
    """Return a workbook of the demands that fit, and write down who took it.

    Raises Refusal if there are more than a sheet is useful for.
    """
    found = find_demands(sought, on=at.date())
    if found.order_by()[: MOST + 1].count() > MOST:
        raise Refusal(_("超过 {n} 件，请先筛选再导出。").format(n=f"{MOST:,}"))
    head = [(_("导出人"), str(by)), (_("导出时间"), f"{at:%Y-%m-%d %H:%M}")]
    file, count = list_workbook(
        _("诉求台账"),
        head=head,
        headings=_headings(),
        rows=map(_row, _each(found)),
        widths={3: 48, 10: 48},
    )
    record(Action.EXPORTED, by=by, division=division, rows=count, what="demands")
    return file


def _each(found: Any) -> Iterator[Demand]:
    yield from found.iterator(chunk_size=2000)


def _headings() -> list[str]:
    return [
        _("编号"),
        _("小区"),
        _("楼栋"),
        _("诉求内容"),
        _("事项"),
        _("来源"),
        _("12345 工单号"),
        _("提出日期"),
        _("责任单位"),
        _("办理期限"),
        _("答复"),
        _("答复日期"),
        _("状态"),
        _("是否解决"),
        _("满意度"),
    ]


def _row(one: Demand) -> list[Any]:
    solved = {True: _("是"), False: _("否"), None: ""}[one.is_solved]
    return [
        one.number,
        str(one.estate),
        str(one.building or ""),
        one.text,
        one.get_kind_display(),
        one.get_channel_display(),
        one.ticket,
        timezone.localdate(one.asked_at).isoformat(),
        str(one.organisation or ""),
        one.due_on.isoformat() if one.due_on else "",
        one.answer,
        one.answered_on.isoformat() if one.answered_on else "",
        one.get_state_display(),
        solved,
        one.get_contentment_display(),
    ]
