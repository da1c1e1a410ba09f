"""Passwords: none of the last five again, and each only for so many days."""

from datetime import datetime, timedelta
from typing import Final

from django.conf import settings
from django.contrib.auth.hashers import check_password
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from jiugai.apps.accounts.models import FormerPassword, Person

REMEMBERED: Final = 5


class NotUsedBefore:
    """Refuses the last five passwords, and remembers each that was set."""

    def validate(self, password: str, user: Person | None = None) -> None:
        """Raise ValidationError if somebody had this password lately."""
        if user is None or user.pk is None:
            return
        former = user.former_passwords.values_list("password", flat=True)[:REMEMBERED]
        if any(check_password(password, one) for one in {*former, user.password}):
            raise ValidationError(
                _("最近 {count} 次用过的密码不能再用，请换一个。").format(count=REMEMBERED),
                code="password_used_before",
            )

    def password_changed(self, _password: str, user: Person | None = None) -> None:
        """Remember a password that was just saved; Django calls this."""
        if user is None or user.pk is None:
            return
        user.password_changed_at, user.must_change_password = timezone.now(), False
        # Not user.save(), which would call this again.
        Person.objects.filter(pk=user.pk).update(
            password_changed_at=user.password_changed_at, must_change_password=False
        )
        FormerPassword.objects.create(person=user, password=user.password)
        kept = user.former_passwords.values("pk")[:REMEMBERED]
        user.former_passwords.exclude(pk__in=kept).delete()

    def get_help_text(self) -> str:
        """Return what is asked, for the page on which a password is chosen."""
        return _("不能是最近 {count} 次用过的密码。").format(count=REMEMBERED)


def must_change(person: Person, *, at: datetime) -> bool:
    """Return whether somebody has to choose a new password before anything else."""
    if not person.has_usable_password():
        return False
    return person.must_change_password or is_expired(person, at=at)


def is_expired(person: Person, *, at: datetime) -> bool:
    """Return whether a password is older than the office allows."""
    if person.password_changed_at is None:
        return False
    return at - person.password_changed_at >= timedelta(days=settings.PASSWORD_DAYS)
