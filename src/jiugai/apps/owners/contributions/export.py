"""A workbook of what residents gave; who lives behind a door stays out of it."""

from datetime import datetime
from typing import IO, Any

from django.db import transaction
from django.utils.translation import gettext as _

from jiugai.apps.accounts.models import Person
from jiugai.apps.audit.actions import Action
from jiugai.apps.audit.services import record
from jiugai.apps.owners.contributions.sums import Counted, account_of
from jiugai.apps.registry.models import Estate
from jiugai.kernel.money import in_yuan
from jiugai.kernel.verdict import Verdict
from jiugai.reporting.workbook import list_workbook


@transaction.atomic
def export_contributions(estate: Estate, *, by: Person, at: datetime) -> IO[bytes]:
    """Return a workbook of what was given to an estate, and write down who took it."""
    account = account_of(estate)
    head = [
        (_("小区"), str(estate)),
        (_("合计（元）"), in_yuan(account.cents)),
        (_("计为居民出资（元）"), in_yuan(account.counted)),
        (_("导出人"), str(by)),
        (_("导出时间"), f"{at:%Y-%m-%d %H:%M}"),
    ]
    file, count = list_workbook(
        _("居民出资"),
        head=head,
        headings=_headings(),
        rows=map(_row, account.lines),
        widths={3: 20, 9: 48},
    )
    record(Action.EXPORTED, estate, by=by, rows=count, what="contributions")
    return file


def _headings() -> list[str]:
    return [
        _("编号"),
        _("日期"),
        _("楼栋"),
        _("门牌"),
        _("形式"),
        _("金额（元）"),
        _("数量"),
        _("单位"),
        _("谁认定的价值"),
        _("说明"),
        _("计为居民出资"),
        _("依据条款"),
        _("冲销"),
    ]


def _row(one: Counted) -> list[Any]:
    given, household = one.given, one.given.household
    counts = {Verdict.MET: _("是"), Verdict.NOT_MET: _("否"), Verdict.UNKNOWN: _("缺证据")}
    unit = f" {household.unit}" if household and household.unit else ""
    return [
        given.pk,
        given.given_on.isoformat(),
        f"{household.building}{unit}" if household else _("全体业主"),
        household.door if household else "",
        given.get_kind_display(),
        given.worth_cents / 100,
        "" if given.quantity is None else float(given.quantity),
        given.unit,
        given.agreed_by,
        given.words,
        counts[one.verdict],
        one.judged.clause if one.judged else "",
        given.takes_back_id or "",
    ]
