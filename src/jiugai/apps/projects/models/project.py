"""A project: the renewal of one estate, from its opening to its close."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from jiugai.apps.accounts.models import Person
from jiugai.apps.accounts.rows import DivisionField
from jiugai.apps.registry.models import Estate


class Way(models.TextChoices):
    """How a project came to be (P14 附件1(2)(3))."""

    APPLICATION = "application", _("申报制")
    TASK = "task", _("任务制")


class Project(models.Model):
    """A renewal project 项目; where it stands is the stage of its estate."""

    estate = models.ForeignKey(Estate, models.PROTECT, related_name="projects")
    division = DivisionField()
    number = models.CharField(_("项目编号"), max_length=20, unique=True)
    way = models.CharField(_("生成方式"), max_length=12, choices=Way)
    year = models.PositiveSmallIntegerField(_("计划年度"), null=True)
    opened_on = models.DateField(_("立项日期"))
    opened_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    closed_on = models.DateField(_("结束日期"), null=True)
    closed_why = models.CharField(_("结束原因"), max_length=300, blank=True)

    class Meta:
        """Constraints and indexes."""

        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["estate"], condition=Q(closed_on=None), name="one_open_project"
            ),
            models.CheckConstraint(
                condition=Q(closed_on=None, closed_why="")
                | Q(closed_on__isnull=False) & ~Q(closed_why=""),
                name="project_closed_with_reason",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["division", "-id"], name="projects_of_a_division")
        ]
        ordering: ClassVar = ["-id"]

    def __str__(self) -> str:
        return f"{self.number} {self.estate}"

    def get_absolute_url(self) -> str:
        """Return the page of the project."""
        return reverse("projects:project", args=[self.pk])


class Task(models.Model):
    """A task 任务: the conference assigns an estate, which opens its project (P14 附件1(2))."""

    project = models.OneToOneField(Project, models.PROTECT, related_name="task")
    division = DivisionField()
    basis = models.CharField(_("依据"), max_length=200)
    reason = models.TextField(_("下达理由"))
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    on = models.DateField()

    def __str__(self) -> str:
        return f"{self.project} {self.basis}"
