"""A household lets a relative act for it, and takes that back; the record says what was done."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any, Final

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from jiugai.apps.audit.actions import Action
from jiugai.apps.audit.services import record
from jiugai.apps.participation.models import Helper, ResidentSession
from jiugai.apps.participation.residents.codes import LENGTH, SIGNS, digest_of, plain, shown
from jiugai.apps.registry.models import Household
from jiugai.kernel.errors import Refusal

#: At one time, and at most so long; then it is given anew.
MOST: Final = 3
LONGEST: Final = timedelta(days=366)


def agreement() -> str:
    """Return what a household agrees to."""
    return _(
        "我同意这位家人凭代办码进入，看我家的页面，替我答问卷、提意见、反映问题。"
        "他的姓名加密保存，只用来说明是谁替我办的；我随时可以收回。"
        "投票不能代办：要由业主自己投，或者凭业主签字的委托书到接待处投纸质票。"
    )


@transaction.atomic
def allow(*, household: Household, said: Mapping[str, Any], at: datetime) -> tuple[Helper, str]:
    """Let somebody act for a household; return the code for them, once.

    Raises Refusal for a day that is past or too far, and beyond so many at a time.
    """
    Household.objects.select_for_update(of=("self",)).get(pk=household.pk)
    today = timezone.localdate(at)
    if not today <= said["until"] <= today + LONGEST:
        raise Refusal(_("日期要在今天到一年之内；到期后可以再定。"))
    if live(household, on=today).count() >= MOST:
        raise Refusal(_("同时最多 {n} 位家人代办；请先收回一位。").format(n=MOST))
    code = "".join(secrets.choice(SIGNS) for _sign in range(LENGTH))
    helper = Helper.objects.create(
        household=household,
        division=household.division,
        name=said["name"],
        relation=said["relation"],
        purpose=said["purpose"],
        until=said["until"],
        agreed=agreement(),
        digest=digest_of(plain(code), about="helper"),
        given_at=at,
    )
    until = helper.until.isoformat()
    record(Action.HELPER_ALLOWED, helper, by=None, household=household.pk, until=until)
    return helper, shown(code)


@transaction.atomic
def revoke(*, household: Household, pk: int, at: datetime) -> Helper:
    """Take back what a household allowed; who is in is out at once."""
    found = Helper.objects.select_for_update(of=("self",))
    helper = found.filter(household=household, pk=pk, revoked_at=None).first()
    if helper is None:
        raise Refusal(_("这一位已经收回了。"))
    helper.revoked_at = at
    helper.save(update_fields=["revoked_at"])
    ResidentSession.objects.filter(helper=helper, ended_at=None).update(ended_at=at)
    record(Action.HELPER_REVOKED, helper, by=None, household=household.pk)
    return helper


def live(household: Household, *, on: date) -> Any:
    """Return those who may act for a household on a day."""
    return Helper.objects.filter(household=household, revoked_at=None, until__gte=on)


def helper_with(code: str, *, estate: int, on: date) -> Helper | None:
    """Return who may act with a code, within the scope of an estate."""
    found = Helper.objects.filter(
        digest=digest_of(plain(code), about="helper"),
        revoked_at=None,
        until__gte=on,
        household__building__estate=estate,
    )
    return found.select_related("household").first()


def helper_of(session: ResidentSession, *, on: date) -> Helper | None:
    """Return who acts in a session; raises Refusal where that was taken back or is over."""
    if session.helper_id is None:
        return None
    found = Helper.objects.filter(pk=session.helper_id, revoked_at=None, until__gte=on).first()
    if found is None:
        raise Refusal(_("代办已到期或者已收回。"))
    return found


def note(helper: Helper, path: str) -> None:
    """Write down that somebody did something for a household."""
    record(Action.HELPER_ACTED, helper, by=None, household=helper.household_id, page=path)
