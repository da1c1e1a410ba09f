"""Members of a joint conference: organisations, and who speaks for them."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from jiugai.apps.accounts.models import Organisation, Person
from jiugai.apps.accounts.rows import DivisionField


class Seat(models.Model):
    """An organisation sits in the conference of a city or district, from one day to another."""

    class Part(models.TextChoices):
        """What a member does there (XC18 三(一)②)."""

        CONVENER = "convener", _("召集人")
        OFFICE = "office", _("办公室")
        MEMBER = "member", _("成员单位")

    division = DivisionField()
    part = models.CharField(_("身份"), max_length=10, choices=Part, default=Part.MEMBER)
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="seats")
    person = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="seats")
    name = models.CharField(_("代表"), max_length=60, blank=True)
    since = models.DateField(_("自"))
    until = models.DateField(_("至（不含）"), null=True, blank=True)

    class Meta:
        """Constraints and order of reading."""

        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["division", "organisation"],
                condition=Q(until=None),
                name="one_seat_of_an_organisation",
            ),
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=F("since")), name="seat_in_order"
            ),
        ]
        ordering: ClassVar = ["part", "id"]

    def __str__(self) -> str:
        return f"{self.organisation}"

    @property
    def speaker(self) -> str:
        """Return who speaks for the organisation."""
        return self.person.name if self.person else self.name
