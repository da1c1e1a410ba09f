"""Residents choose optional items within a sum 居民点单: what can be chosen, for how much."""

from collections.abc import Mapping
from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from jiugai.apps.accounts.models import Person
from jiugai.apps.accounts.rows import DivisionField
from jiugai.apps.projects.models.project import Project
from jiugai.apps.registry.models import Building
from jiugai.apps.surveys.models import Survey


class Choosing(models.Model):
    """Optional items that residents of an estate choose from, with a sum and a rule.

    The rule is said before anybody answers. Approvals come in as answers to a survey; once it
    is closed the result is kept and does not change any more.
    """

    class Rule(models.TextChoices):
        """The rule that decides; the names are those of the core."""

        SHARES = "shares", _("均等份额法")
        APPROVALS = "approvals", _("按赞成户数")

    project = models.ForeignKey(Project, models.PROTECT, related_name="choosings")
    division = DivisionField()
    survey = models.OneToOneField(Survey, models.CASCADE, related_name="choosing")
    rule = models.CharField(_("按哪种办法定"), max_length=9, choices=Rule, default=Rule.SHARES)
    budget_cents = models.BigIntegerField()
    source = models.CharField(_("钱从哪里来"), max_length=200)
    made_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    made_on = models.DateField()
    result = models.JSONField(null=True)
    settled_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    settled_on = models.DateField(null=True)

    class Meta:
        """There is money; a result has a person and a day."""

        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(budget_cents__gt=0), name="choosing_has_money"),
            models.CheckConstraint(
                condition=Q(settled_on=None, settled_by=None, result=None)
                | Q(settled_on__isnull=False, settled_by__isnull=False, result__isnull=False),
                name="choosing_settled_by_somebody",
            ),
        ]
        ordering: ClassVar = ["-id"]

    def __str__(self) -> str:
        return self.survey.title

    @property
    def kept(self) -> Mapping[str, Any]:
        """Return the result that is kept, empty before it is settled."""
        return self.result or {}

    def get_absolute_url(self) -> str:
        """Return the page of staff on it."""
        return reverse("projects:choosing", args=[self.pk])


class ChoosingItem(models.Model):
    """One item that can be chosen, for the estate as a whole or one building, and its price."""

    choosing = models.ForeignKey(Choosing, models.CASCADE, related_name="items")
    division = DivisionField()
    name = models.CharField(max_length=64)  # the choice of the survey
    item = models.TextField()  # the item of the menu
    title = models.CharField(max_length=120)
    building = models.ForeignKey(Building, models.PROTECT, null=True, related_name="+")
    cost_cents = models.BigIntegerField()
    source = models.CharField(_("价格依据"), max_length=200)

    class Meta:
        """An item stands once; prices are above nothing."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["choosing", "name"], name="one_price_per_item"),
            models.CheckConstraint(condition=Q(cost_cents__gt=0), name="item_has_a_price"),
        ]
        ordering: ClassVar = ["id"]

    def __str__(self) -> str:
        return self.title
