"""The ways into a plan for an estate left out of it, as numbers."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from jiugai.policy.entries import Works


class How(StrEnum):
    """By what an estate gets in; the order in which ways are offered, the cheapest first."""

    RULE = "rule"  # what a rule or a blank keeps out gets in by nothing else
    EVIDENCE = "evidence"  # costs nothing but the proof
    NEIGHBOUR = "neighbour"  # costs the plan some benefit, and nobody any money
    MONEY = "money"  # costs those who bring it
    SCORE = "score"  # nothing that one can do: how far off the estate is


@dataclass(frozen=True, slots=True)
class MoneyWay:
    """How much of its own cost an estate would pay itself, in cents.

    With `at_most` of its own, `paid` for each class, it starts in `year` with `works` in a plan
    worth no less than today's; None where no such plan was found. Less than `at_least` is proven
    not to be enough; None where no sum is.
    """

    at_most: int | None
    at_least: int | None
    year: int | None = None
    works: tuple[Works, ...] = ()
    paid: tuple[int, ...] = ()

    @property
    def is_proven(self) -> bool:
        """Return whether nothing between the two bounds is open."""
        return self.at_most == self.at_least


@dataclass(frozen=True, slots=True)
class ScoreWay:
    """By how many hundredths of a point the score would rise; read as `MoneyWay` is.

    `highest` is how far it can rise, to 100 points.
    """

    at_most: int | None
    at_least: int | None
    highest: int
    year: int | None = None

    @property
    def is_proven(self) -> bool:
        """Return whether nothing between the two bounds is open."""
        return self.at_most == self.at_least


@dataclass(frozen=True, slots=True)
class Proof:
    """A part of the score that lacks evidence, the facts that would give it, and what they say.

    `value` is the least that the part, 0 to 1, would have to count as.
    """

    part: str
    facts: tuple[str, ...]
    value: float
    says: str


@dataclass(frozen=True, slots=True)
class EvidenceWay:
    """The fewest proofs that raise the score enough; `most` is what all of them could bring.

    None are named where all of them are not enough, or where nobody knows what is enough.
    """

    proofs: tuple[Proof, ...]
    most: int


@dataclass(frozen=True, slots=True)
class NeighbourWay:
    """A neighbour whose works in a year bring an estate in; `lost` in thousandths of benefit."""

    neighbour: str
    name: str
    year: int
    lost: int


@dataclass(frozen=True, slots=True)
class WayIn:
    """Every way into the plan for one estate.

    `rule` says what comes first where a rule or a blank keeps the estate out; nothing else helps
    then. Without `is_solved` time ran out, and the bounds are what the prices alone prove.
    """

    estate: str
    rule: str = ""
    money: MoneyWay | None = None
    score: ScoreWay | None = None
    evidence: EvidenceWay | None = None
    neighbours: tuple[NeighbourWay, ...] = ()
    is_solved: bool = True

    def open(self) -> Iterator[How]:
        """Yield the ways that lead in, the cheapest first."""
        if self.rule:
            yield How.RULE
        if self.evidence is not None and self.evidence.proofs:
            yield How.EVIDENCE
        if self.neighbours:
            yield How.NEIGHBOUR
        if self.money is not None and self.money.at_most is not None:
            yield How.MONEY
        if self.score is not None and self.score.at_most is not None:
            yield How.SCORE

    @property
    def cheapest(self) -> How | None:
        """Return the cheapest way that leads in, None if none is known."""
        return next(self.open(), None)
