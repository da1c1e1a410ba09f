"""Lines of the record, and the blocks that seal them."""

from typing import Any, ClassVar, Final

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from jiugai.apps.accounts.rows import DivisionField
from jiugai.apps.audit.actions import title_of

#: Bytes of a digest.
LEAF: Final = 32


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

    def get_absolute_url(self) -> str:
        """Return the page of the line."""
        return reverse("audit:line", args=[self.pk])

    @property
    def title(self) -> str:
        """Return what was done, in words."""
        return title_of(self.action)

    @property
    def changes(self) -> dict[str, list[Any]]:
        """Return the fields that changed, each with its value before and after."""
        found = self.detail.get("changes", {})
        return found if isinstance(found, dict) else {}

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.by_name} {self.action} {self.subject_name}"


class Waiting(models.Model):
    """A line that no block has sealed yet."""

    line_id = models.BigIntegerField(primary_key=True)


class Block(models.Model):
    """Some lines sealed together: the root of their hash tree, chained to the block before."""

    number = models.BigIntegerField(primary_key=True)
    algorithm = models.CharField(max_length=10, default="sha256")
    lines = ArrayField(models.BigIntegerField())
    first = models.BigIntegerField()
    last = models.BigIntegerField()
    leaves = models.BinaryField()  # the digest of each line, one after the other
    root = models.CharField(max_length=64)
    previous = models.CharField(max_length=64)
    digest = models.CharField(max_length=64, unique=True)
    sealed_at = models.DateTimeField()

    class Meta:
        """Order of the chain, and how the block of a line is found."""

        indexes: ClassVar = [models.Index(fields=["last", "first"], name="blocks_by_line")]
        ordering: ClassVar = ["number"]

    def __str__(self) -> str:
        return f"{self.number}"

    @property
    def leaf_digests(self) -> list[bytes]:
        """Return the digest of each line."""
        whole = bytes(self.leaves)
        return [whole[at : at + LEAF] for at in range(0, len(whole), LEAF)]
