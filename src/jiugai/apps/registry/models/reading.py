"""How offices read the open places of the texts, and what was tried before they said so."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from jiugai.apps.accounts.models import Person
from jiugai.apps.accounts.rows import DivisionField
from jiugai.apps.jobs.models import Job


class ReadingTrial(models.Model):
    """A reading tried on the register of a division: what it would do from the day `since` on.

    Without an `option` the office's own choice ends on that day. `stand` is a digest of the
    rulebook and of every choice that the answer rests on.
    """

    division = DivisionField()
    reading = models.CharField(max_length=60)
    option = models.CharField(max_length=40, blank=True)
    since = models.DateField(_("自哪天起"))
    is_binding = models.BooleanField(_("下级也须照此"), default=True)
    stand = models.CharField(max_length=64)
    job = models.ForeignKey(Job, models.PROTECT, null=True, related_name="+")
    outcome = models.JSONField(null=True)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        """Order of reading, and an index of the latest of each."""

        indexes: ClassVar = [
            models.Index(fields=["division", "reading", "-id"], name="trials_of_a_reading")
        ]
        ordering: ClassVar = ["-id"]

    def __str__(self) -> str:
        return self.reading

    def get_absolute_url(self) -> str:
        """Return the page of the trial."""
        return reverse("registry:reading_trial", args=[self.pk])


class ChosenReading(models.Model):
    """An option that an office took for a `place` from a day on; public, so everybody sees it.

    Nothing of a choice is ever changed but its end: PostgreSQL refuses it. One that ends on the
    day it begins on never held.
    """

    place = models.CharField(max_length=12, db_collation="C", blank=True)
    reading = models.CharField(max_length=60)
    option = models.CharField(max_length=40)
    is_binding = models.BooleanField(default=True)
    reason = models.CharField(_("理由"), max_length=500)
    basis = models.CharField(_("依据的文件或会议"), max_length=200, blank=True)
    promised = models.JSONField(default=dict)
    since = models.DateField(_("自哪天起"))
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    until = models.DateField(_("至哪天（不含）"), null=True)
    ended_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    ended_at = models.DateTimeField(null=True)
    ended_reason = models.CharField(_("不再采用的理由"), max_length=500, blank=True)

    class Meta:
        """Constraints and order of reading."""

        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["place", "reading"],
                condition=Q(until=None),
                name="one_running_choice_of_a_reading",
            ),
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=F("since")),
                name="choice_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=Q(until=None, ended_by=None, ended_at=None)
                | Q(until__isnull=False, ended_by__isnull=False, ended_at__isnull=False),
                name="choice_ended_by_somebody",
            ),
        ]
        ordering: ClassVar = ["-since", "-id"]

    def __str__(self) -> str:
        return f"{self.reading}={self.option}"

    def get_absolute_url(self) -> str:
        """Return the page of the open place."""
        return reverse("registry:reading", args=[self.reading])

    @property
    def never_held(self) -> bool:
        """Return whether it was taken back before it held for a day."""
        return self.until == self.since
