"""Reception on site 现场接待."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from jiugai.apps.accounts.models import Person
from jiugai.apps.accounts.rows import DivisionField
from jiugai.apps.registry.models import Estate


class ReceptionDesk(models.Model):
    """Where residents of an estate are received, by whom and when (BJ22 二(二), BJ20 二(二)1).

    BJ22 has names, duties and telephones put up on site: they are public and not sealed.
    """

    estate = models.ForeignKey(Estate, models.PROTECT, related_name="reception_desks")
    division = DivisionField()
    place = models.CharField(_("接待地点"), max_length=120)
    people = models.TextField(
        _("接待人员"),
        max_length=600,
        help_text=_("每行一人：姓名，负责什么，电话。会公示给居民。"),
    )
    hours = models.CharField(_("接待时间"), max_length=120)
    phone = models.CharField(_("接待电话"), max_length=40, blank=True)
    since = models.DateField(_("自"))
    until = models.DateField(_("至"), null=True, blank=True)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")

    class Meta:
        """Constraints."""

        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=F("since")), name="reception_in_order"
            )
        ]
        indexes: ClassVar = [models.Index(fields=["estate", "since"], name="desks_of_an_estate")]
        ordering: ClassVar = ["estate", "-since", "-id"]

    def __str__(self) -> str:
        return self.place
