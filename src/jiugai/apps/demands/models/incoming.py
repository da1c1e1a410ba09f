"""Tickets that came in a file, from the reading until they are stored or taken back."""

from typing import ClassVar

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from jiugai.apps.accounts.models import Person
from jiugai.apps.accounts.rows import DivisionField
from jiugai.apps.accounts.seal import SealedField


class TicketImport(models.Model):
    """One workbook of tickets. Its rows name people, so they are sealed until they are stored."""

    class State(models.TextChoices):
        """Where an import is."""

        READ = "read", _("待确认")
        STORED = "stored", _("已入库")
        UNDONE = "undone", _("已撤销")

    division = DivisionField()
    title = models.CharField(_("文件"), max_length=200)
    state = models.CharField(max_length=6, choices=State, default=State.READ)
    columns = models.JSONField(default=dict)  # our name of a column: its heading in the file
    rows = SealedField(null=True)  # rows that were read, as JSON; gone once stored
    counts = models.JSONField(default=dict)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        """Order of reading."""

        indexes: ClassVar = [
            models.Index(fields=["division", "-id"], name="ticket_imports_within")
        ]
        ordering: ClassVar = ["-id"]

    def __str__(self) -> str:
        return self.title

    @property
    def is_cleared(self) -> bool:
        """Return whether its time was up before anybody stored it."""
        return self.rows is None and self.state == self.State.READ

    def get_absolute_url(self) -> str:
        """Return its page."""
        return reverse("demands:ticket_import", args=[self.pk])
