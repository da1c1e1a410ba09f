"""The missing evidence that could raise a score enough."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from jiugai.planning.answers.ways.says import least_said
from jiugai.planning.answers.ways.way import EvidenceWay, Proof, ScoreWay
from jiugai.planning.need.open_parts import OpenPart
from jiugai.planning.need.reading import greatest
from jiugai.planning.need.scores import Part, Score
from jiugai.planning.need.topsis import score_of
from jiugai.planning.need.weights import PartWeight, Scoring, Weights
from jiugai.planning.pool.candidates import Candidate

#: Halvings by which the least value of a part is found.
_HALVINGS: Final = 30

#: The least and the greatest that each part counts as in the register.
Spans = Mapping[str, tuple[float, float]]


@dataclass(frozen=True, slots=True, eq=False)
class Register:
    """What evidence is read against: the weights, the first year, and what parts count as."""

    weights: Weights
    year: int
    spans: Spans


def register_of(everybody: Sequence[Candidate], weights: Weights, *, year: int) -> Register:
    """Return the register of everybody who was scored."""
    values: dict[str, list[float]] = {}
    for needs in [one.needs for one in everybody if one.needs is not None]:
        for part in needs.weighted.parts:
            values.setdefault(part.id, []).append(part.value)
    spans = {id_: (min(found), max(found)) for id_, found in values.items()}
    return Register(weights, year, spans)


def evidence_way(one: Candidate, score: ScoreWay, register: Register) -> EvidenceWay | None:
    """Return the fewest proofs that raise the score enough, None if nothing lacks evidence."""
    if not one.open_parts:
        return None
    most = _hundredths(one, register, {p.part: _top(p, register) for p in one.open_parts})
    most -= one.score.hundredths
    if score.at_most is None or most < score.at_most:
        return EvidenceWay((), most)
    wanted = one.score.hundredths + score.at_most
    for count in range(1, len(one.open_parts) + 1):
        options = [_shared(one, parts, wanted, register) for parts in _sets(one, count)]
        found = [option for option in options if option is not None]
        if found:
            _part, values = min(found, key=lambda option: option[0])
            return EvidenceWay(tuple(_proofs(one, values, register)), most)
    return EvidenceWay((), most)


def _sets(one: Candidate, count: int) -> list[Sequence[OpenPart]]:
    """Return each part alone, or so many that could bring most."""
    if count == 1:
        return [(part,) for part in one.open_parts]
    return [sorted(one.open_parts, key=lambda part: -part.gain)[:count]]


def _shared(
    one: Candidate, parts: Sequence[OpenPart], wanted: int, register: Register
) -> tuple[float, dict[str, float]] | None:
    """Return how far, in proportion, parts must rise to be enough, and to what; None if none is.

    0 is what they count as now, 1 the greatest.
    """

    def risen(far: float) -> dict[str, float]:
        return {p.part: p.value + far * (_top(p, register) - p.value) for p in parts}

    low, high = 0.0, 1.0
    if _hundredths(one, register, risen(high)) < wanted:
        return None
    for _halving in range(_HALVINGS):
        middle = (low + high) / 2
        if _hundredths(one, register, risen(middle)) >= wanted:
            high = middle
        else:
            low = middle
    return high, risen(high)


def _hundredths(one: Candidate, register: Register, values: Mapping[str, float]) -> int:
    """Return the score with some parts counting as something else, everything else as it is."""
    match register.weights.scoring:
        case Scoring.WEIGHTED:
            return _weighted(one.score, values)
        case Scoring.TOPSIS:
            return score_of(
                [part.weight for part in one.score.parts],
                [values.get(part.id, part.value) for part in one.score.parts],
            )


def _weighted(score: Score, values: Mapping[str, float]) -> int:
    return round(100 * sum(_points(part, values) for part in score.parts))


def _points(part: Part, values: Mapping[str, float]) -> float:
    return 100 * part.weight * values[part.id] if part.id in values else part.points


def _top(part: OpenPart, register: Register) -> float:
    match register.weights.scoring:
        case Scoring.WEIGHTED:
            return greatest(_by_id(register, part.part))
        case Scoring.TOPSIS:
            return 1.0


def _by_id(register: Register, id_: str) -> PartWeight:
    return next(part for part in register.weights.parts if part.id == id_)


def _proofs(one: Candidate, values: Mapping[str, float], register: Register) -> list[Proof]:
    facts = {part.part: part.facts for part in one.open_parts}
    found = []
    for id_, value in values.items():
        part = _by_id(register, id_)
        counted = _unspanned(value, register.spans[id_]) if _is_spanned(register) else value
        found.append(Proof(id_, facts[id_], value, least_said(part, counted, register.year)))
    return found


def _is_spanned(register: Register) -> bool:
    """Return whether parts count by where they lie between the least and the greatest of all."""
    return register.weights.scoring is Scoring.TOPSIS


def _unspanned(value: float, span: tuple[float, float]) -> float:
    least, most = span
    return least + value * (most - least)
