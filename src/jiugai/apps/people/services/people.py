"""Add people, keep their details, and take care of accounts that are lost or no longer used."""

import secrets
from datetime import datetime
from typing import Final

from allauth.mfa.models import Authenticator
from django.db import transaction
from django.db.models import Model
from django.utils import timezone
from django.utils.translation import gettext as _

from jiugai.apps.accounts.models import Ended, Organisation, Person, SignedIn
from jiugai.apps.accounts.permissions import Permission
from jiugai.apps.accounts.sessions import end
from jiugai.apps.accounts.viewer import Viewer
from jiugai.apps.audit.services import record
from jiugai.apps.people.services.own import locked, refuse_outside
from jiugai.kernel.errors import Refusal

#: What cannot be mistaken for another sign when it is read out or copied by hand.
_SIGNS: Final = "abcdefghjkmnpqrstuvwxyz23456789"
FIELDS: Final = ("name", "organisation", "email", "phone")


@transaction.atomic
def add_person(
    *,
    username: str,
    name: str,
    organisation: Organisation | None,
    division: str,
    email: str = "",
    phone: str = "",
    by: Viewer,
) -> tuple[Person, str]:
    """Add somebody and return them with the initial password, which is shown once.

    Raises Refusal outside one's division and for a sign-in name that is taken.
    """
    refuse_outside(by, division, Permission.MANAGE_PEOPLE)
    if Person.objects.filter(username__iexact=username).exists():
        raise Refusal(
            _("登录名“{name}”已有人用；请换一个，例如加上单位简称。").format(name=username)
        )
    person = Person(username=username, name=name, organisation=organisation, division=division)
    person.email, person.phone = email, phone or None
    password = give_password(person)
    record("people.added", person, by=by.person, username=username)
    return person, password


@transaction.atomic
def edit_person(
    *,
    person: int,
    name: str,
    organisation: Organisation | None,
    email: str,
    phone: str | None,
    by: Viewer,
    at: datetime,
) -> Person:
    """Change what is known of somebody; the phone stays as it is where none is given."""
    found = locked(person, by=by, on=timezone.localdate(at))
    new = {"name": name, "organisation": organisation, "email": email}
    if phone:
        new["phone"] = phone
    changed = [field for field, value in new.items() if getattr(found, field) != value]
    if not changed:
        raise Refusal(_("没有任何改动；改好后再保存。"))
    was = {field: _plain(found, field) for field in changed if field != "phone"}
    for field in changed:
        setattr(found, field, new[field])
    found.save(update_fields=changed)
    record("people.edited", found, by=by.person, changed=changed, was=was)
    return found


@transaction.atomic
def deactivate(*, person: int, reason: str, by: Viewer, at: datetime) -> Person:
    """Let somebody sign in no more, from their next click on; what they did stays theirs."""
    found = locked(person, by=by, on=timezone.localdate(at))
    if not found.is_active:
        raise Refusal(_("{name}的账号已经停用。").format(name=found))
    found.is_active = False
    found.save(update_fields=["is_active"])
    _end_sessions(found, at=at)
    record("people.deactivated", found, by=by.person, reason=reason)
    return found


@transaction.atomic
def reactivate(*, person: int, reason: str, by: Viewer, at: datetime) -> Person:
    """Let somebody sign in again."""
    found = locked(person, by=by, on=timezone.localdate(at))
    if found.is_active:
        raise Refusal(_("{name}的账号在用，不必恢复。").format(name=found))
    found.is_active = True
    found.save(update_fields=["is_active"])
    record("people.reactivated", found, by=by.person, reason=reason)
    return found


@transaction.atomic
def reset_password(*, person: int, by: Viewer, at: datetime) -> tuple[Person, str]:
    """Give somebody a new initial password, which is shown once and must be changed."""
    found = locked(person, by=by, on=timezone.localdate(at))
    password = give_password(found)
    _end_sessions(found, at=at)
    record("people.password_reset", found, by=by.person)
    return found, password


@transaction.atomic
def reset_second_factor(*, person: int, reason: str, by: Viewer, at: datetime) -> Person:
    """Remove the second factors of somebody who lost theirs; they set up another one."""
    found = locked(person, by=by, on=timezone.localdate(at))
    removed, _kinds = Authenticator.objects.filter(user=found).delete()
    if not removed:
        raise Refusal(_("{name}没有设置第二因素，不必重置。").format(name=found))
    _end_sessions(found, at=at)
    record("people.second_factor_reset", found, by=by.person, reason=reason)
    return found


def give_password(person: Person) -> str:
    """Set a fresh password that must be changed at the first sign-in, and return it."""
    password = "-".join("".join(secrets.choice(_SIGNS) for _n in range(4)) for _m in range(4))
    person.set_password(password)
    person.save()
    person.must_change_password = True
    person.save(update_fields=["must_change_password"])
    return password


def _end_sessions(person: Person, *, at: datetime) -> None:
    end(SignedIn.objects.filter(person=person), because=Ended.OFFICE, at=at)


def _plain(person: Person, field: str) -> str:
    value = getattr(person, field)
    return str(value.pk) if isinstance(value, Model) else str(value or "")
