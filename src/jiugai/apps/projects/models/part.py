"""What evidence says of single parts of the works: who agreed to which item of the menu."""

from typing import Any, ClassVar

from django.db import models

from jiugai.apps.accounts.rows import DivisionField
from jiugai.apps.projects.models.evidence import Evidence
from jiugai.apps.projects.models.project import Project
from jiugai.apps.registry.models import Building


class PartProof(models.Model):
    """What a piece of evidence says of a part 改造部位 that concerns households.

    A part is an item of the menu, for an estate as a whole or for one building. It is named by
    item and building, not by the choice: who takes an item out and in again keeps the consent.
    """

    evidence = models.ForeignKey(Evidence, models.PROTECT, related_name="parts")
    project = models.ForeignKey(Project, models.PROTECT, related_name="+", db_index=False)
    division = DivisionField()
    building = models.ForeignKey(Building, models.PROTECT, null=True, related_name="+")
    item = models.TextField()
    facts: "models.JSONField[Any, Any]" = models.JSONField()

    class Meta:
        """Constraints and indexes."""

        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["evidence", "building", "item"],
                nulls_distinct=False,
                name="one_proof_of_a_part",
            )
        ]
        indexes: ClassVar = [models.Index(fields=["project", "item"], name="proofs_of_parts")]
        ordering: ClassVar = ["id"]

    def __str__(self) -> str:
        return self.item
