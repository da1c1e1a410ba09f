"""Reception on site 现场接待, and how many working days an office gives an answer."""

from typing import ClassVar

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from jiugai.apps.accounts.models import Person
from jiugai.apps.accounts.rows import DivisionField
from jiugai.apps.demands.models.choices import Kind
from jiugai.apps.registry.models import Estate


class ReceptionDesk(models.Model):
    """Where residents of an estate are received, by whom and when (BJ22 二(二), BJ20 二(二)1).

    BJ22 has names, duties and telephones put up on site: they are public and not sealed.
    """

    estate = models.ForeignKey(Estate, models.PROTECT, related_name="reception_desks")
    division = DivisionField()
    place = models.CharField(_("接待地点"), max_length=120)
    people = models.TextField(
        _("接待人员"),
        max_length=600,
        help_text=_("每行一人：姓名，负责什么，电话。会公示给居民。"),
    )
    hours = models.CharField(_("接待时间"), max_length=120)
    phone = models.CharField(_("接待电话"), max_length=40, blank=True)
    since = models.DateField(_("自"))
    until = models.DateField(_("至"), null=True, blank=True)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")

    class Meta:
        """Constraints."""

        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=F("since")), name="reception_in_order"
            )
        ]
        indexes: ClassVar = [models.Index(fields=["estate", "since"], name="desks_of_an_estate")]
        ordering: ClassVar = ["estate", "-since", "-id"]

    def __str__(self) -> str:
        return self.place


class AnswerTerm(models.Model):
    """How many working days an office gives an answer in a `place` and all below it.

    No text gives these days: they are the office's own, and public, so everybody sees them.
    An empty `kind` holds for every demand.
    """

    place = models.CharField(max_length=12, db_collation="C", blank=True)
    kind = models.CharField(_("事项"), max_length=10, choices=Kind, blank=True)
    days = models.PositiveSmallIntegerField(
        _("工作日数"), validators=[MinValueValidator(1), MaxValueValidator(250)]
    )
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now=True)

    class Meta:
        """Constraints."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["place", "kind"], name="one_answer_term_per_kind")
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.days}"
