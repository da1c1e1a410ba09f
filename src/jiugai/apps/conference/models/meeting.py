"""A meeting of the conference: what stands on its agenda, and what was decided."""

from typing import Any, ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from jiugai.apps.accounts.models import Person
from jiugai.apps.accounts.rows import DivisionField


class Meeting(models.Model):
    """A meeting of a city's or a district's conference; signed minutes never change again."""

    division = DivisionField()
    year = models.PositiveSmallIntegerField()
    number = models.PositiveSmallIntegerField()
    title = models.CharField(_("会议名称"), max_length=120)
    day = models.DateField(_("开会日期"))
    at = models.TimeField(_("时间"), null=True, blank=True)
    place = models.CharField(_("地点"), max_length=120, blank=True)
    chair = models.CharField(_("主持人"), max_length=60, blank=True)
    present = ArrayField(models.BigIntegerField(), default=list, blank=True)  # seats
    guests = models.CharField(_("列席"), max_length=300, blank=True)
    version = models.PositiveIntegerField(default=1)
    called_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    called_at = models.DateTimeField(auto_now_add=True)
    minutes: "models.JSONField[Any, Any]" = models.JSONField(null=True)
    digest = models.CharField(max_length=64, blank=True)
    signed_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    signed_at = models.DateTimeField(null=True)

    class Meta:
        """Constraints, the latest first."""

        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["division", "year", "number"], name="one_meeting_per_number"
            ),
            models.CheckConstraint(
                condition=Q(signed_at=None, signed_by=None, minutes=None, digest="")
                | (
                    Q(signed_at__isnull=False, signed_by__isnull=False, minutes__isnull=False)
                    & ~Q(digest="")
                ),
                name="minutes_signed_by_somebody",
            ),
        ]
        ordering: ClassVar = ["-day", "-id"]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Return the page of the meeting."""
        return reverse("conference:meeting", args=[self.pk])

    @property
    def is_signed(self) -> bool:
        """Return whether its minutes are frozen."""
        return self.signed_at is not None


class Item(models.Model):
    """An item of the agenda 议题: what it is about, and what was decided, with votes if taken."""

    class Kind(models.TextChoices):
        """Where it came from."""

        APPLICATION = "application", _("项目确认")
        WHISTLE = "whistle", _("吹哨上报")
        GATE = "gate", _("门槛难题")
        FOLLOW_UP = "follow_up", _("交办事项回头看")
        FREE = "free", _("其他议题")

    class Outcome(models.TextChoices):
        """What was decided."""

        AGREED = "agreed", _("同意")
        RETURNED = "returned", _("不同意，退回")
        DEFERRED = "deferred", _("缓议")
        NOTED = "noted", _("听取，不表决")

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="items")
    division = DivisionField()
    order = models.PositiveSmallIntegerField()
    kind = models.CharField(_("类别"), max_length=12, choices=Kind, default=Kind.FREE)
    subject = models.CharField(max_length=60, blank=True)  # "application:12"
    title = models.CharField(_("议题"), max_length=200)
    brief = models.TextField(_("情况说明"), blank=True)
    address = models.CharField(max_length=200, blank=True)
    outcome = models.CharField(_("结果"), max_length=10, choices=Outcome, blank=True)
    decision = models.TextField(_("议定事项"), blank=True)
    votes_for = models.PositiveSmallIntegerField(_("赞成"), null=True, blank=True)
    votes_against = models.PositiveSmallIntegerField(_("反对"), null=True, blank=True)
    votes_abstained = models.PositiveSmallIntegerField(_("弃权"), null=True, blank=True)
    result = models.CharField(max_length=60, blank=True)  # number of the confirmation
    version = models.PositiveIntegerField(default=1)
    decided_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    decided_on = models.DateField(null=True)

    class Meta:
        """Constraints and order of reading."""

        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["meeting", "subject"],
                condition=~Q(subject=""),
                name="one_item_per_subject",
            ),
            models.CheckConstraint(
                condition=Q(outcome="", decision="", decided_by=None, decided_on=None)
                | (
                    ~Q(outcome="")
                    & ~Q(decision="")
                    & Q(decided_by__isnull=False, decided_on__isnull=False)
                ),
                name="decided_with_words_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(votes_for=None, votes_against=None, votes_abstained=None)
                | Q(
                    votes_for__isnull=False,
                    votes_against__isnull=False,
                    votes_abstained__isnull=False,
                ),
                name="votes_go_together",
            ),
        ]
        ordering: ClassVar = ["order", "id"]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Return its page."""
        return reverse("conference:item", args=[self.pk])

    @property
    def is_decided(self) -> bool:
        """Return whether something was decided."""
        return bool(self.outcome)


class Paper(models.Model):
    """A file that members read before the meeting, kept once under its digest."""

    item = models.ForeignKey(Item, models.PROTECT, related_name="papers")
    division = DivisionField()
    title = models.CharField(_("标题"), max_length=120)
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=100)
    sha256 = models.CharField(max_length=64)
    size = models.BigIntegerField()
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        """Order of reading."""

        ordering: ClassVar = ["id"]

    def __str__(self) -> str:
        return self.title
