"""What is held of consents, requests, and of what was done: the record."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from jiugai.apps.audit.models import Line
from jiugai.apps.participation.models import Consent, PersonalRequest
from jiugai.apps.participation.privacy.holding import Erasing, Holding, How, Item, Term, holding_of
from jiugai.apps.participation.privacy.keeping import until
from jiugai.apps.participation.privacy.of_entry import erased
from jiugai.apps.participation.privacy.values import day, pairs
from jiugai.apps.registry.models import Household

#: PIPL 56: records on the handling of personal data are kept for three years at least.
THREE_YEARS: Final = 1095
_PROOF: Final = _("证明处理个人信息合规（《个人信息保护法》第十四条、第五十条、第五十六条）")
_STAYS: Final = _("不能提前删除：处理记录至少保存三年（《个人信息保护法》第五十六条第二款）。")


def _consents(household: Household) -> Sequence[Item]:
    return [
        Item(
            one.title,
            pairs(
                (_("您答的"), _("同意") if one.is_given else _("不同意")),
                (_("当时的话"), one.words),
                (_("怎样答的"), one.get_channel_display()),
                (_("时间"), one.said_at),
                (_("收回"), one.revoked_at),
            ),
            until("rights.consents", day(one.revoked_at)),
        )
        for one in Consent.objects.filter(household=household)
    ]


def _clear_consents(before: datetime, most: int) -> int:
    return erased(Consent.objects.filter(revoked_at__lt=before), most)


def title_of(key: str) -> str:
    """Return the title of a holding; one that is no longer declared shows its key."""
    found = holding_of(key)
    return str(found.title) if found else key


def _requests(household: Household) -> Sequence[Item]:
    return [
        Item(
            f"{one.number} {one.get_kind_display()} {title_of(one.holding)}",
            pairs(
                (_("应改为"), one.value),
                (_("说明"), one.words),
                (_("提出"), one.made_at),
                (_("办理期限"), one.due_on),
                (_("办理"), one.get_state_display()),
                (_("答复"), one.answer),
            ),
            until("rights.requests", one.decided_on),
        )
        for one in PersonalRequest.objects.filter(household=household)
    ]


def _clear_requests(before: datetime, most: int) -> int:
    over = PersonalRequest.objects.filter(decided_on__lt=timezone.localdate(before))
    return erased(over, most)


def _lines(household: Household) -> Sequence[Item]:
    found = Line.objects.filter(subject="registry.household", subject_id=str(household.pk))
    return [
        Item(
            one.title,
            pairs(
                (_("时间"), one.at),
                (_("经手"), one.by_name or str(_("本户或者系统"))),
                (_("理由"), one.reason),
            ),
        )
        for one in found.order_by("-id")
    ]


HOLDINGS: Final = (
    Holding(
        key="rights.consents",
        title=_("您的同意"),
        what=_("对敏感信息同意或者不同意、当时看到的话、收回的时间"),
        purpose=_PROOF,
        basis=_("《个人信息保护法》第十三条第一款第三项、第五十六条"),
        seen_by=_("有“查看敏感信息”权限的经办人"),
        models=("participation.Consent",),
        find=_consents,
        erasing=Erasing(How.NEVER, _STAYS),
        term=Term(_("从收回起"), THREE_YEARS, THREE_YEARS, 3650, _clear_consents),
    ),
    Holding(
        key="rights.requests",
        title=_("更正、删除的要求"),
        what=_("您提的要求和答复；应改成的内容办完就删"),
        purpose=_("按期答复"),
        basis=_("《个人信息保护法》第十三条第一款第三项、第五十条"),
        seen_by=_("有“查看敏感信息”权限的经办人"),
        models=("participation.PersonalRequest",),
        find=_requests,
        erasing=Erasing(How.NEVER, _STAYS),
        term=Term(_("从答复起"), THREE_YEARS, THREE_YEARS, 3650, _clear_requests),
    ),
    Holding(
        key="rights.record",
        title=_("操作记录"),
        what=_("谁在什么时候查看过、改过您家的信息，写了什么理由"),
        purpose=_("出了事查得清；谁也改不了"),
        basis=_("保障信息安全的法定义务（《个人信息保护法》第十三条第一款第三项、第五十一条）"),
        seen_by=_("审计管理员；里面没有您家的敏感内容"),
        models=("audit.Line",),
        find=_lines,
        erasing=Erasing(
            How.NEVER,
            _(
                "不能删除：记录前后相连，删去一行就证明不了其余的没有被改过（第四十七条第二款、第五十一条）。"
            ),
        ),
        ends=_("长期保存"),
    ),
)
