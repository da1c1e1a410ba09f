"""A vote of owners, its frozen roll and its result."""

from datetime import datetime
from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from jiugai.apps.accounts.models import Person
from jiugai.apps.accounts.rows import DivisionField
from jiugai.apps.accounts.seal import SealedField
from jiugai.apps.registry.models import Building, Estate, Household, Unit


class Vote(models.Model):
    """One question that owners decide together."""

    class State(models.TextChoices):
        """Where a vote is in its life."""

        DRAFT = "draft", _("准备中")
        OPEN = "open", _("表决中")
        COUNTED = "counted", _("已计票")
        PUBLISHED = "published", _("已公示")
        CANCELLED = "cancelled", _("已取消")

    class Matter(models.TextChoices):
        """What owners decide on; the names are those of the core."""

        OTHER = "other", _("一般事项")
        CHANGE_USE = "change_use", _("改变共有部分用途或用其经营")
        REBUILD = "rebuild", _("改建、重建建筑物及附属设施")
        RAISE_FUND = "raise_fund", _("筹集维修资金")
        USE_FUND = "use_fund", _("使用维修资金")
        HIRE_COMPANY = "hire_company", _("选聘和解聘物业服务人")
        ELECT = "elect", _("选举业主委员会")
        LIFT = "lift", _("加装电梯")

    class Body(models.TextChoices):
        """Who decides together."""

        ESTATE = "estate", _("全体业主一起")
        BUILDING = "building", _("每栋楼各自")
        UNIT = "unit", _("每个单元各自")

    estate = models.ForeignKey(Estate, models.PROTECT, related_name="votes")
    division = DivisionField()
    question = models.CharField(_("表决的问题"), max_length=200)
    if_yes = models.TextField(_("通过会怎样"), max_length=1000)
    if_no = models.TextField(_("不通过会怎样"), max_length=1000)
    matter = models.CharField(_("事项类别"), max_length=20, choices=Matter)
    is_on_works = models.BooleanField(_("问的是是否同意改造"), default=False)
    body = models.CharField(_("由谁一起决定"), max_length=10, choices=Body, default=Body.ESTATE)
    building = models.ForeignKey(
        Building, models.PROTECT, null=True, blank=True, verbose_name=_("只限这栋楼")
    )
    unit = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, verbose_name=_("只限这个单元")
    )
    opens_at = models.DateTimeField(_("开始收票"))
    closes_at = models.DateTimeField(_("截止收票"))
    noticed_on = models.DateField(_("公示议题的日期"), null=True, blank=True)
    is_online = models.BooleanField(_("可以网上投票"), default=True)
    uses_city_system = models.BooleanField(_("经市级电子投票系统"), default=False)
    area_total_dm2 = models.BigIntegerField(null=True)
    state = models.CharField(max_length=10, choices=State, default=State.DRAFT)
    made_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)
    opened_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    opened_on = models.DateField(null=True)
    counted_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    counted_on = models.DateField(null=True)
    published_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    published_on = models.DateField(null=True)
    cancelled_why = models.CharField(_("取消的理由"), max_length=300, blank=True)

    class Meta:
        """Constraints and order."""

        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(closes_at__gt=F("opens_at")), name="vote_in_order"),
            models.CheckConstraint(
                condition=Q(published_on=None) | Q(published_by__isnull=False),
                name="vote_published_by_somebody",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["division", "-closes_at"], name="votes_of_a_division")
        ]
        ordering: ClassVar = ["-closes_at", "-id"]

    def __str__(self) -> str:
        return self.question

    def get_absolute_url(self) -> str:
        """Return the page of staff on the vote."""
        return reverse("participation:vote", args=[self.pk])

    def takes_ballots(self, at: datetime) -> bool:
        """Return whether a ballot handed in at a moment is in time."""
        return self.state == self.State.OPEN and self.opens_at <= at <= self.closes_at

    @property
    def has_result(self) -> bool:
        """Return whether the ballots are counted."""
        return self.state in (self.State.COUNTED, self.State.PUBLISHED)


class FrozenRoll(models.Model):
    """The roll of owners as it was when the vote began; names are sealed."""

    vote = models.OneToOneField(Vote, models.PROTECT, related_name="frozen_roll")
    division = DivisionField()
    content = SealedField(_("名册"))  # parquet, as base64: keys are rotated like those of names
    sha256 = models.CharField(max_length=64)
    flats = models.IntegerField()
    area_dm2 = models.BigIntegerField()
    frozen_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.sha256


class RollFlat(models.Model):
    """One line of a frozen roll: a flat that has a ballot."""

    vote = models.ForeignKey(Vote, models.PROTECT, related_name="roll")
    division = DivisionField()
    number = models.IntegerField()
    household = models.ForeignKey(Household, models.PROTECT, related_name="+")
    building = models.CharField(_("楼栋"), max_length=60)
    unit = models.CharField(_("单元"), max_length=20, blank=True)
    door = models.CharField(_("户号"), max_length=20)
    area_dm2 = models.BigIntegerField()
    owners = models.SmallIntegerField(default=1)

    class Meta:
        """A flat stands once in a roll."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["vote", "number"], name="one_line_per_number"),
            models.UniqueConstraint(fields=["vote", "household"], name="one_line_per_flat"),
        ]
        ordering: ClassVar = ["vote", "number"]

    def __str__(self) -> str:
        return "-".join(part for part in (self.building, self.unit, self.door) if part)


class VoteResult(models.Model):
    """What was counted when a vote ended: the core's result and its workbook."""

    vote = models.OneToOneField(Vote, models.PROTECT, primary_key=True, related_name="result")
    division = DivisionField()
    content = models.JSONField()
    workbook = models.BinaryField()
    is_carried = models.BooleanField()
    last_line = models.BigIntegerField()
    counted_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.vote_id} {self.is_carried}"
