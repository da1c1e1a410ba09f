"""The reserve pool 储备库: who is ready, in what order, and what blocks the others."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from jiugai.apps.plans.asked import USUAL, Asked, weights_in
from jiugai.apps.plans.pooling import Entrants, entrants_of
from jiugai.apps.plans.queries.gates import Dot, dots_of
from jiugai.apps.registry.models import Assessment, Estate
from jiugai.kernel.i18n import _ as say
from jiugai.kernel.i18n import listed, noted
from jiugai.planning.need.both import rank_correlation
from jiugai.planning.need.weights import Weights
from jiugai.planning.pool.candidates import Candidate, LeftOut
from jiugai.planning.pool.entry import evidence_sentence
from jiugai.planning.pool.remarks import figure_remarks

#: Met, an estate comes first into the pool (P14 三(一)④, BJ22 三(六)③).
FIRST: Final = ("p14.priority", "bj22.priority")
#: The pool looks so many years ahead: a gate that is shut keeps an estate out of the first alone.
AHEAD: Final = 5


class State(StrEnum):
    """How an estate stands before the pool."""

    READY = "ready"
    WAITING = "waiting"  # evidence is missing
    SHUT = "shut"  # a gate is not passed: not in the first year
    OUT = "out"  # a rule, a blank or every building keeps it out


STATES: Final[Mapping[State, str | Promise]] = {
    State.READY: _("可以列入"),
    State.WAITING: _("缺依据"),
    State.SHUT: _("前置条件未满足"),
    State.OUT: _("不能列入"),
}


@dataclass(frozen=True, slots=True)
class Bar:
    """A part of a score as a piece of a bar: where it begins and how long it is, in points."""

    title: str
    points: float
    start: float
    known: bool
    number: int


@dataclass(frozen=True, slots=True)
class Ranked:
    """An estate in the order of the pool."""

    rank: int
    pk: int
    key: str
    name: str
    street: str
    households: int
    score: float
    other: float
    other_rank: int
    bars: tuple[Bar, ...]
    state: State
    first: bool
    dots: tuple[Dot, ...]
    blocks: tuple[str, ...]
    stage: str = ""

    @property
    def state_title(self) -> str:
        """Return what people call its state."""
        return str(STATES[self.state])


@dataclass(frozen=True)
class RankedPool:
    """The whole pool in order, with what the order was made by."""

    rows: tuple[Ranked, ...]
    weights: Weights
    agreement: float | None
    counts: Mapping[State, int] = field(default_factory=dict)

    @property
    def streets(self) -> list[str]:
        """Return the sub-districts that have estates in it."""
        return sorted({row.street for row in self.rows if row.street})


@dataclass(frozen=True, slots=True)
class Sought:
    """What somebody looks for in the pool; empty means anything."""

    words: str = ""
    street: str = ""
    state: str = ""
    stage: str = ""
    first: bool = False

    def fits(self, row: Ranked) -> bool:
        """Return whether an estate is looked for."""
        return (
            all(word in row.name or word == row.key for word in self.words.split())
            and self.street in ("", row.street)
            and self.state in ("", row.state.value)
            and self.stage in ("", row.stage)
            and (row.first or not self.first)
        )


def ranked_pool(division: str, day: date, asked: Asked = USUAL) -> RankedPool:
    """Return everybody who may come into a plan, in order: whoever comes first, then by need.

    Raises InputError or Refusal where the register contradicts itself.
    """
    years = tuple(range(day.year, day.year + AHEAD))
    entrants = entrants_of(division, day, years, {**asked, "reserve": False}, ranking=True)
    numbers = list(entrants.register.keys.values())
    stages = dict(Estate.objects.filter(pk__in=numbers).values_list("pk", "stage"))
    first = set(
        Assessment.objects.filter(estate__in=numbers, met__overlap=list(FIRST)).values_list(
            "estate_id", flat=True
        )
    )
    rows = [_row(one, entrants, first) for one in _everybody(entrants)]
    by_other = sorted(rows, key=lambda row: (-row.other, row.key))
    others = {row.key: rank for rank, row in enumerate(by_other, start=1)}
    ordered = sorted(rows, key=lambda row: (not row.first, -row.score, row.key))
    ranked = tuple(
        _at(row, rank, others[row.key], stages.get(row.pk, ""))
        for rank, row in enumerate(ordered, start=1)
    )
    needs = [one.estate.needs for one in _everybody(entrants) if one.estate.needs]
    counts = {state: sum(row.state is state for row in ranked) for state in State}
    return RankedPool(ranked, weights_in(asked), rank_correlation(needs), counts)


@dataclass(frozen=True, slots=True)
class _In:
    """A candidate, to be looked at beside those who are left out."""

    estate: Candidate


def _everybody(entrants: Entrants) -> Sequence[LeftOut | _In]:
    return [*map(_In, entrants.pool.candidates), *entrants.pool.left_out]


def _row(one: LeftOut | _In, entrants: Entrants, first: set[int]) -> Ranked:
    estate = one.estate
    pk = entrants.register.keys[estate.id]
    scoring_other = estate.needs.topsis if estate.needs else estate.score
    return Ranked(
        rank=0,
        pk=pk,
        key=estate.id,
        name=estate.name,
        street=estate.street_name,
        households=estate.households,
        score=estate.score.points,
        other=scoring_other.points,
        other_rank=0,
        bars=_bars(estate),
        state=_state(one),
        first=pk in first,
        dots=dots_of(estate, entrants.law),
        blocks=_blocks(one),
    )


def _at(row: Ranked, rank: int, other_rank: int, stage: str) -> Ranked:
    return replace(row, rank=rank, other_rank=other_rank, stage=stage)


def _state(one: LeftOut | _In) -> State:
    if isinstance(one, LeftOut):
        return State.OUT
    if one.estate.shut:
        return State.SHUT
    return State.WAITING if one.estate.waiting or one.estate.unproven else State.READY


def _blocks(one: LeftOut | _In) -> tuple[str, ...]:
    """Return what keeps an estate from being listed, each with its clause."""
    if isinstance(one, LeftOut):
        must = gettext("台账标为必做，但{reason}；请取消必做或先改正。")
        return (must.format(reason=one.reason) if one.estate.mandatory else one.reason,)
    estate = one.estate
    shut = [
        gettext("未满足 {gate}").format(gate=noted(gate.title, gate.clauses))
        for gate in estate.shut
    ]
    waiting = [
        gettext("“{gate}”缺 {missing}").format(
            gate=noted(gate.title, gate.clauses), missing=gate.missing_headings
        )
        for gate in estate.waiting
    ]
    unproven = [evidence_sentence(estate.unproven)] if estate.unproven else []
    return (*shut, *unproven, *waiting, *figure_remarks(estate))


def _bars(estate: Candidate) -> tuple[Bar, ...]:
    titles = {part.id: say(part.title) for part in weights_in(USUAL).parts}
    found, start = [], 0.0
    for number, part in enumerate(estate.score.parts):
        found.append(Bar(titles.get(part.id, part.id), part.points, start, part.known, number))
        start += part.points
    return tuple(found)


def weights_shown(weights: Weights) -> list[tuple[str, str, float]]:
    """Return each part of the score with its reason and its share of the whole."""
    return [
        (say(part.title), say(part.reason), float(part.weight / weights.total))
        for part in weights.parts
        if part.weight
    ]


def blocks_said(row: Ranked) -> str:
    """Return everything that blocks an estate in one cell."""
    return listed(row.blocks, "；")
