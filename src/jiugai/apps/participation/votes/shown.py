"""A vote in words: what the law asks, how it stands, why it was carried or not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from django.utils.translation import gettext as _

from jiugai.apps.participation.models import Vote
from jiugai.apps.participation.votes.counting import Side, law_on
from jiugai.consent.counting import Count
from jiugai.consent.marks import Choice
from jiugai.consent.said import ASKS, OPINIONS, metres, requirement_told, still_told
from jiugai.consent.shares import Requirement
from jiugai.consent.thresholds import Matter, StillNeeded, deciding_rule, ratios
from jiugai.kernel.i18n import _ as say
from jiugai.policy.arithmetic import fraction
from jiugai.policy.conditions import Dated, Op
from jiugai.policy.vocabulary import Vote as VoteFacts

#: What is shown of a count, in this order.
SHOWN = (Choice.AGREE, Choice.OPPOSE, Choice.ABSTAIN, Choice.SPLIT, Choice.NONE)


@dataclass(frozen=True, slots=True)
class Bar:
    """How area or heads divide, as exact texts and as lengths for a picture."""

    name: str
    parts: tuple[tuple[str, str, str, float], ...]  # key, name, amount, per cent
    total: str
    taking_part: str


@dataclass(frozen=True, slots=True)
class Line:
    """One requirement in words, and whether it is met."""

    text: str
    met: bool
    clause: str
    share: float
    threshold: float


@dataclass(frozen=True, slots=True)
class Shown:
    """One body as a page shows it."""

    body: str
    carried: bool
    bars: tuple[Bar, ...]
    lines: tuple[Line, ...]
    needed: str


def asked_of(vote: Vote) -> tuple[str, str, list[tuple[str, str]]]:
    """Return the title and clause of the deciding rule, and each threshold with its clause."""
    law, matter = law_on(vote), Matter(vote.matter)
    rule = law.rules[deciding_rule(matter, law)]
    asked = [
        (
            _("{part}占{whole}，须{op} {threshold}").format(
                part=say(one.part.heading),
                whole=say(one.whole.heading),
                op=say(ASKS[one.op]),
                threshold=fraction(one.other),
            ),
            str(one.other.clause if isinstance(one.other, Dated) else rule.clause),
        )
        for one in ratios(matter, law)
    ]
    return say(rule.title), str(rule.clause), asked


def shown(side: Side) -> Shown:
    """Return how a body stands now."""
    return Shown(
        body=say(side.body),
        carried=side.carried,
        bars=bars_of(side.count),
        lines=tuple(_line(one, side.vote.per) for one in side.requirements),
        needed=still_told(side.carried, side.needed, side.vote.per),
    )


def bars_of(count: Count) -> tuple[Bar, ...]:
    """Return how area and heads divide."""
    return (
        _bar(_("面积（㎡）"), count.area, metres),
        _bar(_("人数"), [Fraction(n) for n in count.heads], lambda n: f"{int(n):,}"),
    )


def _bar(name: str, numbers: Sequence[Fraction], words: Any) -> Bar:
    total = sum(numbers, Fraction(0))
    parts = tuple(
        (
            choice.name.lower(),
            say(OPINIONS[choice]),
            words(numbers[choice]),
            float(numbers[choice] * 100 / total) if total else 0.0,
        )
        for choice in SHOWN
        if numbers[choice]
    )
    away = numbers[Choice.NONE] + numbers[Choice.SILENT]
    return Bar(name, parts, words(total), words(total - away))


def _line(one: Requirement, per: int) -> Line:
    return Line(
        text=requirement_told(one, per),
        met=one.met,
        clause=str(one.clause or ""),
        share=float(one.share or 0) * 100,
        threshold=float(one.threshold) * 100,
    )


def kept(content: Mapping[str, Any]) -> list[Shown]:
    """Return a result as it was kept, in the words of today's reader."""
    return [_kept(one) for one in content["outcomes"]]


def _kept(one: Mapping[str, Any]) -> Shown:
    per = int(one["area_unit"].removeprefix("1/").partition(" ")[0])
    asked = [_requirement(each) for each in one["requirements"]]
    area, heads = (_choices(one[name]) for name in ("area_m2", "heads"))
    needed = one["still_needed"]
    dm2 = None if needed["area_m2"] is None else Fraction(needed["area_m2"]) * 100
    least = StillNeeded(None if dm2 is None else int(dm2 * per), needed["heads"])
    return Shown(
        body=say(one["body"]),
        carried=one["carried"],
        bars=bars_of(Count(tuple(a * 100 for a in area), tuple(int(n) for n in heads))),
        lines=tuple(_line(each, per) for each in asked),
        needed=still_told(one["carried"], least, per),
    )


def _choices(numbers: Mapping[str, Any]) -> list[Fraction]:
    return [Fraction(str(numbers[choice.name.lower()])) for choice in Choice]


def _requirement(one: Mapping[str, Any]) -> Requirement:
    op, threshold = one["asks"].split()
    return Requirement(
        part=VoteFacts.fact(one["part"]),
        whole=VoteFacts.fact(one["whole"]),
        op=Op(op),
        threshold=Fraction(threshold),
        clause=one["clause"],
        count=one["count"],
        base=one["base"],
    )
