"""A form over the facts of a thing, made from the vocabulary, theme by theme."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Final

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jiugai.apps.registry.themes import THEMES
from jiugai.kernel.i18n import N_
from jiugai.kernel.i18n import _ as say
from jiugai.policy.vocabulary import Estate
from jiugai.policy.vocabulary.estate.fabric import Fabric
from jiugai.policy.vocabulary.fact import Fact, Kind, Sensitivity, Subject
from jiugai.policy.wording import shown

#: Names, codes and divisions change in other ways, which keep what was before.
NOT_HERE: Final = frozenset({"id", "name", "division", "estate_id", "building_id"})
#: Cents in 万元, the unit in which people write money.
WAN: Final = 1_000_000


@dataclass(frozen=True, slots=True)
class Theme:
    """A part of the form: its title and its fields."""

    title: str
    fields: list[forms.BoundField]
    is_open: bool


def editable(subject: type[Subject]) -> list[Fact]:
    """Return the facts that people fill in here."""
    return [
        fact
        for fact in subject.facts()
        if fact.name not in NOT_HERE and fact.sensitivity is not Sensitivity.SENSITIVE
    ]


def as_written(fact: Fact, value: Any) -> Any:
    """Return a kept value as the form shows it."""
    if value is None:
        return None
    match fact.kind:
        case Kind.FLAG:
            return "yes" if value else "no"
        case Kind.MONEY:
            return _bare(Decimal(value) / WAN)
        case Kind.SHARE:
            return _bare(Decimal(str(value)) * 100)
        case _:
            return value


def _bare(number: Decimal) -> str:
    return format(number.normalize(), "f")


def as_kept(fact: Fact, said: Any) -> Any:
    """Return what the form says as the register keeps it; None for nothing."""
    if said in (None, ""):
        return None
    match fact.kind:
        case Kind.FLAG:
            return said == "yes"
        case Kind.MONEY:
            return int(said * WAN)
        case Kind.SHARE:
            return float(said / 100)
        case Kind.DECIMAL:
            return float(said)
        case Kind.DAY:
            return said.isoformat() if isinstance(said, date) else said
        case _:
            return said


def as_text(fact: Fact, value: Any) -> str:
    """Return a kept value as the service takes it: a text that says it exactly."""
    if value is None:
        return ""
    match fact.kind:
        case Kind.FLAG:
            return "yes" if value else "no"
        case Kind.MONEY:
            return f"{_bare(Decimal(value) / 100)}元"
        case Kind.SHARE:
            return f"{_bare(Decimal(str(value)) * 100)}%"
        case _:
            return str(value)


def field_for(fact: Fact) -> forms.Field:
    """Return the form field of a fact: its heading with unit, its meaning as hint, its bounds."""
    unit = say(fact.unit)
    common: dict[str, Any] = {
        "label": f"{say(fact.heading)}（{unit}）" if unit else say(fact.heading),
        "help_text": say(fact.meaning),
        "required": False,
    }
    if fact.kind in (Kind.FLAG, Kind.CHOICE):
        words = fact.choices or {"yes": N_("是"), "no": N_("否")}
        choices = [("", _("不详")), *((word, say(title)) for word, title in words.items())]
        return forms.ChoiceField(choices=choices, **common)
    if fact.kind is Kind.TEXT:
        return forms.CharField(max_length=300, **common)
    if fact.kind is Kind.DAY:
        widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
        return forms.DateField(widget=widget, **common)
    return _number_field(fact, common)


def _number_field(fact: Fact, common: dict[str, Any]) -> forms.Field:
    match fact.kind:
        case Kind.SHARE:
            return forms.DecimalField(**_bounds(fact, 100), decimal_places=6, **common)
        case Kind.MONEY:
            return forms.DecimalField(min_value=0, decimal_places=6, max_digits=17, **common)
        case Kind.DECIMAL:
            return forms.DecimalField(**_bounds(fact, 1), **common)
        case _:
            return forms.IntegerField(**_bounds(fact, 1), **common)


def _bounds(fact: Fact, times: int) -> dict[str, Any]:
    found = {"min_value": fact.low, "max_value": fact.high}
    whole = fact.kind in (Kind.WHOLE, Kind.YEAR)
    return {
        name: int(bound * times) if whole else Decimal(str(bound)) * times
        for name, bound in found.items()
        if bound is not None
    }


class FactsForm(forms.Form):
    """The facts of one thing; `version` is what the person saw when they began."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    reason = forms.CharField(
        label=gettext_lazy("依据或理由"),
        help_text=gettext_lazy("数据从哪里来：现场核实、文件名称、谁提供"),
        max_length=300,
        required=False,
    )

    def __init__(
        self,
        data: Any = None,
        *,
        subject: type[Subject],
        facts: dict[str, Any],
        version: int,
        focus: str = "",
    ) -> None:
        self.known = editable(subject)
        self.kept = facts
        self.focus = focus
        self.subject = subject
        written = {fact.name: as_written(fact, facts.get(fact.name)) for fact in self.known}
        super().__init__(data, initial=written | {"version": version})
        for fact in self.known:
            field = field_for(fact)
            if fact.name == focus:
                field.widget.attrs["autofocus"] = True
            self.fields[fact.name] = field

    @property
    def changes(self) -> dict[str, str]:
        """Return as texts what the form says otherwise than the register; "" for nothing."""
        said = {f.name: as_kept(f, self.cleaned_data.get(f.name)) for f in self.known}
        return {
            fact.name: as_text(fact, said[fact.name])
            for fact in self.known
            if fact.name in self.data and said[fact.name] != self.kept.get(fact.name)
        }

    def say_now(self, now: dict[str, Any]) -> None:
        """Say at each field that differs what stands in the register now."""
        known = {fact.name: fact for fact in self.known}
        for name in now:
            if name in known and self.kept.get(name) is not None:
                value = shown(known[name], self.kept[name])
                self.fields[name].help_text = _("登记簿现为：%(value)s") % {"value": value}

    @property
    def themes(self) -> list[Theme]:
        """Return the fields by theme; those that are looked at are open."""
        if self.subject is not Estate:
            return [Theme(say(self.subject.title), [self[f.name] for f in self.known], True)]
        return list(self._themes())

    def _themes(self) -> Iterator[Theme]:
        for part, title in THEMES.items():
            names = self._names(part.facts())
            fields = [self[name] for name in names]
            looked_at = self.focus in names or any(field.errors for field in fields)
            yield Theme(str(title), fields, looked_at or (not self.focus and part is Fabric))

    def _names(self, facts: Iterable[Fact]) -> list[str]:
        names = {fact.name for fact in facts}
        return [fact.name for fact in self.known if fact.name in names]
