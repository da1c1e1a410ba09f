"""Working days of offices: how long each of their clocks runs, and which days are worked."""

from typing import ClassVar

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from jiugai.apps.accounts.models import Person


class Clock(models.TextChoices):
    """What an office gives working days to: desks of an application, and what else it does."""

    APPLICANT = "applicant", _("申请方办理")
    STREET = "street", _("街道审核")
    DISTRICT = "district", _("区审核")
    CITY = "city", _("市联席会审议")
    REVIEW = "review", _("责任规划师审查设计")
    DESIGN = "design", _("设计方答复和修改")
    RESPOND = "respond", _("部门报到")
    SOLVE = "solve", _("部门办结")
    ANSWER = "answer", _("答复诉求")


class Term(models.Model):
    """How many working days an office gives a clock in a `place` and all below it.

    No text gives these days: they are the office's own. They are public, so everybody sees them.
    A `matter` narrows a clock to one kind of thing; without it the term holds for all.
    """

    place = models.CharField(max_length=12, db_collation="C", blank=True)
    clock = models.CharField(_("办理环节"), max_length=12, choices=Clock)
    matter = models.CharField(_("事项"), max_length=10, blank=True)
    days = models.PositiveSmallIntegerField(
        _("工作日数"), validators=[MinValueValidator(1), MaxValueValidator(250)]
    )
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now=True)

    class Meta:
        """Constraints."""

        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["place", "clock", "matter"], name="one_term_of_a_clock"
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_clock_display()} {self.days}"


class SpecialDay(models.Model):
    """A day that an office works or rests otherwise than the calendar says; public, too."""

    place = models.CharField(max_length=12, db_collation="C", blank=True)
    day = models.DateField(_("日期"))
    is_worked = models.BooleanField(_("这一天上班"), default=False)
    title = models.CharField(_("说明"), max_length=60)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now=True)

    class Meta:
        """Constraints and order of reading."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["place", "day"], name="one_special_day")
        ]
        ordering: ClassVar = ["day"]

    def __str__(self) -> str:
        return f"{self.day} {self.title}"
