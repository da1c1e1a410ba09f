"""People, organisations, and who is what in which division."""

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from jiugai.apps.accounts.roles import ROLES, Role
from jiugai.apps.accounts.rows import DivisionField
from jiugai.apps.accounts.seal import SealedField


class Kind(models.TextChoices):
    """What an organisation is to the renewal."""

    OFFICE = "office", _("政府部门")
    STREET = "street", _("街道或社区")
    IMPLEMENTER = "implementer", _("实施主体")
    PROPERTY = "property", _("物业服务企业")
    HOUSING_OWNER = "housing_owner", _("产权单位")
    DESIGN = "design", _("勘察设计单位")
    CONTRACTOR = "contractor", _("施工单位")
    SUPERVISION = "supervision", _("监理单位")
    UTILITY = "utility", _("专业公司（水电气热通信）")
    FINANCE = "finance", _("金融机构")
    OTHER = "other", _("其他")


class Organisation(models.Model):
    """An office or firm, joined by its unified social credit code where it has one (A7)."""

    kind = models.CharField(_("类别"), max_length=20, choices=Kind, default=Kind.OTHER)
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
    division = DivisionField(_("账号归属区划"), blank=True)
    email = models.EmailField(_("电子邮箱"), blank=True)
    phone = SealedField(_("手机"), null=True, blank=True)
    is_active = models.BooleanField(_("在用"), default=True)
    password_changed_at = models.DateTimeField(null=True, blank=True)
    must_change_password = models.BooleanField(default=False)

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
                condition=Q(until=None) | Q(until__gte=F("since")), name="appointment_in_order"
            ),
            # That nobody holds two of these at a time, nor one beside a role of the work, is an
            # exclusion constraint: migrations/0003_apart.py.
            models.CheckConstraint(
                condition=~Q(person=F("granted_by")), name="appointment_not_by_oneself"
            ),
        ]
        ordering: ClassVar = ["person", "role", "division"]

    def __str__(self) -> str:
        return f"{self.person} {ROLES[Role(self.role)].title} {self.division}"


class FormerPassword(models.Model):
    """A password that somebody had, hashed, so that it is not taken again soon."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="former_passwords")
    password = models.CharField(max_length=128)
    set_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        """The latest first."""

        ordering: ClassVar = ["-id"]


class Ended(models.TextChoices):
    """Why a session ended."""

    OUT = "out", _("本人退出")
    IDLE = "idle", _("长时间没有操作")
    TOO_LONG = "too_long", _("超过最长登录时间")
    NEWER = "newer", _("在别处登录过多")
    CLOSED = "closed", _("本人在别处结束")
    OFFICE = "office", _("管理员处理")

    @property
    def words(self) -> str:
        """Return what its holder reads at the next click."""
        return str(_WHY[self])


_WHY = {
    Ended.OUT: _("您已退出。"),
    Ended.IDLE: _("您有一段时间没有操作，为安全起见已退出；请重新登录。"),
    Ended.TOO_LONG: _("这次登录已到最长时限；请重新登录。"),
    Ended.NEWER: _(
        "您的账号在别处登录，超过了允许的个数，最早的这一处已退出；不是您本人请立即改密码。"
    ),
    Ended.CLOSED: _("您在另一处结束了这里的登录。"),
    Ended.OFFICE: _("安全管理员更改了您的账号，请重新登录；有疑问请联系他。"),
}


class SignedIn(models.Model):
    """One session of a person: from where, since when, and why it ended."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="sessions")
    key = models.CharField(max_length=40, db_index=True)
    began_at = models.DateTimeField(_("开始"))
    seen_at = models.DateTimeField(_("最近操作"))
    address = models.GenericIPAddressField(_("地址"), null=True)
    browser = models.CharField(_("浏览器"), max_length=200, blank=True)
    ended_at = models.DateTimeField(null=True)
    ended_because = models.CharField(max_length=10, choices=Ended, blank=True)

    class Meta:
        """A session that ended has a reason."""

        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(ended_at=None, ended_because="")
                | Q(ended_at__isnull=False) & ~Q(ended_because=""),
                name="session_ended_with_reason",
            )
        ]
        ordering: ClassVar = ["id"]

    def __str__(self) -> str:
        return f"{self.person} {self.began_at:%Y-%m-%d %H:%M}"


class Pace(models.Model):
    """How much of a minute's share is left of something that may be done so often.

    The table is not logged: after a crash everybody begins with a full bucket.
    """

    key = models.CharField(max_length=100, primary_key=True)
    remaining = models.FloatField()
    granted = models.IntegerField()
    at = models.DateTimeField()

    def __str__(self) -> str:
        return self.key
