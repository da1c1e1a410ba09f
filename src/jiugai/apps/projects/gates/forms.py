"""Forms of evidence, of overrides, and of the list of gates."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from jiugai.apps.projects.gates.records import Record
from jiugai.apps.projects.gates.supply import Said
from jiugai.apps.projects.models import Evidence
from jiugai.apps.registry.forms.facts import as_kept, as_text, field_for
from jiugai.apps.registry.models.kept import Kept
from jiugai.policy.vocabulary.fact import Fact

Kind = Evidence.Kind


def _day(label: Any) -> forms.DateField:
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, widget=widget)


class OfKind(forms.Form):
    """What a piece of evidence is: a file, a record of the system or a signed statement."""

    kind: Evidence.Kind

    def ask_kind(self, records: Sequence[tuple[str, str]]) -> None:
        """Add the fields of the kind; `records` are those that can be chosen, by their keys."""
        if self.kind is Kind.FILE:
            self.fields["file"] = forms.FileField(
                label=_("文件"),
                help_text=_("PDF、图片、Word 或 Excel，不超过 20 MB。"),
                widget=forms.FileInput(attrs={"accept": ".pdf,.png,.jpg,.jpeg,.docx,.xlsx"}),
            )
            self.fields["words"] = forms.CharField(label=_("标题"), max_length=120, required=False)
            self.fields["said_on"] = _day(_("文件日期"))
        elif self.kind is Kind.RECORD:
            self.fields["record"] = forms.ChoiceField(
                label=_("系统里的记录"), choices=[("", _("请选择")), *records]
            )
        else:
            self.fields["speaker"] = forms.CharField(label=_("陈述人"), max_length=60)
            self.fields["capacity"] = forms.CharField(
                label=_("身份"), max_length=60, required=False, help_text=_("如：社区书记")
            )
            self.fields["words"] = forms.CharField(
                label=_("陈述内容"), max_length=500, widget=forms.Textarea(attrs={"rows": 3})
            )
            self.fields["said_on"] = _day(_("陈述日期"))

    @property
    def about(self) -> list[forms.BoundField]:
        """Return the fields that say what it is."""
        return [one for one in self.visible_fields() if not one.name.startswith("fact-")]

    @property
    def claims(self) -> list[forms.BoundField]:
        """Return the fields of the facts that it supports."""
        return [one for one in self.visible_fields() if one.name.startswith("fact-")]

    def claimed(self, facts: Sequence[Fact]) -> dict[str, str]:
        """Return the facts that were filled in, as texts."""
        said = {one: as_kept(one, self.cleaned_data.get(f"fact-{one.name}")) for one in facts}
        return {one.name: as_text(one, value) for one, value in said.items() if value is not None}


class EvidenceForm(OfKind):
    """One piece of evidence of a kind, with the facts that it supports."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(
        self,
        kind: Evidence.Kind,
        data: Any = None,
        files: Any = None,
        *,
        facts: Sequence[Fact],
        records: Sequence[Record],
        thing: Kept,
        today: date,
    ) -> None:
        self.kind = kind
        self.thing = thing
        self.facts = facts
        self.records = {one.key: one for one in records}
        self.today = today
        initial = {"version": thing.version, "said_on": today}
        super().__init__(data, files, prefix=kind.value, initial=initial)
        self.ask_kind([(one.key, one.text) for one in records])
        if kind is not Kind.RECORD:
            for fact in facts:
                self.fields[f"fact-{fact.name}"] = field_for(fact)

    def newest(self) -> int:
        """Return the version of the thing as it is now."""
        self.thing.refresh_from_db()
        return self.thing.version

    def said(self) -> Said:
        """Return what the service takes."""
        given = self.cleaned_data
        return Said(
            kind=self.kind,
            facts=self._claimed(),
            said_on=given.get("said_on") or self.today,
            words=given.get("words", ""),
            speaker=given.get("speaker", ""),
            capacity=given.get("capacity", ""),
            record=given.get("record", ""),
            file=given.get("file"),
            version=given["version"],
        )

    def _claimed(self) -> dict[str, str]:
        if self.kind is Kind.RECORD:
            shown = self.records[self.cleaned_data["record"]].facts
            return {
                fact.name: as_text(fact, shown[fact.name])
                for fact in self.facts
                if fact.name in shown
            }
        return self.claimed(self.facts)


class ReasonForm(forms.Form):
    """A reason, without which nothing is overridden, ended or withdrawn."""

    reason = forms.CharField(
        label=_("理由"), max_length=300, widget=forms.Textarea(attrs={"rows": 3})
    )
