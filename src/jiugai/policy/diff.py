"""What differs between two laws, in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from jiugai.kernel.i18n import _, noted
from jiugai.kernel.money import Cents, wan

if TYPE_CHECKING:
    from jiugai.policy.conditions import Dated
    from jiugai.policy.law import Law
    from jiugai.policy.rulebook import Document, NumberEntry


def differences(before: Law, after: Law) -> Iterator[str]:
    """Return one sentence for each thing that is in one law and not, or not so, in the other."""
    yield from _documents(before, after)
    yield from _numbers(before, after)
    yield from _readings(before, after)
    yield from _rules(before, after)


def _split(before: Mapping[str, Any], after: Mapping[str, Any]) -> tuple[list[str], list[str]]:
    gone = [id_ for id_ in before if id_ not in after]
    new = [id_ for id_ in after if id_ not in before]
    return gone, new


def _documents(before: Law, after: Law) -> Iterator[str]:
    old = {document.id: document for document in before.documents}
    new = {document.id: document for document in after.documents}
    gone, came = _split(old, new)
    yield from (_("不再适用：{title}").format(title=_named(old[id_])) for id_ in gone)
    yield from (_("开始适用：{title}").format(title=_named(new[id_])) for id_ in came)


def _named(document: Document) -> str:
    title = _(document.title)
    return noted(title, document.official_number) if document.official_number else title


def _numbers(before: Law, after: Law) -> Iterator[str]:
    for id_ in sorted(before.numbers.keys() & after.numbers.keys()):
        old, new = before.numbers[id_], after.numbers[id_]
        if old.value != new.value:
            yield _("{title}由 {old} 改为 {new}（{clause}）").format(
                title=_(_entry(after, new).title),
                old=_amount(after, old),
                new=_amount(after, new),
                clause=new.clause,
            )


def _entry(law: Law, number: Dated) -> NumberEntry:
    return law.book.documents[number.id.partition(".")[0]].numbers[number.id]


def _amount(law: Law, number: Dated) -> object:
    """Return a value as people write it: money in 万元, anything else as it is."""
    if _entry(law, number).unit == "分" and isinstance(number.value, int):
        return _("{wan} 万元").format(wan=wan(Cents(number.value)))
    return number.value


def _readings(before: Law, after: Law) -> Iterator[str]:
    for id_ in sorted(_readings_in_force(before) & _readings_in_force(after)):
        if before.readings[id_] != after.readings[id_]:
            reading = after.book.readings[id_]
            yield _("对“{question}”的理解由“{old}”改为“{new}”").format(
                question=_(reading.question),
                old=_(reading.options[before.readings[id_]]),
                new=_(reading.options[after.readings[id_]]),
            )


def _readings_in_force(law: Law) -> set[str]:
    return {id_ for document in law.documents for id_ in document.readings}


def _rules(before: Law, after: Law) -> Iterator[str]:
    gone, came = _split(before.rules, after.rules)
    yield from _listed(_("不再有规则：{rule} {title}"), before, gone)
    yield from _listed(_("新增规则：{rule} {title}"), after, came)


def _listed(sentence: str, law: Law, ids: Iterable[str]) -> Iterator[str]:
    for id_ in ids:
        yield sentence.format(rule=id_, title=_(law.rules[id_].title))
