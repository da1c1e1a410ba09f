"""Gates of a project: how each stands, how it came to that, and who let it through without."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from jiugai.apps.accounts.models import Person
from jiugai.apps.accounts.rows import DivisionField
from jiugai.apps.projects.models.evidence import Evidence
from jiugai.apps.projects.models.project import Project
from jiugai.kernel.verdict import Verdict

VERDICTS = [(one.value, one.value) for one in Verdict]


class Override(models.Model):
    """A named person lets a project pass a gate that no rule opened, and says why (放行).

    It is no verdict: both are shown. It can be ended, never erased.
    """

    project = models.ForeignKey(Project, models.PROTECT, related_name="overrides")
    division = DivisionField()
    rule = models.TextField()
    verdict = models.CharField(max_length=8, choices=VERDICTS)  # as it was then
    reason = models.CharField(_("放行理由"), max_length=300)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    ended_why = models.CharField(_("终止理由"), max_length=300, blank=True)

    class Meta:
        """Constraints."""

        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["project", "rule"],
                condition=Q(ended_at=None),
                name="one_override_of_a_gate",
            ),
            models.CheckConstraint(
                condition=Q(ended_at=None, ended_by=None, ended_why="")
                | (Q(ended_at__isnull=False, ended_by__isnull=False) & ~Q(ended_why="")),
                name="override_ended_by_somebody",
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="override_has_a_reason"),
        ]
        ordering: ClassVar = ["-id"]

    def __str__(self) -> str:
        return f"{self.project} {self.rule}"


class GateState(models.Model):
    """How one gate of a project stands: what the rule says, since when and on what grounds.

    `digest` is that of the facts and the law under which it came to this. The row is written
    only when verdict, grounds or override change, while the project is locked: that is why the
    database need not look for the project of each of them.
    """

    project = models.ForeignKey(
        Project, models.CASCADE, related_name="gates", db_index=False, db_constraint=False
    )  # the constraint below has it first
    division = DivisionField()
    rule = models.TextField()
    verdict = models.CharField(max_length=8, choices=VERDICTS)
    since = models.DateField()
    because = ArrayField(models.TextField(), default=list)
    missing = ArrayField(models.TextField(), default=list)
    digest = models.CharField(max_length=64)
    override = models.ForeignKey(
        Override, models.PROTECT, null=True, related_name="+", db_index=False
    )

    class Meta:
        """Constraints and indexes, no more than lists ask for: a change of the law writes many."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["project", "rule"], name="one_state_of_a_gate")
        ]
        indexes: ClassVar = [
            models.Index(fields=["rule", "verdict", "project"], name="gates_by_verdict"),
            models.Index(
                fields=["project"],
                name="gates_overridden",
                condition=Q(override__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.project_id} {self.rule} {self.verdict}"

    def get_absolute_url(self) -> str:
        """Return the page of the gate."""
        return reverse("projects:gate", args=[self.project_id, self.rule])

    @property
    def is_open(self) -> bool:
        """Return whether the project passes, by rule or by override."""
        return self.verdict == Verdict.MET or self.override_id is not None


class Cause(models.TextChoices):
    """What made a gate open or shut."""

    EVIDENCE = "evidence", _("补充证据")
    WITHDRAWAL = "withdrawal", _("撤回证据")
    FACTS = "facts", _("台账变化或规定变化")
    OVERRIDE = "override", _("放行")
    ENDED = "ended", _("终止放行")
    MENU = "menu", _("改造内容变化")


class GateEvent(models.Model):
    """A gate changed: from what to what, why, and the facts that the rule read."""

    project = models.ForeignKey(
        Project, models.PROTECT, related_name="gate_events", db_index=False
    )  # the history has it first
    division = DivisionField()
    rule = models.TextField()
    at = models.DateTimeField(auto_now_add=True)
    day = models.DateField()
    before = models.CharField(max_length=8, blank=True)
    after = models.CharField(max_length=8, blank=True)
    cause = models.CharField(max_length=10, choices=Cause)
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+", db_index=False)
    evidence = models.ForeignKey(
        Evidence, models.PROTECT, null=True, related_name="events", db_index=False
    )
    override = models.ForeignKey(
        Override, models.PROTECT, null=True, related_name="events", db_index=False
    )
    facts = models.JSONField(default=dict)
    digest = models.CharField(max_length=64)

    class Meta:
        """Indexes."""

        indexes: ClassVar = [models.Index(fields=["project", "rule", "-id"], name="gate_history")]
        ordering: ClassVar = ["-id"]

    def __str__(self) -> str:
        return f"{self.rule} {self.before} → {self.after}"

    def get_absolute_url(self) -> str:
        """Return the page of the gate."""
        return reverse("projects:gate", args=[self.project_id, self.rule])
