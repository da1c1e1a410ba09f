"""A change of policy that was tried on the register."""

from typing import ClassVar

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from jiugai.apps.accounts.models import Person
from jiugai.apps.accounts.rows import DivisionField
from jiugai.apps.jobs.models import Job
from jiugai.apps.plans.models.scenario import Scenario


class Trial(models.Model):
    """What somebody proposed to change (`proposal`), and what it would do to the register.

    With a scenario the plan is made under both laws, too.
    """

    division = DivisionField()
    name = models.CharField(_("名称"), max_length=60)
    day = models.DateField(_("依据日期"))
    proposal = models.JSONField()
    scenario = models.ForeignKey(
        Scenario, models.PROTECT, null=True, related_name="+", verbose_name=_("对照计划的方案")
    )
    job = models.OneToOneField(Job, models.PROTECT, null=True, related_name="+")
    outcome = models.JSONField(null=True)
    workbook = models.BinaryField(null=True)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        """Order of reading."""

        ordering: ClassVar = ["-id"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """Return the page of the trial."""
        return reverse("plans:trial", args=[self.pk])
