"""A situation made up to try a rule on: a day, a place, readings and the facts that it reads."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any, Final
from unicodedata import normalize

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jiugai.apps.registry.forms.facts import as_kept, as_written, field_for
from jiugai.apps.registry.queries.places import name_of
from jiugai.apps.registry.queries.rules import facts_of_rule
from jiugai.kernel.i18n import _ as say
from jiugai.policy.entries import Reading
from jiugai.policy.rule import Rule
from jiugai.policy.rulebook import rulebook
from jiugai.policy.uses import readings_named
from jiugai.policy.vocabulary import SUBJECTS
from jiugai.policy.vocabulary.fact import Fact, Kind

#: So many things below can be described at once, like the buildings of an estate.
MOST: Final = 12
#: Kinds whose fields give what rules read: days are days, shares are shares of 1.
_AS_SAID: Final = frozenset({Kind.DAY, Kind.SHARE})
#: Shares that are no round per cent are written as fractions, at most this fine.
_FINEST: Final = 10**6


@dataclass(frozen=True, slots=True)
class Below:
    """The things of one kind that belong to the subject: their name and a row of fields each."""

    title: str
    rows: list[list[BoundField]]


class SituationForm(forms.Form):
    """Everything that a verdict of one rule can rest on; a blank field is a fact not known."""

    day = forms.DateField(
        label=gettext_lazy("按哪一日的规定"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    place = forms.ChoiceField(label=gettext_lazy("按哪里的规定"))

    def __init__(self, data: Mapping[str, Any], *, rule: Rule, places: Iterable[str]) -> None:
        super().__init__(data)
        own = rule.subject.__name__.lower()
        self._facts = facts_of_rule(rule)
        self._own = [fact for fact in self._facts if fact.subject == own]
        choices = [(code, name_of(code)) for code in dict.fromkeys(places)]
        self.fields["place"].choices = choices  # type: ignore[attr-defined]
        self._readings = readings_of_rule(rule)
        for reading in self._readings:
            self.fields[f"r-{reading.id}"] = _reading_field(reading)
        for name, fact in self._named():
            self.fields[name] = _fact_field(fact)

    @property
    def readings(self) -> list[BoundField]:
        """Return the fields of the readings that the rule turns on."""
        return [self[f"r-{reading.id}"] for reading in self._readings]

    @property
    def taken_any(self) -> bool:
        """Return whether a reading is asked for that is not the usual one."""
        return any(self.data.get(f"r-{reading.id}") for reading in self._readings)

    @property
    def own(self) -> list[BoundField]:
        """Return the fields of the subject itself."""
        return [self[f"f-{fact.name}"] for fact in self._own]

    @property
    def below(self) -> list[Below]:
        """Return the fields of what belongs to the subject, with one blank row at the end."""
        return [
            Below(title, [[self[_name(kind, at, one)] for one in facts] for at in range(rows)])
            for kind, title, facts, rows in self._kinds()
        ]

    def facts(self) -> dict[str, Any]:
        """Return the facts that a valid form describes, as rules read them."""
        said = self.cleaned_data
        found = _given(self._own, {fact.name: said[f"f-{fact.name}"] for fact in self._own})
        for kind, _title, facts, rows in self._kinds():
            each = [
                _given(facts, {one.name: said[_name(kind, at, one)] for one in facts})
                for at in range(rows)
            ]
            found[kind] = [one for one in each if one]
        return {name: value for name, value in found.items() if value not in (None, [])}

    def taken(self) -> dict[str, str]:
        """Return the readings that a valid form asks for, where they are not the usual ones."""
        said = {one.id: self.cleaned_data[f"r-{one.id}"] for one in self._readings}
        return {id_: option for id_, option in said.items() if option}

    def _kinds(self) -> Iterator[tuple[str, str, list[Fact], int]]:
        for subject in SUBJECTS:
            kind = subject.__name__.lower()
            facts = [one for one in self._facts if one.subject == kind and one not in self._own]
            if facts:
                yield kind, say(subject.title), facts, _rows(self.data, kind)

    def _named(self) -> Iterator[tuple[str, Fact]]:
        yield from ((f"f-{fact.name}", fact) for fact in self._own)
        for kind, _title, facts, rows in self._kinds():
            yield from ((_name(kind, at, one), one) for at in range(rows) for one in facts)


class ShareField(forms.Field):
    """A share as people and texts write it: 66.7, 66.7% or 2/3; kept exactly as it was meant."""

    def to_python(self, value: Any) -> Any:
        """Return a share of 1, or "" for nothing; raises ValidationError if it is none."""
        text = normalize("NFKC", str(value or "")).replace(" ", "")
        if not text:
            return ""
        bare = text.removesuffix("%")
        try:
            share = Fraction(bare) if "/" in bare else Fraction(bare) / 100
        except (ValueError, ZeroDivisionError):
            share = Fraction(-1)
        if not 0 <= share <= 1:
            raise forms.ValidationError(_("请写 0 到 100 之间的百分数，或者 2/3 这样的分数。"))
        return float(share)


def readings_of_rule(rule: Rule) -> list[Reading]:
    """Return the open places of the texts that a rule turns on, each once.

    The first is whether the texts of the rule and of those below it have run out.
    """
    book = rulebook()
    return [book.readings[id_] for id_ in readings_named(rule, book)]


def as_said(
    facts: Mapping[str, Any], *, rule: Rule, day: date, place: str, readings: Mapping[str, str]
) -> dict[str, Any]:
    """Return a situation as a form of it would send it."""
    said: dict[str, Any] = {"day": day, "place": place}
    said |= {f"r-{id_}": option for id_, option in readings.items()}
    known = {fact.id: fact for fact in facts_of_rule(rule)}
    own = rule.subject.__name__.lower()
    for name, value in facts.items():
        if isinstance(value, list):
            for at, child in enumerate(value):
                said |= _said(known, name, child, f"c-{name}-{at}-")
        else:
            said |= _said(known, own, {name: value}, "f-")
    return said


def _said(
    known: Mapping[str, Fact], subject: str, facts: Mapping[str, Any], prefix: str
) -> dict[str, Any]:
    return {
        f"{prefix}{name}": _written(known[f"{subject}.{name}"], value)
        for name, value in facts.items()
        if f"{subject}.{name}" in known and value is not None
    }


def _written(fact: Fact, value: Any) -> Any:
    if fact.kind is not Kind.SHARE:
        return as_written(fact, value)
    share = Fraction(str(value)).limit_denominator(_FINEST)
    percent = share * 100
    return f"{float(percent):g}" if percent * 100 == int(percent * 100) else str(share)


def _given(facts: Iterable[Fact], said: Mapping[str, Any]) -> dict[str, Any]:
    """Return what is known as rules read it."""
    found = {
        one.name: said[one.name] if one.kind in _AS_SAID else as_kept(one, said[one.name])
        for one in facts
    }
    return {name: value for name, value in found.items() if value not in (None, "")}


def _name(kind: str, at: int, fact: Fact) -> str:
    return f"c-{kind}-{at}-{fact.name}"


def _rows(data: Mapping[str, Any], kind: str) -> int:
    """Return how many rows a kind has: those that are sent and filled in, and a blank one."""
    begins = f"c-{kind}-"
    filled = (
        int(at)
        for name in data
        if name.startswith(begins) and data.get(name) not in (None, "")
        for at in [name.removeprefix(begins).partition("-")[0]]
        if at.isdecimal()
    )
    return min(MOST, max(filled, default=-1) + 2)


def _fact_field(fact: Fact) -> forms.Field:
    if fact.kind is not Kind.SHARE:
        return field_for(fact)
    return ShareField(
        label=f"{say(fact.heading)}（{say(fact.unit)}）",
        help_text=say(fact.meaning),
        required=False,
    )


def _reading_field(reading: Reading) -> forms.ChoiceField:
    options = ((name, say(says)) for name, says in reading.options.items())
    return forms.ChoiceField(
        label=say(reading.question),
        choices=[("", _("按当地现行的理解")), *options],
        required=False,
    )
