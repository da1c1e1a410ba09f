"""The way in which a project is done 实施模式: adopted, with the steps that were taken."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from jiugai.apps.accounts.models import Person
from jiugai.apps.accounts.rows import DivisionField
from jiugai.apps.projects.models.project import Project


class Adoption(models.Model):
    """A project adopts a way of doing it; it can be ended with a reason, never erased."""

    project = models.ForeignKey(Project, models.PROTECT, related_name="adoptions")
    division = DivisionField()
    mode = models.CharField(_("实施模式"), max_length=20)
    reason = models.CharField(_("采用理由"), max_length=300)
    on = models.DateField()
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    ended_on = models.DateField(null=True)
    ended_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    ended_why = models.CharField(max_length=300, blank=True)

    class Meta:
        """Constraints."""

        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["project"], condition=Q(ended_on=None), name="one_mode_of_a_project"
            ),
            models.CheckConstraint(
                condition=Q(ended_on=None, ended_by=None, ended_why="")
                | (Q(ended_on__isnull=False, ended_by__isnull=False) & ~Q(ended_why="")),
                name="adoption_ended_by_somebody",
            ),
        ]
        ordering: ClassVar = ["-id"]

    def __str__(self) -> str:
        return f"{self.project} {self.mode}"


class StepTaken(models.Model):
    """A step of an adopted way that was taken; it is added and never changed."""

    adoption = models.ForeignKey(Adoption, models.PROTECT, related_name="steps")
    division = DivisionField()
    step = models.CharField(max_length=20)
    words = models.CharField(_("说明"), max_length=300)
    on = models.DateField(_("完成日期"))
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        """Constraints."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["adoption", "step"], name="a_step_is_taken_once")
        ]
        ordering: ClassVar = ["id"]

    def __str__(self) -> str:
        return f"{self.adoption} {self.step}"
