"""A survey of an estate, and the versions of its form."""

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from jiugai.apps.accounts.models import Person
from jiugai.apps.accounts.rows import DivisionField
from jiugai.apps.registry.models import Estate
from jiugai.asking.form import Form, from_json


class Purpose(models.TextChoices):
    """What a survey is for."""

    DEMAND = "demand", _("改造需求")
    VISIT = "visit", _("入户调查")
    RATING = "rating", _("改后评价")
    OTHER = "other", _("其他")


class Survey(models.Model):
    """Questions to the households of an estate."""

    class State(models.TextChoices):
        """Where a survey is in its life."""

        DRAFT = "draft", _("起草中")
        OPEN = "open", _("作答中")
        CLOSED = "closed", _("已截止")

    class Per(models.TextChoices):
        """Who gives one answer."""

        HOUSEHOLD = "household", _("每户一份")
        PERSON = "person", _("每人一份")

    estate = models.ForeignKey(Estate, models.PROTECT, related_name="surveys")
    division = DivisionField()
    purpose = models.CharField(_("用途"), max_length=6, choices=Purpose)
    title = models.CharField(_("标题"), max_length=120)
    words = models.TextField(_("给居民的话"), max_length=1000, blank=True)
    per = models.CharField(_("几份"), max_length=9, choices=Per, default=Per.HOUSEHOLD)
    is_online = models.BooleanField(_("居民可以在手机上答"), default=True)
    opens_on = models.DateField(_("开始"))
    closes_on = models.DateField(_("截止"))
    state = models.CharField(max_length=6, choices=State, default=State.DRAFT)
    draft = models.JSONField()  # the form as it is being written
    made_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    made_on = models.DateField()
    closed_on = models.DateField(null=True)
    announced_on = models.DateField(null=True)  # the result is shown to residents

    class Meta:
        """Order of reading."""

        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(closes_on__gte=F("opens_on")), name="survey_days_in_order"
            ),
            models.CheckConstraint(
                condition=Q(announced_on=None) | Q(closed_on__isnull=False),
                name="survey_announced_after_close",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["division", "-id"], name="surveys_of_a_division")
        ]
        ordering: ClassVar = ["-id"]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Return the page of staff on the survey."""
        return reverse("surveys:survey", args=[self.pk])

    def takes_answers(self, on: date) -> bool:
        """Return whether answers are taken on a day; the last day counts."""
        return self.state == self.State.OPEN and self.opens_on <= on <= self.closes_on

    @property
    def drafted(self) -> Form:
        """Return the form as it is being written."""
        return from_json(self.draft)

    @property
    def current(self) -> "Version | None":
        """Return the version that is asked now."""
        return self.versions.order_by("-number").first()


class Version(models.Model):
    """A form as it was published; it never changes."""

    survey = models.ForeignKey(Survey, models.PROTECT, related_name="versions")
    division = DivisionField()
    number = models.PositiveSmallIntegerField()
    digest = models.CharField(max_length=64)
    definition = models.JSONField()
    xform = models.TextField()  # what collectors are given
    published_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    published_at = models.DateTimeField()

    class Meta:
        """Numbers without gaps."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["survey", "number"], name="one_version_per_number")
        ]
        ordering: ClassVar = ["survey", "number"]

    def __str__(self) -> str:
        return f"{self.survey_id} v{self.number}"

    @property
    def form(self) -> Form:
        """Return the form."""
        return from_json(self.definition)


class Figures(models.Model):
    """What the answers to a survey came to when it closed; erasing answers does not change it."""

    survey = models.OneToOneField(Survey, models.PROTECT, primary_key=True, related_name="figures")
    division = DivisionField()
    content = models.JSONField()
    counted_at = models.DateTimeField()

    def __str__(self) -> str:
        return str(self.survey_id)
