"""What the made-up household asks about its data, a consent it gave, and data over its term."""

from datetime import datetime, timedelta
from typing import Final

from django.utils import timezone

from jiugai.apps.accounts.models import Person
from jiugai.apps.participation.models import HouseholdCode
from jiugai.apps.participation.privacy import consents, requests
from jiugai.apps.participation.privacy.clock import clear_over
from jiugai.apps.participation.privacy.holding import holding_of
from jiugai.apps.participation.privacy.of_register import CARE
from jiugai.apps.participation.privacy.values import opened
from jiugai.apps.participation.residents.codes import digest_of
from jiugai.apps.registry.models import Household
from jiugai.site.demo_votes import CODE

#: Codes of letters that were replaced long ago, whose time is over.
OLD: Final = 3


def care_for_data(*, clerk: Person, now: datetime) -> None:
    """Let the household consent and ask; leave old codes to be erased, and erase them."""
    live = HouseholdCode.objects.select_related("household")
    home = live.get(digest=digest_of(CODE, about="code")).household
    _consent(home, clerk, now)
    _ask(home, clerk, now)
    _old_codes(home, clerk, now)
    clear_over(on=timezone.localdate(now))


def _consent(home: Household, clerk: Person, now: datetime) -> None:
    Household.objects.filter(pk=home.pk).update(care="老人行动不便，停水前请上门说一声（虚构）")
    consents.say(
        about=consents.About(home, CARE),
        title="需关照情况",
        words="我同意登记家里要关照的情况，只用于施工时上门告知；可以随时收回。（虚构）",
        is_given=True,
        channel="desk",
        by=clerk,
        at=now - timedelta(days=20),
    )


def _ask(home: Household, clerk: Person, now: datetime) -> None:
    owner, phone = holding_of("register.owner"), holding_of("register.phone")
    if owner is None or phone is None:
        raise ValueError("The register holds owners and telephones.")
    first = requests.ask_to_correct(
        household=home,
        holding=phone,
        field="phone",
        value="19900001234",
        words="换号了（虚构）",
        at=now - timedelta(days=12),
    )
    requests.decide(
        pk=first.pk,
        grants=True,
        words="已核对，改好了。",
        by=clerk,
        on=timezone.localdate(now) - timedelta(days=10),
        at=now - timedelta(days=10),
    )
    requests.ask_to_correct(
        household=home,
        holding=owner,
        field="owner",
        value=f"{opened(home.owner)[:1]}正名（虚构）",
        words="名字写错了一个字。",
        at=now - timedelta(days=2),
    )


def _old_codes(home: Household, clerk: Person, now: datetime) -> None:
    for number in range(OLD):
        HouseholdCode.objects.create(
            household=home,
            division=home.division,
            digest=digest_of(f"OLD{number}", about="code"),
            issued_by=clerk,
            issued_at=now - timedelta(days=500),
            revoked_at=now - timedelta(days=300),
        )
