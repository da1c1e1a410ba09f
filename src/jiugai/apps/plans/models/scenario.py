"""Scenarios of a plan, and each time that one was solved."""

from typing import Any, ClassVar

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from jiugai.apps.accounts.models import Person
from jiugai.apps.accounts.rows import DivisionField
from jiugai.apps.jobs.models import Job


class Scenario(models.Model):
    """What a plan is asked for: money, weights, demands (`asked`, see `asked.py`)."""

    division = DivisionField()
    name = models.CharField(_("名称"), max_length=60)
    day = models.DateField(_("依据日期"))
    years = models.PositiveSmallIntegerField(_("计划年数"), default=5)
    asked = models.JSONField(default=dict)
    base = models.ForeignKey(
        "plans.Plan", models.PROTECT, null=True, related_name="+", verbose_name=_("在用计划")
    )
    version = models.PositiveIntegerField(default=1)
    made_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)
    changed_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    changed_at = models.DateTimeField()
    archived_on = models.DateField(null=True)

    class Meta:
        """Constraints and order of reading."""

        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["division", "name"],
                condition=models.Q(archived_on=None),
                name="one_scenario_per_name",
            ),
            models.CheckConstraint(
                condition=models.Q(years__gte=1, years__lte=10), name="scenario_of_some_years"
            ),
        ]
        ordering: ClassVar = ["id"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """Return the page of the scenario."""
        return reverse("plans:studio", args=[self.pk])

    @property
    def span(self) -> tuple[int, ...]:
        """Return the years of the plan."""
        return tuple(range(self.day.year, self.day.year + self.years))


class Run(models.Model):
    """One solving of a scenario, as it stood then; how far it is stands in its job."""

    scenario = models.ForeignKey(Scenario, models.PROTECT, related_name="runs")
    division = DivisionField()
    job = models.OneToOneField(Job, models.PROTECT, null=True, related_name="+")
    asked = models.JSONField()
    day = models.DateField()
    years = models.PositiveSmallIntegerField()
    base = models.ForeignKey("plans.Plan", models.PROTECT, null=True, related_name="+")
    version = models.PositiveIntegerField()
    stop_asked = models.BooleanField(default=False)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        """Order of reading."""

        ordering: ClassVar = ["-id"]

    def __str__(self) -> str:
        return f"{self.scenario} #{self.pk}"

    def get_absolute_url(self) -> str:
        """Return the page of the scenario with this result on it."""
        return f"{self.scenario.get_absolute_url()}?run={self.pk}"

    @property
    def span(self) -> tuple[int, ...]:
        """Return the years of the plan."""
        return tuple(range(self.day.year, self.day.year + self.years))

    @property
    def is_current(self) -> bool:
        """Return whether the scenario is still what was solved."""
        return self.version == self.scenario.version

    @property
    def found(self) -> "Any":
        """Return the result, None as long as there is none."""
        return getattr(self, "result", None)
