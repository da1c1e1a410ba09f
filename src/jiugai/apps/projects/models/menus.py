"""What is done to an estate and its buildings: items of the menus of the texts."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from jiugai.apps.accounts.models import Person
from jiugai.apps.accounts.rows import DivisionField
from jiugai.apps.projects.models.project import Project
from jiugai.apps.registry.models import Building, Document


class MenuChoice(models.Model):
    """An item of a menu 改造菜单 for an estate as a whole, or for one building.

    What residents want is kept with items that only their will can choose. A choice is taken
    back with a reason, never erased.
    """

    class State(models.TextChoices):
        """What becomes of the item."""

        CHOSEN = "chosen", _("纳入本次工程")
        DONE = "done", _("已完成")
        UNNEEDED = "unneeded", _("不适用")

    project = models.ForeignKey(Project, models.PROTECT, related_name="menu")
    division = DivisionField()
    building = models.ForeignKey(Building, models.PROTECT, null=True, related_name="menu")
    item = models.TextField()
    state = models.CharField(_("安排"), max_length=10, choices=State)
    words = models.CharField(_("居民意愿或依据"), max_length=300, blank=True)
    document = models.ForeignKey(Document, models.PROTECT, null=True, related_name="+")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    dropped_at = models.DateTimeField(null=True)
    dropped_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    dropped_why = models.CharField(max_length=300, blank=True)

    class Meta:
        """Constraints."""

        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["project", "building", "item"],
                condition=Q(dropped_at=None),
                nulls_distinct=False,
                name="one_choice_per_item",
            ),
            models.CheckConstraint(
                condition=Q(dropped_at=None, dropped_by=None, dropped_why="")
                | (Q(dropped_at__isnull=False, dropped_by__isnull=False) & ~Q(dropped_why="")),
                name="choice_dropped_by_somebody",
            ),
        ]
        ordering: ClassVar = ["id"]

    def __str__(self) -> str:
        return f"{self.item} {self.get_state_display()}"
