"""Where values come from: ledgers that were read, what they changed, what they contradict."""

from typing import ClassVar, Final

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from jiugai.apps.accounts.models import Organisation, Person
from jiugai.apps.accounts.rows import DivisionField
from jiugai.apps.jobs.models import Job
from jiugai.apps.registry.models.below import Building
from jiugai.apps.registry.models.estate import Estate


class Import(models.Model):
    """A ledger on its way into the register, or one that is in it, or was taken back."""

    class State(models.TextChoices):
        """Which screen comes next."""

        READING = "reading", _("读取中")
        COLUMNS = "columns", _("核对列")
        CELLS = "cells", _("核对单元格")
        PREVIEW = "preview", _("预览")
        STORING = "storing", _("入库中")
        STORED = "stored", _("已入库")
        UNDONE = "undone", _("已撤销")
        FAILED = "failed", _("未能读取")

    division = DivisionField()
    title = models.CharField(max_length=200)
    files = models.JSONField(default=list)  # [{"name", "sha256", "size"}]
    state = models.CharField(max_length=10, choices=State, default=State.READING)
    mapping = models.TextField(blank=True)  # YAML, as the core reads and writes it
    fixes = models.JSONField(default=dict)  # {"file|sheet|cell": "value"}
    replaces = models.JSONField(default=list)  # sources whose values this one replaces
    reading = models.PositiveIntegerField(default=0)  # how often it was read
    counts = models.JSONField(default=dict)
    message = models.CharField(max_length=500, blank=True)
    job = models.ForeignKey(Job, models.SET_NULL, null=True, related_name="+")
    by = models.ForeignKey(Person, models.PROTECT, related_name="imports")
    created_at = models.DateTimeField(auto_now_add=True)
    stored_at = models.DateTimeField(null=True)
    undone_at = models.DateTimeField(null=True)
    undone_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")

    class Meta:
        """Constraints."""

        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(undone_at=None, undone_by=None)
                | Q(undone_at__isnull=False, undone_by__isnull=False),
                name="undone_by_somebody",
            )
        ]
        ordering: ClassVar = ["-id"]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Return the page that shows the next step."""
        return reverse("registry:import", args=[self.pk])


class Source(models.Model):
    """One sheet of an import, or one person's edit: what values can come from."""

    class Kind(models.TextChoices):
        """How values arrived."""

        SHEET = "sheet", _("台账")
        EDIT = "edit", _("人工填写")
        API = "api", _("系统对接")
        PROOF = "proof", _("门槛证据")

    kind = models.CharField(max_length=6, choices=Kind)
    division = DivisionField()
    of = models.ForeignKey(Import, models.PROTECT, null=True, related_name="sources")
    file = models.CharField(max_length=200, blank=True)
    sheet = models.CharField(max_length=120, blank=True)
    columns = models.JSONField(default=dict)  # {"built_year": ["D", "建成年代"]}
    reason = models.CharField(max_length=300, blank=True)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return self.file or self.get_kind_display()


class Change(models.Model):
    """What an import did to one thing, so that the whole import can be taken back.

    `before` is what facts, origins and division were; null where the thing was new.
    """

    # Only imports write here; looked up again for each row, the reference costs an import seconds.
    of = models.ForeignKey(Import, models.CASCADE, related_name="changes", db_constraint=False)
    division = DivisionField()
    thing = models.CharField(max_length=10)  # estate, building
    thing_id = models.BigIntegerField()
    version = models.PositiveIntegerField()
    before = models.JSONField(null=True)

    class Meta:
        """Indexes."""

        indexes: ClassVar = [
            models.Index(fields=["of", "thing", "thing_id"], name="changes_of_import")
        ]

    def __str__(self) -> str:
        return f"{self.thing} {self.thing_id}"


class Conflict(models.Model):
    """Two sources say different things of one fact, until a person settles it."""

    #: What a person may let hold.
    KEPT: Final = "kept"
    OFFERED: Final = "offered"
    OTHER: Final = "other"

    estate = models.ForeignKey(Estate, models.CASCADE, related_name="conflicts")
    building = models.ForeignKey(Building, models.CASCADE, null=True, related_name="conflicts")
    division = DivisionField()
    fact = models.CharField(max_length=60)
    kept = models.JSONField(null=True)  # {"lon": …, "lat": …} where facts go together
    offered = models.JSONField(null=True)
    source = models.ForeignKey(Source, models.CASCADE, related_name="+")
    row = models.IntegerField(null=True)
    found_at = models.DateTimeField(auto_now_add=True)
    taken = models.CharField(max_length=8, blank=True)
    settled_at = models.DateTimeField(null=True)
    settled_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    reason = models.CharField(max_length=300, blank=True)

    class Meta:
        """Constraints."""

        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(settled_at=None, settled_by=None, taken="")
                | (Q(settled_at__isnull=False, settled_by__isnull=False) & ~Q(taken="")),
                name="settled_by_somebody",
            )
        ]
        ordering: ClassVar = ["-id"]

    def __str__(self) -> str:
        return f"{self.estate} {self.fact}"


class KnownColumn(models.Model):
    """What an organisation's heading means, as somebody said once; no fact: nobody wants it."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, null=True, related_name="+")
    division = DivisionField()
    subject = models.CharField(max_length=20)
    heading = models.CharField(max_length=200)
    fact = models.CharField(max_length=80, blank=True)
    unit = models.CharField(max_length=20, blank=True)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now=True)

    class Meta:
        """Constraints."""

        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["division", "organisation", "subject", "heading"],
                name="one_meaning_per_heading",
                nulls_distinct=False,
            )
        ]

    def __str__(self) -> str:
        return f"{self.heading} {self.fact}"
