"""Duties as organisations answer for them: which unit of the texts one is, and what it did."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from jiugai.apps.accounts.models import Organisation, Person
from jiugai.apps.accounts.rows import DivisionField


class Unit(models.Model):
    """An organisation answers for a unit that the texts name, like 市财政局."""

    division = DivisionField()
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="units")
    name = models.CharField(_("文件里的单位"), max_length=60)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        """Constraints and order of reading."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["division", "name"], name="one_who_answers")
        ]
        ordering: ClassVar = ["name"]

    def __str__(self) -> str:
        return f"{self.organisation} {self.name}"


class DutyReport(models.Model):
    """What a unit said of a duty; the latest counts, none is ever changed (see migrations)."""

    class State(models.TextChoices):
        """How far it is."""

        BEGUN = "begun", _("推进中")
        DONE = "done", _("已完成")
        STEADY = "steady", _("常态落实")
        BLOCKED = "blocked", _("受阻")

    division = DivisionField()
    document = models.CharField(max_length=40)
    duty = models.CharField(max_length=80)
    unit = models.CharField(max_length=60)
    state = models.CharField(_("进展"), max_length=10, choices=State)
    words = models.TextField(_("做了什么、成果是什么"))
    due_on = models.DateField(_("计划完成日期"), null=True)
    file_title = models.CharField(max_length=200, blank=True)
    file_name = models.CharField(max_length=200, blank=True)
    file_kind = models.CharField(max_length=100, blank=True)
    file_sha256 = models.CharField(max_length=64, blank=True)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    organisation = models.CharField(max_length=120)
    at = models.DateTimeField(default=timezone.now)
    on = models.DateField()

    class Meta:
        """Constraints, indexes, the latest first."""

        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(file_sha256="", file_name="") | ~Q(file_sha256="") & ~Q(file_name=""),
                name="duty_evidence_is_a_file",
            )
        ]
        indexes: ClassVar = [models.Index(fields=["duty", "unit", "-id"], name="duty_history")]
        ordering: ClassVar = ["-id"]

    def __str__(self) -> str:
        return f"{self.unit} {self.duty}"

    def get_absolute_url(self) -> str:
        """Return the page of the duty."""
        return reverse("conference:duty", args=[self.duty])

    @property
    def is_over(self) -> bool:
        """Return whether nothing more is to be done by a day."""
        return self.state in (DutyReport.State.DONE, DutyReport.State.STEADY)
