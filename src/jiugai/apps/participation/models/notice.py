"""Public notices 公示, who saw them, and what residents said against them."""

from datetime import date
from typing import ClassVar, Final

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from jiugai.apps.accounts.models import Person
from jiugai.apps.accounts.rows import DivisionField
from jiugai.apps.registry.models import Estate, Household


class Part(models.TextChoices):
    """What BJ22 三(四)② asks to be made public, in its order."""

    WISHES = "wishes", _("业主意愿和共识意愿")
    DESIGN = "design", _("设计方案")
    SCENE = "scene", _("参照场景")
    REMOVALS = "removals", _("拆违要求")
    ITEMS = "items", _("改造内容")
    BODIES = "bodies", _("组织体系")
    MATERIALS = "materials", _("主要产品和材料")
    METHODS = "methods", _("工艺做法")
    PIPES = "pipes", _("楼内上下水、电气热管线改造")


#: How long an office gives itself to answer where it says nothing else; no text gives days.
ANSWER_DAYS: Final = 7


class Notice(models.Model):
    """One notice of an estate."""

    class State(models.TextChoices):
        """Where a notice is in its life."""

        DRAFT = "draft", _("起草中")
        UP = "up", _("公示中")
        ENDED = "ended", _("公示结束")

    estate = models.ForeignKey(Estate, models.PROTECT, related_name="notices")
    division = DivisionField()
    title = models.CharField(_("标题"), max_length=120)
    parts = models.JSONField(default=dict)  # text by the names of Part
    places = models.CharField(_("张贴地点"), max_length=200, blank=True)
    days = models.PositiveSmallIntegerField(_("公示天数"), default=7)
    answer_days = models.PositiveSmallIntegerField(_("几天内答复意见"), default=ANSWER_DAYS)
    state = models.CharField(max_length=6, choices=State, default=State.DRAFT)
    made_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    put_up_on = models.DateField(null=True)
    put_up_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    last_day = models.DateField(null=True)
    ended_on = models.DateField(null=True)
    seen_before = models.PositiveIntegerField(default=0)  # households whose row was erased

    class Meta:
        """Order of reading."""

        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(last_day=None) | Q(last_day__gte=F("put_up_on")),
                name="notice_in_order",
            )
        ]
        indexes: ClassVar = [
            models.Index(fields=["division", "-id"], name="notices_of_a_division")
        ]
        ordering: ClassVar = ["-id"]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Return the page of staff on the notice."""
        return reverse("participation:notice", args=[self.pk])

    @property
    def lacking(self) -> list[str]:
        """Return the parts that nothing is said of."""
        return [str(part.label) for part in Part if not self.parts.get(part.value, "").strip()]

    @property
    def said(self) -> list[tuple[str, str]]:
        """Return what is said, part by part."""
        return [(str(part.label), self.parts.get(part.value, "")) for part in Part]

    def takes_objections(self, on: date) -> bool:
        """Return whether residents may object on a day; the last day counts."""
        return self.state == self.State.UP and self.last_day is not None and on <= self.last_day


class NoticeSeen(models.Model):
    """A household opened a notice."""

    notice = models.ForeignKey(Notice, models.CASCADE, related_name="seen")
    division = DivisionField()
    household = models.ForeignKey(Household, models.CASCADE, related_name="+")
    on = models.DateField()

    class Meta:
        """Counted once for a household."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["notice", "household"], name="seen_once")
        ]

    def __str__(self) -> str:
        return f"{self.notice_id} {self.household_id}"


class Objection(models.Model):
    """What a household says against a notice, and what it was answered."""

    notice = models.ForeignKey(Notice, models.PROTECT, related_name="objections")
    division = DivisionField()
    household = models.ForeignKey(Household, models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    text = models.TextField(_("您的意见和理由"), max_length=1000)
    raised_at = models.DateTimeField()
    due_on = models.DateField()
    answer = models.TextField(_("答复"), max_length=1000, blank=True)
    answered_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    answered_on = models.DateField(null=True)

    class Meta:
        """Numbers without gaps; an answer has a person and a day."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["notice", "number"], name="one_objection_per_number"),
            models.CheckConstraint(
                condition=Q(answered_on=None, answered_by=None, answer="")
                | Q(answered_on__isnull=False, answered_by__isnull=False) & ~Q(answer=""),
                name="objection_answered_by_somebody",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["due_on"], name="objections_open", condition=Q(answered_on=None))
        ]
        ordering: ClassVar = ["notice", "number"]

    def __str__(self) -> str:
        return f"{self.notice_id}-{self.number}"

    def get_absolute_url(self) -> str:
        """Return where it is answered."""
        return reverse("participation:answer", args=[self.pk])
