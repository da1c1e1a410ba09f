"""Codes of households: printed on letters, or sent once; only their digests are kept."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from datetime import datetime, timedelta
from typing import Final

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from jiugai.apps.accounts.models import Person
from jiugai.apps.accounts.seal import Sealed
from jiugai.apps.audit.actions import Action
from jiugai.apps.audit.services import record
from jiugai.apps.participation.models import Entrance, HouseholdCode, OneTimeCode
from jiugai.apps.participation.residents.channels import send
from jiugai.apps.registry.models import Building, Estate, Household
from jiugai.kernel.errors import Refusal

#: Letters and digits that nobody mistakes when they are read aloud or written down.
SIGNS: Final = "2345679ACDEFGHJKMNPQRTUVWXYZ"
LENGTH: Final = 10
SLUG: Final = 6
#: How long a code that was sent opens, and how soon another may be asked for.
SENT_OPENS: Final = timedelta(minutes=10)
NOT_SOONER: Final = timedelta(minutes=1)
ONE_TIME_DIGITS: Final = 6


def digest_of(text: str, *, about: str) -> str:
    """Return the digest under which something secret is kept; it needs the site's own key."""
    key = hashlib.sha256(b"residents " + settings.SECRET_KEY.encode()).digest()
    return hmac.new(key, f"{about} {text}".encode(), hashlib.sha256).hexdigest()


def plain(text: str) -> str:
    """Return a code as it is compared: capitals, without blanks and strokes."""
    return "".join(sign for sign in text.upper() if sign.isalnum())


def shown(code: str) -> str:
    """Return a code as it is printed, in two groups."""
    half = len(code) // 2
    return f"{code[:half]}-{code[half:]}"


@transaction.atomic
def make_entrance(
    *, estate: Estate, building: Building | None, phone: str, by: Person, on: datetime
) -> Entrance:
    """Give an estate or a building its short address, or change the phone of its reception.

    Raises Refusal if the building is another estate's.
    """
    if building is not None and building.estate_id != estate.pk:
        raise Refusal(_("这栋楼不属于本小区，请重新选择。"))
    entrance = Entrance.objects.filter(estate=estate, building=building).first()
    if entrance is None:
        entrance = Entrance(
            estate=estate, building=building, division=estate.division, slug=_slug()
        )
    entrance.phone = phone.strip()
    entrance.save()
    record(Action.ENTRANCE_MADE, entrance, by=by, estate=estate.pk, phone=entrance.phone)
    return entrance


@transaction.atomic
def make_door_entrances(*, estate: Estate, phone: str, by: Person, on: datetime) -> list[Entrance]:
    """Give each building of an estate that has none its own address."""
    lacking = Building.objects.filter(estate=estate, entrance=None).order_by("id")
    return [
        make_entrance(estate=estate, building=one, phone=phone, by=by, on=on) for one in lacking
    ]


def _slug() -> str:
    return "".join(secrets.choice(SIGNS) for _sign in range(SLUG)).lower()


@transaction.atomic
def issue_codes(*, building: Building, by: Person, at: datetime) -> list[tuple[Household, str]]:
    """Give every household of a building a code; codes that were printed before stop to open.

    The codes are returned once, to be printed. Raises Refusal where no household is known.
    """
    households = list(
        Household.objects.filter(building=building)
        .select_related("building", "unit")
        .order_by("unit__name", "door")
    )
    if not households:
        raise Refusal(_("这栋楼还没有登记住户；请先在台账补上。"))
    HouseholdCode.objects.filter(household__in=households, revoked_at=None).update(revoked_at=at)
    made = [(one, "".join(secrets.choice(SIGNS) for _sign in range(LENGTH))) for one in households]
    HouseholdCode.objects.bulk_create(
        HouseholdCode(
            household=one,
            division=one.division,
            digest=digest_of(code, about="code"),
            issued_by=by,
            issued_at=at,
        )
        for one, code in made
    )
    record(Action.CODES_ISSUED, building, by=by, households=len(made))
    return [(one, shown(code)) for one, code in made]


@transaction.atomic
def send_one_time_code(*, household: Household, phone: str, at: datetime) -> bool:
    """Send a code to a household's phone if that is the number known; whoever asks is not told.

    Returns whether one was sent. Not more often than once a minute.
    """
    known = household.phone
    text = known.opened if isinstance(known, Sealed) else ""
    if not text or not hmac.compare_digest(plain(text), plain(phone)):
        return False
    if OneTimeCode.objects.filter(household=household, sent_at__gt=at - NOT_SOONER).exists():
        return False
    code = "".join(secrets.choice("0123456789") for _sign in range(ONE_TIME_DIGITS))
    OneTimeCode.objects.create(
        household=household,
        division=household.division,
        digest=digest_of(f"{household.pk} {code}", about="once"),
        sent_at=at,
        ends_at=at + SENT_OPENS,
    )
    transaction.on_commit(lambda: send(to=text, code=code))
    return True
