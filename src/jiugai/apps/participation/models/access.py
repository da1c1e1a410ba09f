"""How a household gets in: a QR code, its own code or a one-time code, a session."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from jiugai.apps.accounts.models import Person
from jiugai.apps.accounts.rows import DivisionField
from jiugai.apps.registry.models import Building, Estate, Household


class Entrance(models.Model):
    """The short address behind the QR code of an estate or a building."""

    estate = models.ForeignKey(Estate, models.PROTECT, related_name="entrances")
    building = models.OneToOneField(Building, models.PROTECT, null=True, related_name="entrance")
    division = DivisionField()
    slug = models.CharField(max_length=8, unique=True)
    phone = models.CharField(_("接待电话"), max_length=40, blank=True)

    class Meta:
        """One entrance for an estate as a whole."""

        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["estate"], condition=Q(building=None), name="one_entrance_per_estate"
            )
        ]

    def __str__(self) -> str:
        return self.slug

    def get_absolute_url(self) -> str:
        """Return the page where a household comes in."""
        return reverse("participation:enter", args=[self.slug])


class HouseholdCode(models.Model):
    """A code that was printed for a household; only its digest is kept."""

    household = models.ForeignKey(Household, models.CASCADE, related_name="codes")
    division = DivisionField()
    digest = models.CharField(max_length=64, unique=True)
    issued_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    issued_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        """A household has one code that opens."""

        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["household"],
                condition=Q(revoked_at=None),
                name="one_code_per_household",
            )
        ]

    def __str__(self) -> str:
        return f"{self.household_id}"


class OneTimeCode(models.Model):
    """A code that was sent to a household's phone; it opens once, soon."""

    household = models.ForeignKey(Household, models.CASCADE, related_name="+")
    division = DivisionField()
    digest = models.CharField(max_length=64, db_index=True)
    sent_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.household_id}"


class ResidentSession(models.Model):
    """A household that came in; it is looked up before any scope is known."""

    digest = models.CharField(max_length=64, unique=True)
    household = models.ForeignKey(Household, models.CASCADE, related_name="+")
    helper = models.ForeignKey(
        "participation.Helper", models.CASCADE, null=True, related_name="sessions"
    )
    division = DivisionField()
    began_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.household_id} {self.began_at:%Y-%m-%d}"


class EntryFailure(models.Model):
    """A code that opened nothing, by where it was tried."""

    key = models.CharField(max_length=64)
    at = models.DateTimeField()

    class Meta:
        """Found by key and time."""

        indexes: ClassVar = [models.Index(fields=["key", "at"], name="failures_by_key")]

    def __str__(self) -> str:
        return self.key[:8]
