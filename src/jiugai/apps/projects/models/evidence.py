"""Evidence that facts rest on: files, records of the system, signed statements."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from jiugai.apps.accounts.models import Person
from jiugai.apps.accounts.rows import DivisionField
from jiugai.apps.projects.models.project import Project
from jiugai.apps.registry.models import Building, Document, Source


class Evidence(models.Model):
    """One piece of evidence for facts of a project's estate, building, works or their parts.

    It gives its values to the register as a source of its own. It can be withdrawn with a
    reason, never erased.
    """

    class Kind(models.TextChoices):
        """What it is."""

        FILE = "file", _("文件")
        RECORD = "record", _("系统记录")
        STATEMENT = "statement", _("签名陈述")

    project = models.ForeignKey(Project, models.PROTECT, related_name="evidence")
    division = DivisionField()
    rule = models.TextField()  # the gate that it was given for
    building = models.ForeignKey(Building, models.PROTECT, null=True, related_name="evidence")
    kind = models.CharField(_("类别"), max_length=10, choices=Kind)
    document = models.ForeignKey(Document, models.PROTECT, null=True, related_name="evidence")
    record = models.CharField(max_length=60, blank=True)  # "party:17"
    words = models.CharField(_("内容"), max_length=500)
    speaker = models.CharField(_("陈述人"), max_length=60, blank=True)
    capacity = models.CharField(_("身份"), max_length=60, blank=True)
    said_on = models.DateField(_("日期"))
    source = models.OneToOneField(Source, models.PROTECT, related_name="evidence")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    withdrawn_why = models.CharField(_("撤回理由"), max_length=300, blank=True)

    class Meta:
        """Constraints."""

        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(withdrawn_at=None, withdrawn_by=None, withdrawn_why="")
                | (
                    Q(withdrawn_at__isnull=False, withdrawn_by__isnull=False)
                    & ~Q(withdrawn_why="")
                ),
                name="evidence_withdrawn_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(kind="file", document__isnull=False)
                | (Q(kind="record") & ~Q(record=""))
                | (Q(kind="statement") & ~Q(speaker="") & ~Q(words="")),
                name="evidence_is_what_it_says",
            ),
        ]
        ordering: ClassVar = ["-id"]

    def __str__(self) -> str:
        return self.words

    def get_absolute_url(self) -> str:
        """Return where it stands on the page of its gate."""
        address = reverse("projects:gate", args=[self.project_id, self.rule])
        return f"{address}#evidence-{self.pk}"

    @property
    def is_live(self) -> bool:
        """Return whether it has not been withdrawn."""
        return self.withdrawn_at is None


class Claim(models.Model):
    """A fact that evidence supports, with its value and what stood there before.

    `came_from` is the source that had given the former value, if any.
    """

    evidence = models.ForeignKey(Evidence, models.PROTECT, related_name="claims")
    division = DivisionField()
    fact = models.CharField(max_length=60)
    value: "models.JSONField[Any, Any]" = models.JSONField()
    before = models.JSONField(null=True)
    came_from = models.ForeignKey(Source, models.PROTECT, null=True, related_name="+")

    class Meta:
        """Constraints."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["evidence", "fact"], name="one_claim_per_fact")
        ]
        ordering: ClassVar = ["id"]

    def __str__(self) -> str:
        return f"{self.fact} {self.value}"
