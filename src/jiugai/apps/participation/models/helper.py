"""A relative whom a household lets act for it 家人代办: for what, until when, until taken back."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from jiugai.apps.accounts.rows import DivisionField
from jiugai.apps.accounts.seal import SealedField
from jiugai.apps.registry.models import Household


class Helper(models.Model):
    """Consent of a household that somebody acts for it; the name goes, the fact stays."""

    class Relation(models.TextChoices):
        """What the helper is to the household."""

        CHILD = "child", _("子女")
        SPOUSE = "spouse", _("配偶")
        PARENT = "parent", _("父母")
        RELATIVE = "relative", _("其他亲属")
        OTHER = "other", _("照护的人")

    household = models.ForeignKey(Household, models.CASCADE, related_name="helpers")
    division = DivisionField()
    name = SealedField(_("姓名"), null=True)  # gone some time after it ended
    relation = models.CharField(_("是您的"), max_length=8, choices=Relation)
    purpose = models.CharField(_("帮您做什么"), max_length=200)
    until = models.DateField(_("到哪一天为止"))
    agreed = models.TextField()  # the words that the household agreed to
    digest = models.CharField(max_length=64, unique=True)
    given_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        """It ends on or after the day on which it was given."""

        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(revoked_at=None) | Q(revoked_at__gte=F("given_at")),
                name="helper_revoked_after_given",
            )
        ]
        ordering: ClassVar = ["-id"]

    def __str__(self) -> str:
        return str(self.get_relation_display())
