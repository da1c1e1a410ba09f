"""What the ledger of demands holds of who asked."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from jiugai.apps.demands.models import Demand, State, TicketImport
from jiugai.apps.participation.privacy import words
from jiugai.apps.participation.privacy.holding import Erasing, Holding, How, Item, Term, nothing
from jiugai.apps.participation.privacy.keeping import until
from jiugai.apps.participation.privacy.values import pairs
from jiugai.apps.registry.models import Household

ASKERS: Final = "demands.askers"


def _askers(household: Household) -> Sequence[Item]:
    found = _with_asker(Demand.objects.filter(household=household))
    return [
        Item(
            one.number,
            pairs((_("诉求人"), one.asker), (_("联系电话"), one.phone)),
            until(ASKERS, one.answered_on),
        )
        for one in found.order_by("-id")
    ]


def _with_asker(found: QuerySet[Demand]) -> QuerySet[Demand]:
    return found.filter(Q(asker__isnull=False) | Q(phone__isnull=False))


def _over(found: QuerySet[Demand]) -> QuerySet[Demand]:
    """Return those that nobody has to be called about any more."""
    return found.exclude(state__in=(State.NEW, State.ASSIGNED))


def _erase(household: Household, _at: datetime) -> int:
    found = _over(_with_asker(Demand.objects.filter(household=household)))
    return found.update(asker=None, phone=None)


def _clear(before: datetime, most: int) -> int:
    """Erase who asked some time after the answer; withdrawn ones count from when they came."""
    last = timezone.localdate(before)
    withdrawn = Q(state=State.WITHDRAWN, answered_on=None, asked_at__lt=before)
    over = _over(_with_asker(Demand.objects.filter(Q(answered_on__lt=last) | withdrawn)))
    found = list(over.order_by("pk").values_list("pk", flat=True)[:most])
    return Demand.objects.filter(pk__in=found).update(asker=None, phone=None)


def _demands(household: Household) -> Sequence[Item]:
    found = Demand.objects.filter(household=household).select_related("organisation")
    return [
        Item(
            one.number,
            (
                *pairs(
                    (_("诉求内容"), one.text),
                    (_("提出时间"), one.asked_at),
                    (_("状态"), one.get_state_display()),
                    (_("责任单位"), one.organisation),
                    (_("答复"), one.answer),
                    (_("答复日期"), one.answered_on),
                ),
                *pairs(*((step.get_verb_display(), step.words) for step in one.steps.all())),
            ),
        )
        for one in found.order_by("-id").prefetch_related("steps")
    ]


def _clear_imports(before: datetime, most: int) -> int:
    over = TicketImport.objects.filter(at__lt=before, rows__isnull=False)
    found = list(over.order_by("pk").values_list("pk", flat=True)[:most])
    return TicketImport.objects.filter(pk__in=found).update(rows=None)


HOLDINGS: Final = (
    Holding(
        key=ASKERS,
        title=_("诉求人和电话"),
        what=_("提诉求的人的姓名、电话"),
        purpose=_("联系您核实、把办理结果告诉您"),
        basis=words.OWN_SERVICE,
        seen_by=words.MASKED,
        models=("demands.Demand",),
        find=_askers,
        erasing=Erasing(How.SELF, _("已答复的当即删去；还在办的要联系您，答复以后再删。"), _erase),
        term=Term(_("从答复起"), 180, 30, 365, _clear),
    ),
    Holding(
        key="demands.ledger",
        title=_("诉求和办理过程"),
        what=_("您家提了什么、谁办的、怎么答复的"),
        purpose=_("逐件办理、统计响应率和解决率"),
        basis=words.DUTY,
        seen_by=words.CLERKS,
        models=("demands.Demand",),
        find=_demands,
        erasing=Erasing(
            How.NEVER,
            _(
                "不能删除：台账逐件留着，办没办、谁办的才查得清（《个人信息保护法》第四十七条第二款）。姓名和电话会删。"
            ),
        ),
        ends=_("随诉求台账长期保存，不带姓名和电话"),
    ),
    Holding(
        key="demands.imports",
        title=_("待入库的 12345 工单"),
        what=_("上传、还没有入库的工单，带诉求人和电话"),
        purpose=_("核对后登记到台账"),
        basis=words.DUTY,
        seen_by=_("上传和核对工单的经办人"),
        models=("demands.TicketImport",),
        find=nothing,
        erasing=Erasing(
            How.NEVER,
            _("工单入库前还没有对到户；入库后当即清空，没有入库的到期自动清空。"),
        ),
        term=Term(_("从上传起"), 30, 1, 90, _clear_imports),
    ),
)
