"""What residents gave to the works 居民出资: entries that are never changed."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from jiugai.apps.accounts.models import Person
from jiugai.apps.accounts.rows import DivisionField
from jiugai.apps.participation.models import Vote
from jiugai.apps.registry.models import Document, Estate, Household


class Contribution(models.Model):
    """One thing that a household, or all of an estate, gave (P14 三(四), KF19 七(三)).

    An entry that was wrong is not changed: another one takes it back, with the same worth.
    """

    class Kind(models.TextChoices):
        """In what it was given; the names are those of the vocabulary."""

        SHARE = "share", _("按比例分摊的现金")
        DONATED_MONEY = "donated_money", _("捐资")
        DONATED_GOODS = "donated_goods", _("捐物")
        LABOUR = "labour", _("投工投劳")
        COMMON_INCOME = "common_income", _("共有部位经营收益")
        USE_RIGHT = "use_right", _("共有部位使用权")
        PROVIDENT_FUND = "provident_fund", _("提取的住房公积金")
        MAINTENANCE_FUND = "maintenance_fund", _("住宅专项维修资金")

    #: What has no price of its own: somebody must agree on its worth.
    AGREED: ClassVar = frozenset({Kind.DONATED_GOODS, Kind.LABOUR, Kind.USE_RIGHT})
    #: What belongs to all owners together, never to one household.
    COMMON: ClassVar = frozenset({Kind.COMMON_INCOME, Kind.USE_RIGHT})

    estate = models.ForeignKey(Estate, models.PROTECT, related_name="contributions")
    household = models.ForeignKey(
        Household, models.PROTECT, null=True, blank=True, related_name="contributions"
    )
    division = DivisionField()
    kind = models.CharField(_("形式"), max_length=16, choices=Kind)
    worth_cents = models.BigIntegerField(_("金额（分）"))
    quantity = models.DecimalField(
        _("数量"), max_digits=10, decimal_places=2, null=True, blank=True
    )
    unit = models.CharField(_("单位"), max_length=20, blank=True)
    agreed_by = models.CharField(_("谁认定的价值"), max_length=120, blank=True)
    agreed_on = models.DateField(_("认定日"), null=True, blank=True)
    given_on = models.DateField(_("日期"))
    words = models.CharField(_("说明"), max_length=300)
    with_works = models.BooleanField(_("与改造同步"), null=True)
    vote = models.ForeignKey(Vote, models.PROTECT, null=True, blank=True, related_name="+")
    document = models.ForeignKey(Document, models.PROTECT, null=True, related_name="+")
    takes_back = models.OneToOneField(
        "self", models.PROTECT, null=True, related_name="taken_back_by"
    )
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        """Constraints, indexes and order."""

        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(takes_back=None, worth_cents__gt=0)
                | Q(takes_back__isnull=False, worth_cents__lt=0),
                name="contribution_worth_something",
            ),
            models.CheckConstraint(
                condition=Q(quantity=None, unit="") | Q(quantity__isnull=False) & ~Q(unit=""),
                name="quantity_has_a_unit",
            ),
            models.CheckConstraint(
                condition=Q(agreed_on=None, agreed_by="")
                | Q(agreed_on__isnull=False) & ~Q(agreed_by=""),
                name="worth_agreed_by_somebody",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["estate", "kind"], name="contributions_of_an_estate")
        ]
        ordering: ClassVar = ["-given_on", "-id"]

    def __str__(self) -> str:
        return self.words


class ResidentsPart(models.Model):
    """What residents are to bear of the works by the plan of sharing; the latest one counts."""

    estate = models.ForeignKey(Estate, models.PROTECT, related_name="residents_parts")
    division = DivisionField()
    cents = models.PositiveBigIntegerField(_("居民应承担（分）"))
    words = models.CharField(_("依据"), max_length=300)
    document = models.ForeignKey(Document, models.PROTECT, null=True, related_name="+")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    on = models.DateField(_("日期"))
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        """Order of reading."""

        ordering: ClassVar = ["-id"]

    def __str__(self) -> str:
        return self.words
