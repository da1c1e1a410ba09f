"""Lines of the record, and the blocks that seal them."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from jiugai.apps.accounts.rows import DivisionField


class Line(models.Model):
    """Who did what to what; no foreign keys, it must outlive what it speaks of."""

    at = models.DateTimeField(_("时间"), auto_now_add=True)
    by = models.BigIntegerField(null=True)
    by_name = models.CharField(_("人员"), max_length=60, blank=True)
    division = DivisionField(_("区划"), blank=True)
    action = models.CharField(_("动作"), max_length=60)
    subject = models.CharField(_("对象"), max_length=60, blank=True)
    subject_id = models.CharField(max_length=60, blank=True)
    subject_name = models.CharField(max_length=120, blank=True)
    reason = models.CharField(_("理由"), max_length=300, blank=True)
    detail = models.JSONField(default=dict)

    class Meta:
        """Order of reading."""

        indexes: ClassVar = [
            models.Index(fields=["division", "-id"], name="lines_of_a_division"),
            models.Index(fields=["subject", "subject_id", "-id"], name="lines_on_a_subject"),
        ]
        ordering: ClassVar = ["-id"]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.by_name} {self.action} {self.subject_name}"


class Waiting(models.Model):
    """A line that no block has sealed yet."""

    line_id = models.BigIntegerField(primary_key=True)


class Block(models.Model):
    """Some lines sealed together: the root of their hash tree, chained to the block before."""

    number = models.BigIntegerField(primary_key=True)
    lines = ArrayField(models.BigIntegerField())
    root = models.CharField(max_length=64)
    previous = models.CharField(max_length=64)
    digest = models.CharField(max_length=64, unique=True)
    sealed_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        """Order of the chain."""

        ordering: ClassVar = ["number"]
