"""What the open interfaces keep: tokens, borders, and how often the register changed."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from jiugai.apps.accounts.models import Person
from jiugai.apps.accounts.rows import DivisionField


class ApiScope(models.TextChoices):
    """What a token may read, or write."""

    REGISTER = "register.read", _("读取台账与结论")
    FEATURES = "features.read", _("读取地图要素与瓦片")
    PROJECTS = "projects.read", _("读取申报与项目")
    POLICY = "policy.read", _("读取政策")
    COLLECT = "surveys.collect", _("采集器取问卷、交答卷")
    SURVEYS = "surveys.read", _("读取问卷结果")
    DEMANDS = "demands.read", _("读取诉求")
    WRITE_DEMANDS = "demands.write", _("写入 12345 工单")


class ApiToken(models.Model):
    """A key for another system: acts for a person, within a division, until a day.

    Only a digest is kept. The right behind it is looked up at every call, so that a revoked
    token, an ended appointment or a closed account stops at the next one.
    """

    person = models.ForeignKey(Person, models.CASCADE, related_name="tokens")
    name = models.CharField(_("用途"), max_length=60)
    digest = models.CharField(max_length=64, unique=True)
    hint = models.CharField(max_length=12)
    scopes = ArrayField(models.CharField(max_length=20, choices=ApiScope))
    division = DivisionField(_("区划"), blank=True)
    per_minute = models.PositiveIntegerField(_("每分钟次数"), default=3000)  # 0: no limit
    created_at = models.DateTimeField(auto_now_add=True)
    expires_on = models.DateField(_("有效期至（不含）"))
    revoked_at = models.DateTimeField(null=True)
    last_used_at = models.DateTimeField(null=True)

    class Meta:
        """Order of reading."""

        ordering: ClassVar = ["-id"]

    def __str__(self) -> str:
        return self.name

    @property
    def scopes_in_words(self) -> list[str]:
        """Return what it opens."""
        return [str(ApiScope(one).label) for one in self.scopes]


class Outline(models.Model):
    """The border of a division in WGS-84; borders are public, so everybody sees them all."""

    code = models.CharField(_("区划"), max_length=12, unique=True, db_collation="C")
    name = models.CharField(_("名称"), max_length=60)
    shape = models.JSONField()

    class Meta:
        """Order of reading."""

        ordering: ClassVar = ["code"]

    def __str__(self) -> str:
        return f"{self.name}（{self.code}）"


class Generation(models.Model):
    """How often what a district shows has changed: the sum of `n` over its rows.

    Triggers on the tables add to the row of their own transaction, so that writers never wait
    for one another and the sum grows with every commit; folding rows together keeps the sum.
    """

    district = models.CharField(max_length=6, db_collation="C")
    tx = models.BigIntegerField()
    n = models.BigIntegerField(default=1)

    class Meta:
        """Constraints."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["district", "tx"], name="one_generation_per_change")
        ]

    def __str__(self) -> str:
        return f"{self.district} {self.n}"
