"""A household comes in with a code; guessing is slowed, and no answer says what was wrong."""

from __future__ import annotations

import secrets
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, NoReturn

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from jiugai.apps.accounts.message import all_of
from jiugai.apps.accounts.quick import made, rows_of
from jiugai.apps.accounts.rows import scope
from jiugai.apps.participation.models import (
    Entrance,
    EntryFailure,
    Helper,
    HouseholdCode,
    OneTimeCode,
    ResidentSession,
)
from jiugai.apps.participation.residents.codes import digest_of, plain
from jiugai.apps.participation.residents.helping import helper_with
from jiugai.apps.registry.models import Household
from jiugai.kernel.errors import Refusal

#: So many codes that open nothing, within so long, and the next is not looked at.
MOST_FROM_ONE_PLACE: Final = 10
MOST_FOR_ONE_FLAT: Final = 5
WITHIN: Final = timedelta(minutes=15)
SESSION: Final = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Door:
    """Which flat somebody says they live in, as they typed it."""

    building: int
    unit: str
    door: str


def entrance_at(slug: str) -> Entrance | None:
    """Return the entrance behind a short address."""
    with scope(""):
        return (
            Entrance.objects.filter(slug=slug.lower()).select_related("estate", "building").first()
        )


def enter_with_code(*, entrance: Entrance, code: str, place: str, at: datetime) -> str:
    """Return the token of a new session for the household whose code was typed.

    The code of somebody whom a household lets act for it opens it, too.
    Raises Refusal if the code opens nothing here, or after too many tries from one place.
    """
    keys = [_key("from", place)]
    _refuse_guessing(keys, at)
    with scope(entrance.division):
        known = (
            HouseholdCode.objects.filter(
                digest=digest_of(plain(code), about="code"),
                revoked_at=None,
                household__building__estate=entrance.estate_id,
            )
            .select_related("household")
            .first()
        )
        helper = None
        if known is None:
            helper = helper_with(code, estate=entrance.estate_id, on=timezone.localdate(at))
    if helper is not None:
        return _begin(helper.household, at, helper)
    if known is None:
        _fail(keys, at)
    return _begin(known.household, at)


def enter_with_one_time_code(
    *, entrance: Entrance, said: Door, code: str, place: str, at: datetime
) -> str:
    """Return the token of a new session for the flat to which a code was sent.

    Raises Refusal as `enter_with_code` does, and after too many tries for one flat.
    """
    keys = [_key("from", place), _key("flat", f"{said.building} {said.unit} {said.door}")]
    _refuse_guessing(keys, at)
    with scope(entrance.division):
        household = household_at(entrance, said)
        known = household and _unused(household, code, at)
        if known:
            known.used_at = at
            known.save(update_fields=["used_at"])
    if household is None or not known:
        _fail(keys, at)
    return _begin(household, at)


def _unused(household: Household, code: str, at: datetime) -> OneTimeCode | None:
    return (
        OneTimeCode.objects.select_for_update(of=("self",))
        .filter(
            household=household,
            digest=digest_of(f"{household.pk} {plain(code)}", about="once"),
            ends_at__gt=at,
            used_at=None,
        )
        .first()
    )


def household_at(entrance: Entrance, said: Door) -> Household | None:
    """Return the household that a resident names, within the scope of the entrance."""
    return (
        Household.objects.filter(
            building__estate=entrance.estate_id,
            building=said.building,
            door=said.door.strip(),
        )
        .filter(**({"unit__name": said.unit} if said.unit else {"unit": None}))
        .first()
    )


def session_of(token: str, *, at: datetime) -> ResidentSession | None:
    """Return the session behind a token that a browser shows."""
    return sessions_of([token], at=at).get(token) if token else None


def sessions_of(tokens: Collection[str], *, at: datetime) -> dict[str, ResidentSession]:
    """Return by token the sessions that are not over; other tokens are left out."""
    digests = {digest_of(one, about="session"): one for one in tokens}
    fit = "digest = ANY(%s) AND ends_at > %s AND ended_at IS NULL"
    (rows,) = all_of(rows_of(ResidentSession, fit, list(digests), at))
    return {digests[one.digest]: one for one in made(ResidentSession, rows)}


def leave(*, session: ResidentSession, at: datetime) -> None:
    """End a household's session."""
    session.ended_at = at
    session.save(update_fields=["ended_at"])


def note_asked(*, place: str, at: datetime) -> None:
    """Count a request for a one-time code like a try; raises Refusal after too many."""
    keys = [_key("asked", place)]
    _refuse_guessing(keys, at)
    EntryFailure.objects.create(key=keys[0], at=at)


def _key(kind: str, text: str) -> str:
    return digest_of(f"{kind} {text}", about="tries")


def _refuse_guessing(keys: list[str], at: datetime) -> None:
    for key, most in zip(keys, (MOST_FROM_ONE_PLACE, MOST_FOR_ONE_FLAT), strict=False):
        if EntryFailure.objects.filter(key=key, at__gt=at - WITHIN).count() >= most:
            raise Refusal(
                _("试的次数太多，请过 15 分钟再来；也可以打接待电话，或者带上信件到接待处。")
            )


def _fail(keys: list[str], at: datetime) -> NoReturn:
    """Write a failure down, whatever becomes of the request, and say no more than that."""
    EntryFailure.objects.filter(at__lte=at - WITHIN).delete()
    EntryFailure.objects.bulk_create(EntryFailure(key=key, at=at) for key in keys)
    raise Refusal(_("没能打开。请对照信件再试一次；信件找不到了，可以打接待电话。"))


@transaction.atomic
def _begin(household: Household, at: datetime, helper: Helper | None = None) -> str:
    token = secrets.token_urlsafe(32)
    ResidentSession.objects.create(
        digest=digest_of(token, about="session"),
        household=household,
        helper=helper,
        division=household.division,
        began_at=at,
        ends_at=at + SESSION,
    )
    return token
