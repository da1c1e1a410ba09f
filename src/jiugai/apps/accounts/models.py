"""People, organisations, and who is what in which division."""

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from jiugai.apps.accounts.roles import ADMINISTRATORS, ROLES, Role
from jiugai.apps.accounts.rows import DivisionField
from jiugai.apps.accounts.seal import SealedField


class Organisation(models.Model):
    """An office or firm, joined by its unified social credit code where it has one (A7)."""

    name = models.CharField(_("名称"), max_length=120)
    credit_code = models.CharField(_("统一社会信用代码"), max_length=18, blank=True)
    division = DivisionField(_("所在区划"))
    address = models.CharField(_("地址"), max_length=200, blank=True)
    contact = SealedField(_("联系人"), null=True, blank=True)
    phone = SealedField(_("联系电话"), null=True, blank=True)

    class Meta:
        """Constraints of the table."""

        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["credit_code"],
                condition=~Q(credit_code=""),
                name="one_organisation_per_code",
            )
        ]
        ordering: ClassVar = ["name"]

    def __str__(self) -> str:
        return self.name


class People(BaseUserManager["Person"]):
    """The people who can sign in."""

    def get_by_natural_key(self, username: str | None) -> "Person":
        """Return a person by sign-in name, whatever its case."""
        return self.get(username__iexact=username)


class Person(AbstractBaseUser):
    """Somebody who signs in; what they may do hangs on their appointments."""

    username = models.CharField(_("登录名"), max_length=60, unique=True)
    name = models.CharField(_("姓名"), max_length=60)
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, verbose_name=_("单位")
    )
    email = models.EmailField(_("电子邮箱"), blank=True)
    phone = SealedField(_("手机"), null=True, blank=True)
    is_active = models.BooleanField(_("在用"), default=True)
    password_changed_at = models.DateTimeField(null=True, blank=True)

    objects = People()
    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar = ["name"]

    def __str__(self) -> str:
        return self.name or self.username


class Appointment(models.Model):
    """A person is something in a division, from one day to another."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="appointments")
    role = models.CharField(
        _("角色"), max_length=30, choices=[(role.value, ROLES[role].title) for role in Role]
    )
    division = DivisionField(_("区划"), blank=True)
    since = models.DateField(_("自"))
    until = models.DateField(_("至（不含）"), null=True, blank=True)
    granted_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    granted_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        """Constraints of the table."""

        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gt=F("since")), name="appointment_in_order"
            ),
            models.UniqueConstraint(
                "person",
                condition=Q(role__in=sorted(ADMINISTRATORS), until=None),
                name="one_administration_per_person",
            ),
        ]
        ordering: ClassVar = ["person", "role", "division"]

    def __str__(self) -> str:
        return f"{self.person} {ROLES[Role(self.role)].title} {self.division}"
