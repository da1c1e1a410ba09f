"""A roll of owners that was uploaded, until it is stored."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from jiugai.apps.accounts.models import Person
from jiugai.apps.accounts.rows import DivisionField
from jiugai.apps.accounts.seal import SealedField
from jiugai.apps.registry.models import Estate


class RollImport(models.Model):
    """One file with the owners of an estate; its rows name people, so they are sealed."""

    estate = models.ForeignKey(Estate, models.PROTECT, related_name="roll_imports")
    division = DivisionField()
    file = models.CharField(_("文件"), max_length=200)
    rows = SealedField(null=True)  # what was read, as JSON; gone once stored
    area_total_dm2 = models.BigIntegerField(null=True)
    counts = models.JSONField(default=dict)
    made_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)
    stored_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    stored_on = models.DateField(null=True)

    class Meta:
        """Who stored it, and when."""

        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(stored_on=None, stored_by=None)
                | Q(stored_on__isnull=False, stored_by__isnull=False),
                name="roll_stored_by_somebody",
            )
        ]
        ordering: ClassVar = ["-id"]

    def __str__(self) -> str:
        return self.file

    @property
    def is_cleared(self) -> bool:
        """Return whether its time was up before anybody stored it."""
        return self.rows is None and self.stored_on is None

    def get_absolute_url(self) -> str:
        """Return the page where it is looked at before it is stored."""
        return reverse("participation:roll_import", args=[self.pk])
