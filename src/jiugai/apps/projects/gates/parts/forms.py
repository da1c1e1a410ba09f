"""The form of evidence for parts of the works: which parts, and what it shows of them."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from jiugai.apps.projects.gates.forms import OfKind
from jiugai.apps.projects.gates.parts.cover import Covering, Kind
from jiugai.apps.projects.gates.parts.queries import PartsOfItem
from jiugai.apps.projects.gates.parts.records import PartRecord
from jiugai.apps.projects.models import Evidence
from jiugai.apps.registry.forms.facts import field_for
from jiugai.kernel.i18n import _ as say
from jiugai.policy.vocabulary.fact import Fact


class CoverForm(OfKind):
    """One piece of evidence of a kind, with the parts that it speaks of."""

    def __init__(
        self,
        kind: Evidence.Kind,
        data: Any = None,
        files: Any = None,
        *,
        facts: Sequence[Fact],
        records: Sequence[PartRecord],
        items: Sequence[PartsOfItem],
        today: date,
    ) -> None:
        self.kind, self.facts, self.today = kind, facts, today
        super().__init__(data, files, prefix=kind.value, initial={"said_on": today})
        self.ask_kind([(one.key, one.text) for one in records])
        self.fields["items"] = forms.MultipleChoiceField(
            label=_("哪些改造内容"),
            choices=[(one.item.id, say(one.item.title)) for one in items],
            widget=forms.CheckboxSelectMultiple,
        )
        buildings = {p.building.pk: p.building for one in items for p in one.parts if p.building}
        if buildings:
            self.fields["building"] = forms.ChoiceField(
                label=_("哪栋楼"),
                choices=[("", _("凡安排了的地方")), *((k, str(v)) for k, v in buildings.items())],
                required=False,
            )
        if kind is not Kind.RECORD:
            for fact in facts:
                self.fields[f"fact-{fact.name}"] = field_for(fact)

    def covering(self) -> Covering:
        """Return what the service takes."""
        given = self.cleaned_data
        building = given.get("building", "")
        return Covering(
            kind=self.kind,
            items=given["items"],
            facts={} if self.kind is Kind.RECORD else self.claimed(self.facts),
            said_on=given.get("said_on") or self.today,
            building=int(building) if building else None,
            words=given.get("words", ""),
            speaker=given.get("speaker", ""),
            capacity=given.get("capacity", ""),
            record=given.get("record", ""),
            file=given.get("file"),
        )
