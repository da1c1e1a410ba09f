"""The law of a place on a day: documents in force, numbers with their value, bound rules."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from jiugai.kernel.division import ancestors, division
from jiugai.kernel.errors import UsageError
from jiugai.kernel.i18n import _, listed
from jiugai.policy.bind import bind
from jiugai.policy.case import Finding, Judge, compile_rule
from jiugai.policy.conditions import Condition, Dated
from jiugai.policy.funding import Payer, Source, payers_in
from jiugai.policy.rule import Rule, Topic
from jiugai.policy.rulebook import Document, Rulebook, rulebook
from jiugai.policy.vocabulary.estate import Estate
from jiugai.policy.vocabulary.fact import Subject


@dataclass(frozen=True)
class Law:
    """What binds `place` on `day`; `readings` says how each open place in it is read."""

    place: str
    day: date
    documents: tuple[Document, ...]
    readings: Mapping[str, str]
    book: Rulebook

    @cached_property
    def numbers(self) -> dict[str, Dated]:
        """Return every number in force with its value on the day."""
        found = {}
        for document in self.documents:
            for entry in document.numbers.values():
                version = entry.on(self.day)
                if version is not None and version.value is not None:
                    found[entry.id] = Dated(entry.id, version.value, version.clause)
        return found

    @cached_property
    def rules(self) -> dict[str, Rule]:
        """Return every rule in force by id."""
        return {rule.id: rule for document in self.documents for rule in document.rules}

    @cached_property
    def bound(self) -> dict[str, Condition]:
        """Return the condition of every rule with numbers, day and readings filled in."""
        return {id_: bind(rule.when, self) for id_, rule in self.rules.items()}

    @cached_property
    def payers(self) -> dict[Source, Payer]:
        """Return which works each source pays for by the texts in force.

        A source of which no text speaks is absent: it may pay for everything.
        """
        return payers_in(one for document in self.documents for one in document.funding)

    @cached_property
    def _judges(self) -> dict[str, Judge]:
        judges: dict[str, Judge] = {}
        for rule in self.rules.values():
            compile_rule(rule, self.bound, judges)
        return judges

    def rules_on(
        self, subject: type[Subject] = Estate, topics: Iterable[Topic] = ()
    ) -> tuple[Rule, ...]:
        """Return the rules that speak of a subject, in the order of their documents."""
        wanted = set(topics) or set(Topic)
        return tuple(r for r in self.rules.values() if r.subject is subject and r.topic in wanted)

    def judge(self, rule: str, facts: Mapping[str, object]) -> Finding:
        """Return the verdict of one rule on one subject, with its whole trace.

        `facts` maps names to values; children stand under their subject's name (`building`:
        a list of mappings). A missing fact is absent or None.
        Raises UsageError if no document in force has the rule.
        """
        judge = self._judges.get(rule)
        if judge is None:
            raise UsageError(
                _("{place} 在 {day} 没有规则 {rule}；用 jiugai policy list 查看现行规则。").format(
                    place=self.place, day=self.day, rule=rule
                )
            )
        return judge(facts)

    def judge_all(
        self, facts: Mapping[str, object], *, subject: type[Subject] = Estate
    ) -> dict[str, Finding]:
        """Return the verdict of every rule in force on one subject."""
        return {rule.id: self._judges[rule.id](facts) for rule in self.rules_on(subject)}


def law_of(place: str, day: date, *, readings: Mapping[str, str] | None = None) -> Law:
    """Return the law of a division on a day.

    Documents of the division and of every division above it bind, and those it adopts.
    Readings come from the rulebook, then from each division downwards, then from `readings`.
    Raises UsageError for an unknown division, reading or option, or a day before any document.
    """
    book = rulebook()
    place = division(place).code
    taken = _readings(book, place, readings or {})
    documents = tuple(
        document
        for document in sorted(book.documents.values(), key=lambda d: (d.place, d.id))
        if _binds(book, document, place, day, taken)
    )
    if not documents:
        raise UsageError(
            _(
                "{place} 在 {day} 没有任何现行文件；请换一个日期，最早的文件自 {first} 起施行。"
            ).format(place=place, day=day, first=min(_starts(book, place)))
        )
    return Law(place, day, documents, taken, book)


def readings_of(place: str) -> dict[str, str]:
    """Return how a place reads every open clause unless it is told otherwise."""
    return _readings(rulebook(), division(place).code, {})


def _readings(book: Rulebook, place: str, asked: Mapping[str, str]) -> dict[str, str]:
    taken = {id_: reading.taken for id_, reading in book.readings.items()}
    chosen = [book.places[code].readings for code in _line(place) if code in book.places]
    for readings in (*chosen, asked):
        for id_, option in readings.items():
            if id_ not in taken or option not in book.readings[id_].options:
                options = listed(book.readings[id_].options) if id_ in taken else "–"
                raise UsageError(
                    _("没有解释选项 {id}={option}；可选：{options}。").format(
                        id=id_, option=option, options=options
                    )
                )
            taken[id_] = option
    return taken


def _line(place: str) -> tuple[str, ...]:
    """Return the codes from the country down to the place itself."""
    return (*ancestors(place), place)


def _binds(
    book: Rulebook, document: Document, place: str, day: date, taken: Mapping[str, str]
) -> bool:
    span = document.span(taken.get(document.reading, ""))
    if day not in span:
        return False
    if document.place in _line(place):
        return True
    adopted = (book.places[c].adopts.get(document.id) for c in _line(place) if c in book.places)
    return any(since is not None and since <= day for since in adopted)


def _starts(book: Rulebook, place: str) -> list[date]:
    return [
        span.since
        for document in book.documents.values()
        if document.place in _line(place)
        for span in document.spans.values()
    ]
