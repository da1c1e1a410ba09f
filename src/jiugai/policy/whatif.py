"""A proposed law: the law of a place on a day with something changed, before it is in force."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from difflib import get_close_matches
from typing import TYPE_CHECKING, Final

from jiugai.kernel.errors import RulebookError, UsageError
from jiugai.kernel.i18n import _, listed
from jiugai.kernel.source import Clause
from jiugai.policy.bind import bind
from jiugai.policy.law import Law, law_of, readings_of
from jiugai.policy.proposed_numbers import proposed_value
from jiugai.policy.rule import Topic
from jiugai.policy.rulebook import Version
from jiugai.policy.uses import numbers_named, rules_below, rules_using
from jiugai.policy.vocabulary.estate import Estate

if TYPE_CHECKING:
    from jiugai.policy.conditions import Dated
    from jiugai.policy.rulebook import Document, NumberEntry, Rulebook

_NAMED: Final = 5


@dataclass(frozen=True, slots=True)
class Change:
    """What is proposed: numbers as text by id, readings, texts, another place's law or day."""

    numbers: Mapping[str, str] = field(default_factory=dict)
    readings: Mapping[str, str] = field(default_factory=dict)
    adopt: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    as_place: str = ""
    on_day: date | None = None

    def __bool__(self) -> bool:
        """Return whether anything is proposed at all."""
        asked = (self.numbers, self.readings, self.adopt, self.without, self.as_place)
        return any(asked) or self.on_day is not None


def proposed(law: Law, change: Change) -> Law:
    """Return the law as it would be under a change; `law` itself where nothing is proposed.

    Adopted texts count as in force on the day whatever their own dates; a changed number cites
    a clause that says it is a proposal.
    Raises UsageError if something proposed does not exist, is out of range, has no effect to
    begin with or leaves a rule without what it rests on.
    """
    if not change:
        return law
    base = _moved(law, change)
    documents = _texts(base, change)
    with_numbers = _with_numbers(replace(base, documents=documents), change.numbers)
    book = _book(with_numbers, change)
    found = Law(base.place, base.day, with_numbers.documents, base.readings, book)
    _refuse_gaps(found)
    return found


def notes_on(law: Law, after: Law, change: Change) -> tuple[str, ...]:
    """Return what must be known about a change that does less than somebody may expect."""
    return (
        *_idle_numbers(law, after, change),
        *_idle_readings(after, change),
        *_without_scope(after),
    )


def _moved(law: Law, change: Change) -> Law:
    """Return the law under another place, day or reading, as the rulebook has it."""
    if not (change.as_place or change.on_day or change.readings):
        return law
    usual = readings_of(law.place)
    asked = {id_: option for id_, option in law.readings.items() if usual.get(id_) != option}
    return law_of(
        change.as_place or law.place,
        change.on_day or law.day,
        readings={**asked, **change.readings},
    )


def _texts(law: Law, change: Change) -> tuple[Document, ...]:
    in_force = {document.id: document for document in law.documents}
    for id_ in (*change.adopt, *change.without):
        _known(law.book, id_)
    for id_ in change.without:
        if id_ not in in_force:
            raise UsageError(
                _("{id} 在 {place} 于 {day} 本来就不适用，不能去掉；现行的有 {known}。").format(
                    id=id_, place=law.place, day=law.day, known=listed(in_force)
                )
            )
        del in_force[id_]
    for id_ in change.adopt:
        if id_ in in_force or id_ in change.without:
            raise UsageError(
                _("{id} 已经适用，不必 --adopt；同一文件也不能既采用又去掉。").format(id=id_)
            )
        in_force[id_] = _in_force(law.book.documents[id_], law.day)
    if not in_force:
        raise UsageError(_("去掉之后没有任何文件适用，无从判定；请至少留下一个。"))
    return tuple(sorted(in_force.values(), key=lambda d: (d.place, d.id)))


def _known(book: Rulebook, id_: str) -> None:
    if id_ not in book.documents:
        near = get_close_matches(id_, book.documents, n=3, cutoff=0.3) or sorted(book.documents)
        raise UsageError(
            _("没有文件 {id}；请用 {near} 等，见 jiugai policy list。").format(
                id=id_, near=listed(near)
            )
        )


def _in_force(document: Document, day: date) -> Document:
    """Return a document whose numbers all have a value on a day that it may not reach."""
    numbers = {
        id_: entry if entry.on(day) else _always(entry, _nearest(entry, day))
        for id_, entry in document.numbers.items()
    }
    return replace(document, numbers=numbers)


def _nearest(entry: NumberEntry, day: date) -> Version:
    valued = [version for version in entry.versions if version.value is not None]
    return min(valued, key=lambda version: abs((version.since - day).days))


def _always(entry: NumberEntry, version: Version) -> NumberEntry:
    return replace(entry, versions=(replace(version, since=date.min),))


def _with_numbers(law: Law, numbers: Mapping[str, str]) -> Law:
    documents = {document.id: document for document in law.documents}
    for id_, text in numbers.items():
        entry, now = _entry(law, id_)
        value = proposed_value(entry, text, now.value, rules=law.book.rules)
        if value == now.value:
            continue
        version = Version(date.min, value, _proposal(now.clause))
        document = documents[id_.partition(".")[0]]
        changed = {**document.numbers, id_: _always(entry, version)}
        documents[document.id] = replace(document, numbers=changed)
    return replace(law, documents=tuple(documents.values()))


def _proposal(clause: Clause) -> Clause:
    """Return what a proposed number cites: that it is proposed, and in place of what."""
    return Clause(_("拟议"), str(clause))


def _entry(law: Law, id_: str) -> tuple[NumberEntry, Dated]:
    document = id_.partition(".")[0]
    everywhere = {
        number: entry for d in law.book.documents.values() for number, entry in d.numbers.items()
    }
    if id_ not in everywhere:
        near = get_close_matches(id_, law.numbers, n=3, cutoff=0.3) or list(law.numbers)[:_NAMED]
        raise UsageError(
            _("没有数字 {id}；请用 {near} 等，见 jiugai policy law。").format(
                id=id_, near=listed(near)
            )
        )
    now = law.numbers.get(id_)
    if now is None:
        raise UsageError(
            _(
                "数字 {id} 在 {place} 于 {day} 不适用，改了没有意义；可加 --adopt {document}。"
            ).format(id=id_, place=law.place, day=law.day, document=document)
        )
    return everywhere[id_], now


def _book(law: Law, change: Change) -> Rulebook:
    """Return the rulebook of a proposal, whose digest is never that of the one in force."""
    documents = {**law.book.documents, **{document.id: document for document in law.documents}}
    digest = hashlib.sha256(f"{law.book.digest} {change!r}".encode()).hexdigest()
    return replace(law.book, documents=documents, digest=digest)


def _refuse_gaps(law: Law) -> None:
    """Refuse a law of which a rule rests on another rule or a number that is not there."""
    for rule in law.rules.values():
        lost = sorted(rules_below(rule) - law.rules.keys()) or _unbound(law, rule.id)
        if lost:
            raise UsageError(
                _("这样改后规则 {rule} 无法判断：它所依据的 {lost} 不再适用；请一并改动。").format(
                    rule=rule.id, lost=listed(lost)
                )
            )


def _unbound(law: Law, rule: str) -> list[str]:
    """Return the numbers for want of which a rule cannot be bound."""
    condition = law.rules[rule].when
    try:
        bind(condition, law)
    except RulebookError:
        return sorted(numbers_named(condition) - law.numbers.keys())
    return []


def _idle_numbers(law: Law, after: Law, change: Change) -> Iterator[str]:
    for id_ in change.numbers:
        entry, _now = _entry(after, id_)
        title, using = _(entry.title), rules_using(after.rules, id_)
        before = law.numbers.get(id_)
        if before is not None and before.value == after.numbers[id_].value:
            yield _("数字 {id}（{title}）与现行的相同，没有改变。").format(id=id_, title=title)
        elif not using:
            yield _("现行规则都不用数字 {id}（{title}），改了不影响任何判定。").format(
                id=id_, title=title
            )
        elif not any(rule.subject is Estate for rule in using):
            rules = _listed([rule.id for rule in using])
            yield _(
                "数字 {id}（{title}）只用于 {rules}，它们判定的不是小区，小区的结论不变。"
            ).format(id=id_, title=title, rules=rules)


def _without_scope(after: Law) -> Iterator[str]:
    if not after.rules_on(topics=(Topic.SCOPE,)):
        yield _("改动后没有范围规则，不能判断是否纳入，各小区都记为待查。")


def _listed(ids: Sequence[str]) -> str:
    named = listed(ids[:_NAMED])
    if len(ids) <= _NAMED:
        return named
    return _("{named}等 {count} 条规则").format(named=named, count=len(ids))


def _idle_readings(after: Law, change: Change) -> Iterator[str]:
    in_force = {id_ for document in after.documents for id_ in document.readings}
    for id_ in change.readings:
        if id_ not in in_force:
            yield _("理解 {id} 所属的文件不适用，改了不影响任何判定。").format(id=id_)
