"""What every thing in the register has: a division, facts, and where each fact is from."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Func, GeneratedField
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Cast

from jiugai.apps.accounts.rows import DivisionField
from jiugai.apps.registry.facts import from_json
from jiugai.policy.vocabulary.fact import Subject


class Kept(models.Model):
    """A thing with facts.

    `facts` holds values by the names of the vocabulary, unknown ones left out. `origins` says
    for each source (its id as text) which row the values come from, and which facts where not
    all that the source's columns give: {"17": {"row": 38}, "18": {"row": 12, "facts": ["…"]}}.
    """

    subject: ClassVar[type[Subject]]

    division = DivisionField()
    facts = models.JSONField(default=dict)
    origins = models.JSONField(default=dict)
    version = models.PositiveIntegerField(default=1)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        """No table of its own."""

        abstract = True

    @property
    def subject_name(self) -> str:
        """Return what facts call their subject: estate, building, resource."""
        return getattr(self.subject, "subject_name", self.subject.__name__.lower())

    @property
    def known(self) -> dict[str, Any]:
        """Return the facts as rules read them."""
        return from_json(self.facts, self.subject)


def fact_column(name: str, kind: "models.Field[Any, Any]") -> GeneratedField:
    """Return a column that PostgreSQL keeps equal to a fact, to be searched and sorted."""
    text = KeyTextTransform(name, F("facts"))
    expression = text if isinstance(kind, models.TextField) else Cast(text, kind)
    return GeneratedField(expression=expression, output_field=kind, db_persist=True)


class DistrictOf(Func):
    """The six digits of the district that a division lies in."""

    function = "left"
    template = "%(function)s(%(expressions)s, 6)"
