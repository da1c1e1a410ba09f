"""What the search found: the plan as the core writes it, and a row for each estate."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from jiugai.apps.accounts.rows import DivisionField
from jiugai.apps.plans.models.scenario import Run
from jiugai.apps.registry.models import Estate


class Result(models.Model):
    """A plan that was found; the database lets nobody change it.

    `content` is plan.json, `digest` that of its text without how long it took. `facts` is the
    digest of everything in the register that it rests on, `law` that of the rulebook. What lists
    need stands in columns.
    """

    run = models.OneToOneField(Run, models.PROTECT, primary_key=True, related_name="result")
    division = DivisionField()
    content = models.JSONField()
    workbook = models.BinaryField()
    notes = models.JSONField(default=list)
    digest = models.CharField(max_length=64)
    facts = models.CharField(max_length=64)
    law = models.CharField(max_length=64)
    milli = models.BigIntegerField()
    bound = models.BigIntegerField()
    estates = models.PositiveIntegerField()
    households = models.PositiveIntegerField()
    cost = models.BigIntegerField()
    budget = models.BigIntegerField()
    stop = models.CharField(max_length=10)
    seconds = models.FloatField()

    class Meta:
        """Order of reading."""

        ordering: ClassVar = ["-run"]

    def __str__(self) -> str:
        return self.digest[:12]

    @property
    def gap(self) -> float:
        """Return how much better, in proportion, an unknown plan could be at most."""
        if self.bound == self.milli:
            return 0.0
        return (self.bound - self.milli) / self.milli if self.milli else 1.0

    @property
    def objective(self) -> float:
        """Return what the plan is worth: households weighted by need, works and year."""
        return self.milli / 1000

    @property
    def upper(self) -> float:
        """Return what no plan is worth more than."""
        return self.bound / 1000


class Place(models.Model):
    """An estate in a result: its year and works or why it is out, and what would bring it in.

    `key` is what the plan calls the estate; `seen` the digest of the facts that were read of it.
    """

    result = models.ForeignKey(Result, models.PROTECT, related_name="places")
    division = DivisionField()
    estate = models.ForeignKey(Estate, models.PROTECT, related_name="+")
    key = models.CharField(max_length=60)
    name = models.CharField(_("小区"), max_length=200)
    street = models.CharField(_("街道"), max_length=60)
    households = models.PositiveIntegerField()
    need = models.IntegerField()  # hundredths of a point
    year = models.PositiveSmallIntegerField(null=True)
    works = ArrayField(models.CharField(max_length=12), default=list)
    cost = models.BigIntegerField()
    milli = models.BigIntegerField(default=0)
    why = models.CharField(max_length=12, blank=True)
    reason = models.TextField()
    way = models.TextField(blank=True)
    assumed = models.BooleanField(default=False)
    seen = models.CharField(max_length=32)

    class Meta:
        """Indexes and order of reading."""

        indexes: ClassVar = [
            models.Index(fields=["result", "year", "-need"], name="places_of_a_result")
        ]
        ordering: ClassVar = [models.F("year").asc(nulls_last=True), "-need", "key"]

    def __str__(self) -> str:
        return self.name
