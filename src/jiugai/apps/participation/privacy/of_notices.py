"""What is held of notices: that a household opened one, and what it objected."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Final

from django.db.models import F, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from jiugai.apps.participation.models import Notice, NoticeSeen, Objection
from jiugai.apps.participation.privacy import words
from jiugai.apps.participation.privacy.holding import Erasing, Holding, How, Item, Term
from jiugai.apps.participation.privacy.keeping import until
from jiugai.apps.participation.privacy.of_entry import first_of
from jiugai.apps.participation.privacy.values import pairs
from jiugai.apps.registry.models import Household


def _seen(household: Household) -> Sequence[Item]:
    found = NoticeSeen.objects.filter(household=household).select_related("notice")
    return [
        Item(
            str(one.notice), pairs((_("看过"), one.on)), until("notices.seen", one.notice.ended_on)
        )
        for one in found.order_by("-id")
    ]


def _forget(seen: QuerySet[NoticeSeen]) -> int:
    """Erase rows; how many households saw each notice stays."""
    found = list(seen.values_list("pk", "notice"))
    for notice, rows in Counter(notice for _pk, notice in found).items():
        Notice.objects.filter(pk=notice).update(seen_before=F("seen_before") + rows)
    rows, _kinds = NoticeSeen.objects.filter(pk__in=_firsts(found)).delete()
    return rows


def _firsts(found: Iterable[tuple[int, int]]) -> list[int]:
    return [pk for pk, _notice in found]


def _erase_seen(household: Household, _at: datetime) -> int:
    """Erase what is over; one that hangs still would be counted twice if it is opened again."""
    return _forget(
        NoticeSeen.objects.filter(household=household, notice__state=Notice.State.ENDED)
    )


def _clear_seen(before: datetime, most: int) -> int:
    over = NoticeSeen.objects.filter(notice__ended_on__lt=timezone.localdate(before))
    return _forget(first_of(over, most))


def _objections(household: Household) -> Sequence[Item]:
    found = Objection.objects.filter(household=household).select_related("notice")
    return [
        Item(
            str(_("{notice} 第 {n} 号")).format(notice=one.notice, n=one.number),
            pairs(
                (_("您的意见"), one.text),
                (_("提出"), one.raised_at),
                (_("答复"), one.answer),
                (_("答复日期"), one.answered_on),
            ),
        )
        for one in found.order_by("-id")
    ]


def _erase_objections(household: Household, _at: datetime) -> int:
    """Take the words of answered objections out; number, days and answer stay."""
    gone = str(_("（应本户要求删去）"))
    found = Objection.objects.filter(household=household, answered_on__isnull=False)
    return found.exclude(text=gone).update(text=gone)


HOLDINGS: Final = (
    Holding(
        key="notices.seen",
        title=_("看过的公示"),
        what=_("您家哪天打开过哪份公示"),
        purpose=_("统计有多少户看到了公示"),
        basis=words.DUTY,
        seen_by=_("工作人员只看到户数"),
        models=("participation.NoticeSeen",),
        find=_seen,
        erasing=Erasing(
            How.SELF, _("已结束的公示会删去；还在公示的等结束后再删。户数不变。"), _erase_seen
        ),
        term=Term(_("从公示结束起"), 90, 1, 730, _clear_seen),
    ),
    Holding(
        key="notices.objections",
        title=_("对公示的意见"),
        what=_("您家对公示提的意见和答复"),
        purpose=_("逐条答复；有意见没答复，改造不能往下走"),
        basis=words.DUTY,
        seen_by=words.CLERKS,
        models=("participation.Objection",),
        find=_objections,
        erasing=Erasing(
            How.OFFICE,
            _(
                "答复以后可以要求删去意见的文字；编号、日期和答复随公示档案保存，证明每条都答复过。"
            ),
            _erase_objections,
        ),
        ends=_("随公示档案保存，作为改造方案征求过意见的凭证"),
    ),
)
