"""The whistle 吹哨报到: departments are called, report and solve; good practice."""

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from jiugai.apps.accounts.models import Organisation, Person
from jiugai.apps.accounts.rows import DivisionField
from jiugai.apps.projects.models.project import Project
from jiugai.apps.registry.models import Estate


class Whistle(models.Model):
    """A problem for which a sub-district calls departments (BJ20 四(三)③)."""

    class State(models.TextChoices):
        """Where it is."""

        OPEN = "open", _("办理中")
        HARD = "hard", _("已提请联席会")
        SOLVED = "solved", _("已解决")
        WITHDRAWN = "withdrawn", _("已撤回")

    estate = models.ForeignKey(Estate, models.PROTECT, related_name="whistles")
    project = models.ForeignKey(Project, models.PROTECT, null=True, related_name="whistles")
    division = DivisionField()
    number = models.CharField(_("吹哨编号"), max_length=24, unique=True)
    title = models.CharField(_("问题"), max_length=120)
    words = models.TextField(_("情况和诉求"))
    state = models.CharField(_("状态"), max_length=10, choices=State, default=State.OPEN)
    on = models.DateField(_("吹哨日期"))
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    ended_on = models.DateField(null=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        """Constraints and indexes."""

        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(state__in=("open", "hard"), ended_on=None)
                | Q(state__in=("solved", "withdrawn"), ended_on__isnull=False),
                name="whistle_ended_on_a_day",
            )
        ]
        indexes: ClassVar = [models.Index(fields=["division", "-id"], name="whistles_within")]
        ordering: ClassVar = ["-id"]

    def __str__(self) -> str:
        return f"{self.number} {self.title}"

    def get_absolute_url(self) -> str:
        """Return the page of the whistle."""
        return reverse("projects:whistle", args=[self.pk])

    @property
    def is_over(self) -> bool:
        """Return whether nothing more happens to it."""
        return self.ended_on is not None


class Call(models.Model):
    """A department that a whistle calls: until when it reports and solves, and what it did."""

    whistle = models.ForeignKey(Whistle, models.PROTECT, related_name="calls")
    division = DivisionField()
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="calls")
    asked = models.CharField(_("请它做什么"), max_length=300)
    on = models.DateField()
    respond_by = models.DateField(_("报到期限"))
    solve_by = models.DateField(_("办结期限"))
    responded_on = models.DateField(null=True)
    responded_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    solved_on = models.DateField(null=True)
    solved_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    told_late = models.BooleanField(default=False)

    class Meta:
        """Constraints and indexes."""

        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["whistle", "organisation"], name="one_call_of_a_department"
            ),
            models.CheckConstraint(
                condition=Q(solved_on=None) | Q(responded_on__isnull=False),
                name="who_solves_has_reported",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["organisation", "solved_on"], name="calls_of_a_department")
        ]
        ordering: ClassVar = ["id"]

    def __str__(self) -> str:
        return f"{self.whistle} {self.organisation}"

    @property
    def due_on(self) -> date | None:
        """Return until when the department has to do what comes next; None once it solved."""
        if self.solved_on is not None:
            return None
        return self.solve_by if self.responded_on is not None else self.respond_by


class WhistleStep(models.Model):
    """What somebody did with a whistle; it is added and never changed."""

    class Verb(models.TextChoices):
        """What can happen."""

        BLOWN = "blown", _("吹哨")
        CALLED = "called", _("再请部门")
        RESPONDED = "responded", _("报到")
        SOLVED = "solved", _("报办结")
        REOPENED = "reopened", _("没有解决，退回")
        REMINDED = "reminded", _("催办")
        ESCALATED = "escalated", _("提请联席会")
        CLOSED = "closed", _("确认解决")
        WITHDRAWN = "withdrawn", _("撤回")

    whistle = models.ForeignKey(Whistle, models.PROTECT, related_name="steps")
    call = models.ForeignKey(Call, models.PROTECT, null=True, related_name="steps")
    division = DivisionField()
    verb = models.CharField(max_length=10, choices=Verb)
    words = models.TextField(blank=True)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    on = models.DateField()
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        """Order of reading."""

        ordering: ClassVar = ["id"]

    def __str__(self) -> str:
        return f"{self.whistle} {self.get_verb_display()}"


class Practice(models.Model):
    """A good practice 好经验: collected in a place, and shared with everybody (BJ20 四(一)③).

    It has a `place` and no division: once shared, all offices read it.
    """

    place = models.CharField(max_length=12, db_collation="C")
    title = models.CharField(_("标题"), max_length=120)
    words = models.TextField(_("做法和效果"))
    tags = models.CharField(_("关键词"), max_length=120, blank=True)
    whistle = models.CharField(max_length=24, blank=True)  # the number of the one it came from
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    on = models.DateField()
    shared_on = models.DateField(null=True)
    shared_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")

    class Meta:
        """Constraints."""

        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(shared_on=None, shared_by=None)
                | Q(shared_on__isnull=False, shared_by__isnull=False),
                name="practice_shared_by_somebody",
            )
        ]
        ordering: ClassVar = ["-id"]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Return where it stands."""
        return f"{reverse('projects:practices')}#practice-{self.pk}"
