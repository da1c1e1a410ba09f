"""What is held so that a household can come in: codes, sessions, failed tries, helpers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final, TypeVar

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from jiugai.apps.participation.models import (
    EntryFailure,
    Helper,
    HouseholdCode,
    OneTimeCode,
    ResidentSession,
)
from jiugai.apps.participation.privacy import words
from jiugai.apps.participation.privacy.holding import Erasing, Holding, How, Item, Term, nothing
from jiugai.apps.participation.privacy.keeping import until
from jiugai.apps.participation.privacy.values import day, pairs
from jiugai.apps.participation.residents import helping
from jiugai.apps.participation.residents.channels import forget_sent
from jiugai.apps.registry.models import Household

Rows = TypeVar("Rows", bound=models.Model)


def first_of(found: models.QuerySet[Rows], most: int) -> models.QuerySet[Rows]:
    """Return the first rows of a query, as a query that can be erased."""
    return found.filter(pk__in=list(found.order_by("pk").values_list("pk", flat=True)[:most]))


def erased(found: models.QuerySet[Rows], most: int) -> int:
    """Erase the first rows of a query; return how many of its own rows those were."""
    _all, of_kinds = first_of(found, most).delete()
    return of_kinds.get(found.model._meta.label, 0)


def _codes(household: Household) -> Sequence[Item]:
    return [
        Item(
            str(_("信件上的代码（只存摘要）")),
            pairs((_("发放"), one.issued_at), (_("作废"), one.revoked_at)),
            until("entry.codes", day(one.revoked_at)),
        )
        for one in HouseholdCode.objects.filter(household=household).order_by("-id")
    ]


def _clear_codes(before: datetime, most: int) -> int:
    return erased(HouseholdCode.objects.filter(revoked_at__lt=before), most)


def _ends(one: ResidentSession) -> datetime:
    return min(one.ends_at, one.ended_at or one.ends_at)


def _sessions(household: Household) -> Sequence[Item]:
    sessions = ResidentSession.objects.filter(household=household).order_by("-id")
    sent = OneTimeCode.objects.filter(household=household).order_by("-id")
    return [
        *(
            Item(
                str(_("进入")),
                pairs((_("进来"), one.began_at), (_("到"), _ends(one))),
                until("entry.sessions", day(_ends(one))),
            )
            for one in sessions
        ),
        *(
            Item(
                str(_("短信验证码（只存摘要）")),
                pairs((_("发出"), one.sent_at), (_("用过"), one.used_at)),
                until("entry.sessions", day(one.ends_at)),
            )
            for one in sent
        ),
    ]


def _erase_sessions(household: Household, _at: datetime) -> int:
    sent, _kinds = OneTimeCode.objects.filter(household=household).delete()
    ended, _kinds = ResidentSession.objects.filter(household=household).delete()
    return sent + ended


def _clear_sessions(before: datetime, most: int) -> int:
    over = models.Q(ends_at__lt=before) | models.Q(ended_at__lt=before)
    rows = erased(ResidentSession.objects.filter(over), most)
    return rows or erased(OneTimeCode.objects.filter(ends_at__lt=before), most)


def _clear_failures(before: datetime, most: int) -> int:
    rows = erased(EntryFailure.objects.filter(at__lt=before), most)
    return rows or forget_sent(before=before)


def _ended(one: Helper) -> datetime:
    """Return when somebody stopped to act: taken back, or the day was over."""
    last = timezone.make_aware(datetime.combine(one.until, datetime.max.time()))
    return min(one.revoked_at or last, last)


def _helpers(household: Household) -> Sequence[Item]:
    return [
        Item(
            str(one.get_relation_display()),
            pairs(
                (_("姓名"), one.name),
                (_("帮您做什么"), one.purpose),
                (_("开始"), one.given_at),
                (_("到哪一天为止"), one.until),
                (_("收回"), one.revoked_at),
                (_("您同意的话"), one.agreed),
            ),
            until("entry.helpers", day(_ended(one))) if one.name else None,
        )
        for one in Helper.objects.filter(household=household)
    ]


def _erase_helpers(household: Household, at: datetime) -> int:
    """Take everything back, then forget the names."""
    for one in helping.live(household, on=timezone.localdate(at)):
        helping.revoke(household=household, pk=one.pk, at=at)
    named = Helper.objects.filter(household=household, name__isnull=False)
    return named.update(name=None)


def _clear_helpers(before: datetime, most: int) -> int:
    last = timezone.localdate(before) - timedelta(days=1)
    over = models.Q(until__lte=last) | models.Q(revoked_at__lt=before)
    found = first_of(Helper.objects.filter(over, name__isnull=False), most)
    return found.update(name=None)


HOLDINGS: Final = (
    Holding(
        key="entry.codes",
        title=_("进入代码"),
        what=_("信件上代码的摘要，不能还原成代码"),
        purpose=_("确认进来的是本户"),
        basis=words.OWN_SERVICE,
        seen_by=words.NOBODY,
        models=("participation.HouseholdCode",),
        find=_codes,
        erasing=Erasing(
            How.NEVER,
            _("这是您进来的钥匙。想作废，请到接待处换一封新信件，旧的当场失效，到期自动删除。"),
        ),
        term=Term(_("从代码作废起"), 180, 1, 730, _clear_codes),
    ),
    Holding(
        key="entry.sessions",
        title=_("进入记录"),
        what=_("什么时候进来、什么时候退出，发过的验证码的摘要"),
        purpose=_("让您不用每次输代码；查有没有别人进来过"),
        basis=words.OWN_SERVICE,
        seen_by=words.NOBODY,
        models=("participation.ResidentSession", "participation.OneTimeCode"),
        find=_sessions,
        erasing=Erasing(
            How.SELF, _("删除后所有手机都退出，下次进来要重新输代码。"), _erase_sessions
        ),
        term=Term(_("从退出或者过期起"), 30, 1, 180, _clear_sessions),
    ),
    Holding(
        key="entry.failures",
        title=_("输错代码的记录"),
        what=_("从哪里输错的摘要和时间，不记是哪一户；待发送的验证码短信"),
        purpose=_("防止别人猜代码"),
        basis=_(
            "保障网络和信息安全的法定义务（《个人信息保护法》第十三条第一款第三项、第五十一条）"
        ),
        seen_by=words.NOBODY,
        models=("participation.EntryFailure",),
        find=nothing,
        erasing=Erasing(How.NEVER, _("不能按户查找，也就不能按户删除；到期自动删除。")),
        term=Term(_("从输错起"), 1, 1, 30, _clear_failures),
    ),
    Holding(
        key="entry.helpers",
        title=_("家人代办"),
        what=_("替您办事的家人的姓名、关系、办什么、到哪天"),
        purpose=_("说明是谁替您办的"),
        basis=words.CONSENT,
        seen_by=_("只有您家；工作人员只知道是代办"),
        models=("participation.Helper",),
        find=_helpers,
        erasing=Erasing(
            How.SELF,
            _("删除后代办全部收回，家人的姓名删去；“有过代办”这件事留着，办过的事才说得清。"),
            _erase_helpers,
        ),
        term=Term(_("从代办收回或者到期起"), 180, 30, 730, _clear_helpers),
    ),
)
