"""Separate consent: asked apart from the rest, kept with its words, taken back at any time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from jiugai.apps.accounts.models import Person
from jiugai.apps.audit.actions import Action
from jiugai.apps.audit.services import record
from jiugai.apps.participation.models import Consent
from jiugai.apps.registry.models import Household
from jiugai.kernel.errors import Refusal

#: Erases what was given on a consent that is taken back.
Follow = Callable[[Consent, datetime], None]
_FOLLOWS: Final[dict[str, Follow]] = {}


def follows_revoking(about: str) -> Callable[[Follow], Follow]:
    """Let a function erase what rested on consents of a kind; it stands in a `personal` module."""

    def declare(function: Follow) -> Follow:
        _FOLLOWS[about] = function
        return function

    return declare


@dataclass(frozen=True, slots=True)
class About:
    """What a household is asked for, and who of it."""

    household: Household
    kind: str
    id: int = 0
    person: int = 1


def standing(about: About) -> Consent | None:
    """Return what a household said last and did not take back."""
    return _of(about).filter(revoked_at=None).first()


def is_given(about: About) -> bool:
    """Return whether a household consents now."""
    found = standing(about)
    return found is not None and found.is_given


def _of(about: About) -> QuerySet[Consent]:
    return Consent.objects.filter(
        household=about.household, about=about.kind, about_id=about.id, person=about.person
    )


@transaction.atomic
def say(
    *,
    about: About,
    title: str,
    words: str,
    is_given: bool,
    channel: str,
    by: Person | None,
    at: datetime,
) -> Consent:
    """Keep what a household said after reading some words; what it said before ends."""
    household = about.household
    Household.objects.select_for_update(of=("self",), no_key=True).get(pk=household.pk)
    former = standing(about)
    if former is not None and former.is_given == is_given:
        return former
    if former is not None:
        _end(former, at=at)
    consent = Consent.objects.create(
        household=household,
        division=household.division,
        about=about.kind,
        about_id=about.id,
        person=about.person,
        title=title[:160],
        words=words,
        is_given=is_given,
        channel=channel,
        by=by,
        said_at=at,
    )
    action = Action.CONSENT_GIVEN if is_given else Action.CONSENT_REFUSED
    record(action, household, by=by, about=about.kind, of=about.id, channel=channel)
    return consent


@transaction.atomic
def revoke(*, household: Household, pk: int, at: datetime) -> Consent:
    """Take a consent back; what rested on it is erased in the same transaction.

    Raises Refusal if it was taken back before.
    """
    Household.objects.select_for_update(of=("self",), no_key=True).get(pk=household.pk)
    found = Consent.objects.filter(household=household, pk=pk, is_given=True, revoked_at=None)
    consent = found.first()
    if consent is None:
        raise Refusal(_("这一项已经收回了。"))
    _end(consent, at=at)
    record(Action.CONSENT_REVOKED, household, by=None, about=consent.about, of=consent.about_id)
    return consent


def _end(consent: Consent, *, at: datetime) -> None:
    consent.revoked_at = max(at, consent.said_at)
    consent.save(update_fields=["revoked_at"])
    if consent.is_given and (follow := _FOLLOWS.get(consent.about)):
        follow(consent, at)
