"""Consents, requests about personal data, how long things are kept, and what was erased."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from jiugai.apps.accounts.models import Person
from jiugai.apps.accounts.rows import DivisionField
from jiugai.apps.accounts.seal import SealedField
from jiugai.apps.registry.models import Household

#: Every number of a request begins so: 个人信息.
PREFIX = "GX"


class Consent(models.Model):
    """What a household said when it was asked for something sensitive, apart from the rest.

    `about` and `about_id` name what it was asked for, `person` who of the household was asked.
    """

    class Channel(models.TextChoices):
        """How it was given."""

        ONLINE = "online", _("居民手机")
        PAPER = "paper", _("纸质")
        VISIT = "visit", _("入户")
        COLLECTOR = "collector", _("采集器")
        DESK = "desk", _("接待处")

    household = models.ForeignKey(Household, models.PROTECT, related_name="consents")
    division = DivisionField()
    about = models.CharField(max_length=20)
    about_id = models.BigIntegerField(default=0)
    person = models.PositiveSmallIntegerField(default=1)
    title = models.CharField(max_length=160)
    words = models.TextField()  # what was read before the answer
    is_given = models.BooleanField()
    channel = models.CharField(max_length=9, choices=Channel)
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    said_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        """One answer stands at a time; only what was given can be taken back."""

        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["household", "about", "about_id", "person"],
                condition=Q(revoked_at=None),
                name="one_consent_stands",
            ),
            models.CheckConstraint(
                condition=Q(revoked_at=None) | Q(revoked_at__gte=F("said_at")),
                name="consent_revoked_after_said",
            ),
        ]
        ordering: ClassVar = ["-id"]

    def __str__(self) -> str:
        return self.title


class PersonalRequest(models.Model):
    """What a household asks the office to correct or to erase, and what it was answered."""

    class Kind(models.TextChoices):
        """What is asked for."""

        CORRECT = "correct", _("更正")
        ERASE = "erase", _("删除")

    class State(models.TextChoices):
        """Where a request is."""

        OPEN = "open", _("待办理")
        GRANTED = "granted", _("已照办")
        REFUSED = "refused", _("未照办")

    household = models.ForeignKey(Household, models.PROTECT, related_name="+")
    division = DivisionField()
    kind = models.CharField(_("要求"), max_length=8, choices=Kind)
    holding = models.CharField(max_length=40)
    field = models.CharField(max_length=20, blank=True)
    value = SealedField(_("应改为"), null=True)  # gone once decided
    words = models.TextField(_("说明"), max_length=500, blank=True)
    made_at = models.DateTimeField()
    due_on = models.DateField(_("办理期限"))
    state = models.CharField(max_length=8, choices=State, default=State.OPEN)
    answer = models.TextField(_("答复"), max_length=500, blank=True)
    decided_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    decided_on = models.DateField(null=True)

    class Meta:
        """Decided by somebody on a day; a refusal has its reason, a correction its field."""

        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(state="open", decided_by=None, decided_on=None, answer="")
                | ~Q(state="open") & Q(decided_by__isnull=False, decided_on__isnull=False),
                name="personal_request_decided_by_somebody",
            ),
            models.CheckConstraint(
                condition=~Q(state="refused") | ~Q(answer=""),
                name="personal_request_refused_with_reason",
            ),
            models.CheckConstraint(
                condition=Q(kind="erase", field="") | Q(kind="correct") & ~Q(field=""),
                name="personal_request_corrects_a_field",
            ),
            models.UniqueConstraint(
                fields=["household", "kind", "holding", "field"],
                condition=Q(state="open"),
                name="one_open_personal_request",
            ),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["due_on"], name="personal_requests_open", condition=Q(state="open")
            )
        ]
        ordering: ClassVar = ["-id"]

    def __str__(self) -> str:
        return self.number

    def get_absolute_url(self) -> str:
        """Return where it is decided."""
        return reverse("participation:personal_request", args=[self.pk])

    @property
    def number(self) -> str:
        """Return the number that the household is told."""
        return f"{PREFIX}{self.pk:06d}"


class KeptDays(models.Model):
    """How many days something is kept where an administrator has set them."""

    holding = models.CharField(max_length=40, primary_key=True)
    days = models.PositiveIntegerField()
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    def __str__(self) -> str:
        return self.holding


class Clearing(models.Model):
    """One day's erasing of what is over its term: how many rows of each holding."""

    on = models.DateField(unique=True)
    counts = models.JSONField(default=dict)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        """The latest first."""

        ordering: ClassVar = ["-on"]

    def __str__(self) -> str:
        return self.on.isoformat()

    @property
    def rows(self) -> int:
        """Return how many rows were erased."""
        return sum(self.counts.values())


class LetGo(models.Model):
    """A stored file that a row stopped to refer to; it goes unless another row still does."""

    sha256 = models.CharField(max_length=64, unique=True)

    def __str__(self) -> str:
        return self.sha256[:12]
