"""Clocks: how long a desk has, and which days are worked."""

from typing import ClassVar

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from jiugai.apps.accounts.models import Person
from jiugai.apps.projects.models.application import OVER, Desk


class Clock(models.TextChoices):
    """What else has its working days, beside the desks of an application."""

    REVIEW = "review", _("责任规划师审查设计")
    DESIGN = "design", _("设计方答复和修改")
    RESPOND = "respond", _("部门报到")
    SOLVE = "solve", _("部门办结")


#: Everything that an office can give working days to.
TIMED: tuple[Desk | Clock, ...] = (*(one for one in Desk if one not in OVER), *Clock)


class Term(models.Model):
    """How many working days an office gives a desk or clock in a `place` and all below it.

    No text gives these days: they are the office's own. They are public, so everybody sees them.
    """

    place = models.CharField(max_length=12, db_collation="C", blank=True)
    desk = models.CharField(
        _("办理环节"), max_length=12, choices=[(one.value, one.label) for one in TIMED]
    )
    days = models.PositiveSmallIntegerField(
        _("工作日数"), validators=[MinValueValidator(1), MaxValueValidator(250)]
    )
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now=True)

    class Meta:
        """Constraints."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["place", "desk"], name="one_term_per_desk")
        ]

    def __str__(self) -> str:
        return f"{self.get_desk_display()} {self.days}"


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
            models.UniqueConstraint(fields=["place", "day"], name="one_entry_per_day")
        ]
        ordering: ClassVar = ["day"]

    def __str__(self) -> str:
        return f"{self.day} {self.title}"
