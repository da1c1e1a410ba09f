"""Addresses that are told, what happened, and each telling."""

from typing import ClassVar
from uuid import uuid4

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from jiugai.apps.accounts.models import Person
from jiugai.apps.accounts.rows import DivisionField
from jiugai.apps.accounts.seal import SealedField
from jiugai.apps.hooks.kinds import Kind


class Hook(models.Model):
    """An address that is told what happens in a division, in the name of a person.

    It has to be found before any scope is set, and is asked for by person; so row security does
    not bound it. What the person may no longer see is no longer told.
    """

    person = models.ForeignKey(Person, models.CASCADE, related_name="hooks")
    name = models.CharField(_("用途"), max_length=60)
    address = models.CharField(_("地址"), max_length=300)
    secret = SealedField()
    kinds = ArrayField(models.CharField(max_length=30, choices=Kind))
    division = DivisionField(_("区划"))
    created_at = models.DateTimeField(auto_now_add=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        """Order of reading, and an index of those in use."""

        indexes: ClassVar = [
            models.Index(fields=["division"], name="hooks_in_use", condition=Q(ended_at=None))
        ]
        ordering: ClassVar = ["-id"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """Return the page of the hook."""
        return reverse("hooks:hook", args=[self.pk])

    @property
    def kinds_in_words(self) -> list[str]:
        """Return what it is told of."""
        return [str(Kind(one).label) for one in self.kinds]


class Event(models.Model):
    """Something that happened, written in the transaction in which it did.

    Triggers write it, and only while somebody is to be told; it says what happened to what, and
    nothing of people: who is told asks the interface for the rest.
    """

    division = DivisionField()
    kind = models.CharField(max_length=30, choices=Kind)
    at = models.DateTimeField(default=timezone.now)
    subject = models.CharField(max_length=60)
    subject_id = models.CharField(max_length=60)
    subject_name = models.CharField(max_length=120, blank=True)
    detail = models.JSONField(default=dict)
    spread_at = models.DateTimeField(null=True)

    class Meta:
        """Order of reading, and an index of what waits."""

        indexes: ClassVar = [
            models.Index(fields=["id"], name="events_not_spread", condition=Q(spread_at=None))
        ]
        ordering: ClassVar = ["id"]

    def __str__(self) -> str:
        return f"{self.kind} {self.subject_name}"


class Delivery(models.Model):
    """One event told to one address: how often it was tried, and what came of it."""

    class State(models.TextChoices):
        """Where it is."""

        WAITING = "waiting", _("待送")
        DONE = "done", _("已送达")
        DEAD = "dead", _("送不到，已放弃")

    key = models.UUIDField(default=uuid4, unique=True)  # by which a receiver knows a repetition
    hook = models.ForeignKey(Hook, models.CASCADE, related_name="deliveries")
    kind = models.CharField(max_length=30, choices=Kind)
    body = models.TextField()  # exactly what is signed and sent
    title = models.CharField(max_length=160)
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    attempts = models.PositiveIntegerField(default=0)
    next_at = models.DateTimeField(default=timezone.now)
    until = models.DateTimeField()  # after this it is given up
    answer = models.CharField(max_length=300, blank=True)
    created_at = models.DateTimeField(default=timezone.now)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        """Order of reading, and an index of what is due."""

        indexes: ClassVar = [
            models.Index(fields=["next_at"], name="deliveries_due", condition=Q(state="waiting"))
        ]
        ordering: ClassVar = ["-id"]

    def __str__(self) -> str:
        return self.title
