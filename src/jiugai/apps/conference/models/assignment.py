"""Assignments 交办事项: what a decision gives to whom, and what became of it."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from jiugai.apps.accounts.models import Organisation, Person
from jiugai.apps.accounts.rows import DivisionField
from jiugai.apps.conference.models.meeting import Item


class Assignment(models.Model):
    """Something that an organisation is to do until a day.

    It lies in the division of its owner, who does not see the meeting of a conference above;
    so it brings along which meeting gave it and what was decided there.
    """

    class State(models.TextChoices):
        """How far it is."""

        OPEN = "open", _("办理中")
        REPORTED = "reported", _("已报办结，待核")
        DONE = "done", _("已办结")
        DROPPED = "dropped", _("不再办理")

    item = models.ForeignKey(Item, models.PROTECT, related_name="assignments")
    division = DivisionField()
    conference = models.CharField(max_length=12, db_collation="C")  # whose: the city, a district
    meeting_title = models.CharField(max_length=120)
    decision = models.TextField()
    words = models.CharField(_("交办事项"), max_length=300)
    owner = models.ForeignKey(
        Organisation, models.PROTECT, related_name="assignments", verbose_name=_("主办单位")
    )
    due_on = models.DateField(_("办理期限"))
    state = models.CharField(_("状态"), max_length=10, choices=State, default=State.OPEN)
    given_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    given_on = models.DateField()
    done_on = models.DateField(null=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        """Constraints, indexes, what is due first comes first."""

        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(state__in=["done", "dropped"], done_on__isnull=False)
                | Q(state__in=["open", "reported"], done_on=None),
                name="assignment_ended_on_a_day",
            )
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["conference", "state", "due_on"], name="assignments_of_conference"
            ),
            models.Index(fields=["division", "state", "due_on"], name="assignments_of_division"),
        ]
        ordering: ClassVar = ["due_on", "id"]

    def __str__(self) -> str:
        return self.words

    def get_absolute_url(self) -> str:
        """Return its page."""
        return reverse("conference:assignment", args=[self.pk])

    @property
    def is_open(self) -> bool:
        """Return whether something is still to be done."""
        return self.state in (Assignment.State.OPEN, Assignment.State.REPORTED)


class Partner(models.Model):
    """An organisation that works along on an assignment (协办)."""

    assignment = models.ForeignKey(Assignment, models.PROTECT, related_name="partners")
    division = DivisionField()
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")

    class Meta:
        """Constraints and order of reading."""

        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["assignment", "organisation"], name="partner_of_an_assignment_once"
            )
        ]
        ordering: ClassVar = ["id"]

    def __str__(self) -> str:
        return f"{self.organisation}"


class Report(models.Model):
    """What somebody said of an assignment; added and never changed (see migrations)."""

    class Verb(models.TextChoices):
        """What was said."""

        PROGRESS = "progress", _("报告进展")
        CLAIM = "claim", _("报请办结")
        ACCEPT = "accept", _("核定办结")
        SEND_BACK = "send_back", _("退回续办")
        EXTEND = "extend", _("延长期限")
        DROP = "drop", _("不再办理")

    assignment = models.ForeignKey(Assignment, models.PROTECT, related_name="reports")
    division = DivisionField()
    verb = models.CharField(max_length=10, choices=Verb)
    words = models.TextField(_("说明"))
    due_on = models.DateField(null=True)  # until when it was to be done
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    organisation = models.CharField(max_length=120, blank=True)
    at = models.DateTimeField(default=timezone.now)
    on = models.DateField()

    class Meta:
        """Order of reading."""

        ordering: ClassVar = ["id"]

    def __str__(self) -> str:
        return f"{self.assignment} {self.get_verb_display()}"

    @property
    def was_late(self) -> bool:
        """Return whether it was said after the day until which it was to be done."""
        return self.due_on is not None and self.on > self.due_on
