"""A demand 诉求, what happened to it, and the bands by which its like are found."""

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from jiugai.apps.accounts.models import Organisation, Person
from jiugai.apps.accounts.rows import DivisionField
from jiugai.apps.accounts.seal import SealedField
from jiugai.apps.demands.models.choices import (
    OPEN,
    OVER,
    Channel,
    Contentment,
    DueBy,
    Kind,
    Nature,
    State,
    Verb,
)
from jiugai.apps.demands.models.incoming import TicketImport
from jiugai.apps.registry.models import Building, Estate, Household

#: Every number begins so: 诉求.
PREFIX = "SQ"


class Demand(models.Model):
    """What one person or household demands of the renewal of an estate (BJ22 二(二)).

    `matter` is the demand that it repeats; None where it is the first of its matter.
    """

    estate = models.ForeignKey(Estate, models.PROTECT, related_name="demands")
    building = models.ForeignKey(Building, models.PROTECT, null=True, related_name="demands")
    household = models.ForeignKey(Household, models.PROTECT, null=True, related_name="demands")
    division = DivisionField()
    text = models.TextField(_("诉求内容"), max_length=2000)
    kind = models.CharField(_("事项"), max_length=10, choices=Kind)
    nature = models.CharField(_("类型"), max_length=10, choices=Nature, default=Nature.HELP)
    channel = models.CharField(_("来源"), max_length=10, choices=Channel)
    ticket = models.CharField(_("12345 工单号"), max_length=40, blank=True)
    asker = SealedField(_("诉求人"), null=True)
    phone = SealedField(_("联系电话"), null=True)
    asked_at = models.DateTimeField(_("提出时间"))
    taken_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    of_import = models.ForeignKey(TicketImport, models.PROTECT, null=True, related_name="demands")
    matter = models.ForeignKey("self", models.PROTECT, null=True, related_name="repeats")
    state = models.CharField(_("状态"), max_length=10, choices=State, default=State.NEW)
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, related_name="demands", verbose_name=_("责任单位")
    )
    due_on = models.DateField(_("办理期限"), null=True)
    due_by = models.CharField(max_length=10, choices=DueBy, default=DueBy.OFFICE)
    responded_on = models.DateField(_("首次响应"), null=True)
    raised_on = models.DateField(_("上报日期"), null=True)
    answer = models.TextField(_("答复"), max_length=2000, blank=True)
    answered_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    answered_on = models.DateField(_("答复日期"), null=True)
    is_solved = models.BooleanField(_("是否解决"), null=True)
    contentment = models.CharField(_("满意度"), max_length=10, choices=Contentment, blank=True)
    rated_on = models.DateField(_("评价日期"), null=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        """Constraints and indexes."""

        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["ticket"],
                condition=~Q(ticket="") & ~Q(state="withdrawn"),
                name="one_demand_per_ticket",
            ),
            models.CheckConstraint(
                condition=Q(answer="", answered_on=None)
                | Q(answered_on__isnull=False) & ~Q(answer=""),
                name="demand_answered_on_a_day",
            ),
            models.CheckConstraint(
                condition=Q(contentment="", rated_on=None)
                | Q(rated_on__isnull=False) & ~Q(contentment=""),
                name="demand_rated_on_a_day",
            ),
            models.CheckConstraint(
                condition=Q(due_by="none", due_on=None)
                | ~Q(due_by="none") & Q(due_on__isnull=False),
                name="demand_due_by_something",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["division", "-id"], name="demands_within"),
            models.Index(fields=["estate", "-id"], name="demands_of_an_estate"),
            models.Index(
                fields=["due_on", "id"],
                name="demands_open_by_day",
                condition=Q(state__in=("new", "assigned")),
            ),
            models.Index(
                fields=["organisation", "due_on"],
                name="demands_of_a_unit",
                condition=Q(state__in=("new", "assigned")),
            ),
        ]
        ordering: ClassVar = ["-id"]

    def __str__(self) -> str:
        return self.number

    def get_absolute_url(self) -> str:
        """Return the page of staff on the demand."""
        return reverse("demands:demand", args=[self.pk])

    @property
    def number(self) -> str:
        """Return the number that who asked is told."""
        return f"{PREFIX}{self.pk:07d}"

    @property
    def short(self) -> str:
        """Return the beginning of what is demanded."""
        words = " ".join(self.text.split())
        return words if len(words) <= 40 else f"{words[:39]}…"

    @property
    def is_open(self) -> bool:
        """Return whether somebody still has to answer."""
        return self.state in OPEN

    @property
    def is_over(self) -> bool:
        """Return whether nothing more is owed to who asked."""
        return self.state in OVER

    @property
    def is_repeat(self) -> bool:
        """Return whether another demand of the same matter came first."""
        return self.matter_id is not None

    def is_overdue(self, on: date) -> bool:
        """Return whether its day is past and nobody answered."""
        return self.is_open and self.due_on is not None and self.due_on < on


class DemandStep(models.Model):
    """What somebody did with a demand; it is added and never changed.

    `by` is None where a household did so itself, or the clock.
    """

    demand = models.ForeignKey(Demand, models.PROTECT, related_name="steps")
    division = DivisionField()
    verb = models.CharField(max_length=10, choices=Verb)
    words = models.TextField(blank=True)
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    on = models.DateField()
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        """Order of reading."""

        ordering: ClassVar = ["id"]

    def __str__(self) -> str:
        return f"{self.demand} {self.get_verb_display()}"


class Band(models.Model):
    """Two demands that share a band are likely alike; see `likeness`."""

    pk = models.CompositePrimaryKey("band", "division", "demand")  # the index that is searched
    band = models.BigIntegerField()
    division = DivisionField()
    demand = models.ForeignKey(Demand, models.CASCADE, related_name="bands", db_index=False)

    def __str__(self) -> str:
        return f"{self.demand_id} {self.band}"
