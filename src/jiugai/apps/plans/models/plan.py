"""Plans that were adopted, and what each changed in the one before."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from jiugai.apps.accounts.models import Person
from jiugai.apps.accounts.rows import DivisionField
from jiugai.apps.plans.models.result import Result


class Plan(models.Model):
    """A frozen plan: what, who, when, on what basis; one is in force per division and span."""

    division = DivisionField()
    name = models.CharField(_("名称"), max_length=80)
    first = models.PositiveSmallIntegerField()
    last = models.PositiveSmallIntegerField()
    version = models.PositiveIntegerField()
    result = models.OneToOneField(Result, models.PROTECT, related_name="plan")
    digest = models.CharField(max_length=64)
    basis = models.CharField(_("依据"), max_length=300)
    reason = models.CharField(_("理由"), max_length=300, blank=True)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    on = models.DateField()
    at = models.DateTimeField(auto_now_add=True)
    ended_on = models.DateField(null=True)

    class Meta:
        """Constraints and order of reading."""

        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["division", "first", "last"],
                condition=Q(ended_on=None),
                name="one_plan_in_force",
            ),
            models.UniqueConstraint(
                fields=["division", "first", "last", "version"], name="one_plan_per_version"
            ),
            models.CheckConstraint(condition=Q(first__lte=models.F("last")), name="plan_of_years"),
        ]
        ordering: ClassVar = ["-id"]

    def __str__(self) -> str:
        return _("{name} 第 {n} 版").format(name=self.name, n=self.version)

    def get_absolute_url(self) -> str:
        """Return the page of the plan."""
        return reverse("plans:plan", args=[self.pk])

    @property
    def span(self) -> tuple[int, ...]:
        """Return the years of the plan."""
        return tuple(range(self.first, self.last + 1))

    @property
    def is_in_force(self) -> bool:
        """Return whether no later version took its place."""
        return self.ended_on is None


class Change(models.Model):
    """Why a plan took the place of another, and what that changed; lines only grow."""

    division = DivisionField()
    before = models.ForeignKey(Plan, models.PROTECT, related_name="changes_after")
    after = models.ForeignKey(Plan, models.PROTECT, related_name="changes")
    before_digest = models.CharField(max_length=64)
    after_digest = models.CharField(max_length=64)
    items = models.JSONField()
    reason = models.CharField(max_length=300)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        """Order of reading."""

        ordering: ClassVar = ["-id"]

    def __str__(self) -> str:
        return f"{self.before} → {self.after}"
