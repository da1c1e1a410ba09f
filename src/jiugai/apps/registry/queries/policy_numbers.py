"""A number of the texts over time, beside those of other places that ask the same."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from functools import cache

from django.utils.translation import gettext as _
from markupsafe import Markup

from jiugai.apps.registry.queries.places import name_of
from jiugai.kernel.i18n import _ as say
from jiugai.kernel.i18n import headed, listed
from jiugai.kernel.source import Clause
from jiugai.policy.conditions import Value
from jiugai.policy.rulebook import Document, NumberEntry, rulebook
from jiugai.policy.uses import facts_compared
from jiugai.reporting.steps import Step, Steps, step_chart


@dataclass(frozen=True, slots=True)
class Stretch:
    """A value from its first day to its last; no last day means that it holds still."""

    since: date
    until: date | None
    value: Value
    clause: Clause


@dataclass(frozen=True, slots=True)
class Line:
    """A number of one document with the days on which each value held."""

    entry: NumberEntry
    document: Document
    place: str
    stretches: Sequence[Stretch]

    @property
    def name(self) -> str:
        """Return the place and what the number is."""
        return headed(self.place, say(self.entry.title))


@cache
def number_named(id_: str) -> NumberEntry | None:
    """Return a number of the rulebook, or None."""
    document = rulebook().documents.get(id_.partition(".")[0])
    return document.numbers.get(id_) if document else None


def lines_beside(entry: NumberEntry, readings: Mapping[str, str]) -> list[Line]:
    """Return a number and all that are compared with the same facts in the same unit, it first.

    `readings` say whether texts whose years are over go on.
    """
    return [_line(one, readings) for one in (entry, *_alike(entry))]


@cache
def _alike_by_id(id_: str) -> tuple[NumberEntry, ...]:
    rules = rulebook().rules
    entry = number_named(id_)
    facts = {fact.id for fact in facts_compared(rules, id_)}
    return tuple(
        other
        for document in rulebook().documents.values()
        for other in document.numbers.values()
        if entry is not None and other.id != id_ and other.unit == entry.unit
        if facts & {fact.id for fact in facts_compared(rules, other.id)}
    )


def _alike(entry: NumberEntry) -> tuple[NumberEntry, ...]:
    return _alike_by_id(entry.id)


def _line(entry: NumberEntry, readings: Mapping[str, str]) -> Line:
    document = rulebook().documents[entry.id.partition(".")[0]]
    last = document.span(readings.get(document.reading, "")).until
    return Line(entry, document, name_of(document.place), list(_stretches(entry, last)))


def _stretches(entry: NumberEntry, last: date | None) -> Iterator[Stretch]:
    """Yield the values, each up to the next one or the last day of the document."""
    nexts = [*(version.since - timedelta(days=1) for version in entry.versions[1:]), None]
    for version, before_next in zip(entry.versions, nexts, strict=True):
        until = min((day for day in (before_next, last) if day), default=None)
        if version.value is not None and (until is None or version.since <= until):
            yield Stretch(version.since, until, version.value, version.clause)


def chart_of(lines: Sequence[Line], *, until: date) -> Markup | None:
    """Return the numbers as steps over time; None where they are days or seasons."""
    drawn = [line for line in lines if line.stretches]
    if not drawn or not all(_is_quantity(s.value) for line in drawn for s in line.stretches):
        return None
    steps = [Steps(line.name, [_step(one) for one in line.stretches]) for line in drawn]
    says = listed((headed(one.name, _said(one)) for one in steps), "；")
    return step_chart(say(lines[0].entry.title), says, steps, until=until)


def _is_quantity(value: Value) -> bool:
    return isinstance(value, int | float | Fraction) and not isinstance(value, bool)


def _step(one: Stretch) -> Step:
    text = str(one.value)
    says = f"{one.since} – {one.until or ''} {text} [{one.clause}]"
    return Step(one.since, one.until, float(Fraction(str(one.value))), text, says)


def _said(line: Steps) -> str:
    return listed(
        _("自 {day} 起 {value}").format(day=one.since, value=one.text) for one in line.steps
    )
