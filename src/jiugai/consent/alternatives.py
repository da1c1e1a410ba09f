"""What every other reading of the law would have given."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from jiugai.consent.counter import Counter
from jiugai.consent.counting import Count
from jiugai.consent.electorate import COUNTING, how_to_count
from jiugai.consent.facts import vote_facts
from jiugai.consent.question import Question
from jiugai.consent.result import Alternative
from jiugai.consent.thresholds import Matter, carried
from jiugai.kernel.i18n import _
from jiugai.kernel.verdict import Verdict
from jiugai.policy.conditions import AllOf, Condition, Interpreted
from jiugai.policy.law import Law, law_of

Counts = list[list[Count]]  # by item and body
Found = list[list[tuple[Alternative, ...]]]

_TRANSITION = "cc.transition"
_UNRETURNED = "cc.unreturned"


def alternatives(
    put: Mapping[str, Matter], base: Counts, law: Law, question: Question, counter: Counter
) -> Found:
    """Return for each item and body the outcome under every other option of every reading."""
    how = how_to_count(law.readings)
    bearing = counter.bearing(how)
    on = {matter: readings_on(matter, law) for matter in put.values()}
    was = [
        [_carried(count, matter, law, question) for count in bodies]
        for matter, bodies in zip(put.values(), base, strict=True)
    ]
    found: list[list[list[Alternative]]] = [[[] for _body in bodies] for bodies in base]
    for reading, option in _others(on, law):
        counted = base
        bears = bearing.get(reading, True)
        if bears and reading in COUNTING:
            other = replace(how, **{reading.removeprefix("cc."): option})
            counted = counter.counts(counter.electorate(other))
        judge = _judge(law, question, counter, reading, option)
        for item, matter in enumerate(put.values()):
            if reading in {*on[matter], *COUNTING, _TRANSITION, _UNRETURNED}:
                for body, before in enumerate(was[item]):
                    now = judge and (judge(counted[item][body], matter) if bears else before)
                    told = _told(law, reading, option, before, now, bears)
                    found[item][body].append(told)
    return [[tuple(one) for one in bodies] for bodies in found]


def _others(on: Mapping[Matter, tuple[str, ...]], law: Law) -> Iterator[tuple[str, str]]:
    """Return every reading that this vote may depend on, with each option not taken."""
    asked = [id_ for ids in on.values() for id_ in ids]
    across = [_TRANSITION] if any(d.id == "cc" for d in law.documents) else []
    for reading in dict.fromkeys([*asked, _UNRETURNED, *COUNTING, *across]):
        for option in law.book.readings[reading].options:
            if option != law.readings[reading]:
                yield reading, option


def readings_on(matter: Matter, law: Law) -> tuple[str, ...]:
    """Return the readings that the rules on a matter rest on, as the law takes them."""
    rules = [f"{document.id}.vote.{matter}" for document in law.documents]
    found = [id_ for rule in rules if rule in law.bound for id_ in _open(law.bound[rule])]
    return tuple(dict.fromkeys(found))


def _open(condition: Condition) -> Iterator[str]:
    match condition:
        case Interpreted(reading=reading, options=options, taken=taken):
            yield reading
            yield from _open(options[taken])
        case AllOf(parts=parts):
            for part in parts:
                yield from _open(part)
        case _:
            return


def _judge(
    law: Law, question: Question, counter: Counter, reading: str, option: str
) -> Callable[[Count, Matter], bool] | None:
    """Return how a count is judged under another reading; None if nobody can tell."""
    unreturned = law.readings[_UNRETURNED]
    asked: Law | None = law
    if reading == _TRANSITION:
        asked = question.other_law
    elif reading == _UNRETURNED:
        unreturned = option
        asked = law if option == "absent" or counter.roll.knows_served else None
    elif reading not in COUNTING:  # only what the rules themselves read needs another law
        asked = law_of(law.place, law.day, readings={**law.readings, reading: option})
    if asked is None:
        return None
    return lambda count, matter: _carried(count, matter, asked, question, unreturned)


def _carried(
    count: Count, matter: Matter, law: Law, question: Question, unreturned: str = ""
) -> bool:
    unreturned = unreturned or law.readings[_UNRETURNED]
    vote = vote_facts(count, body=question.body, unreturned=unreturned)
    return carried(vote.facts, matter, law).verdict is Verdict.MET


def _told(
    law: Law, reading: str, option: str, was: bool, now: bool | None, bears: bool
) -> Alternative:
    said = law.book.readings[reading]
    why = ""
    if now is None:
        missing = {
            _TRANSITION: _("没有给出开始表决的日期（--started）"),
            _UNRETURNED: _("名册没有“表决票送达”一列"),
        }
        why = missing[reading]
    return Alternative(
        reading=reading,
        clause=said.clause,
        question=said.question,
        taken=law.readings[reading],
        option=option,
        carried=now,
        differs=None if now is None else now != was,
        bears=bears,
        why=why,
    )
