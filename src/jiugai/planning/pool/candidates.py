"""Who may enter a plan: estates that no rule puts out, with score, costs and feasible years."""

from dataclasses import dataclass
from enum import StrEnum

from jiugai.planning.need.scores import Score
from jiugai.planning.pool.standing import Standing


class Why(StrEnum):
    """Why an estate is not in the plan."""

    SCOPE = "scope"  # a rule puts it out
    EVIDENCE = "evidence"  # evidence is missing, and the plan is strict
    NO_COST = "no_cost"  # nobody said what the works cost
    WINDOW = "window"  # none of the plan's years is open to it
    CAPACITY = "capacity"  # no street or firm has hands free
    MONEY = "money"  # others bring more for the money


@dataclass(frozen=True, slots=True)
class Candidate:
    """An estate that may be chosen; `gross` is the cost per class in cents, None if not given.

    `unproven` are the rules of scope, and `waiting` the gates, that lack evidence; `shut` are
    the gates not passed, which close the first year; `estimated` names parts of the score.
    """

    id: str
    name: str
    street: str
    street_name: str
    households: int
    area: int | None
    score: Score
    gross: tuple[int | None, int | None, int | None]
    social: int
    mandatory: bool = False
    years: tuple[int, ...] = ()
    unproven: tuple[Standing, ...] = ()
    shut: tuple[Standing, ...] = ()
    waiting: tuple[Standing, ...] = ()
    estimated: tuple[str, ...] = ()

    @property
    def offered(self) -> tuple[bool, bool, bool]:
        """Return which classes can be done: basic always, others where they cost something."""
        return (True, bool(self.gross[1]), bool(self.gross[2]))

    @property
    def net(self) -> tuple[int, int, int]:
        """Return what budgets must pay per class.

        Social capital pays the upgrading class of its own estate; what is left of it, the
        improving class.
        """
        basic, improving, upgrading = (cents or 0 for cents in self.gross)
        spared = min(self.social, upgrading)
        return basic, improving - min(self.social - spared, improving), upgrading - spared


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An estate that the plan does not take, and why."""

    estate: Candidate
    why: Why
    reason: str


@dataclass(frozen=True, slots=True)
class Pool:
    """The candidates in order of id, and everybody else with the reason."""

    years: tuple[int, ...]
    candidates: tuple[Candidate, ...]
    left_out: tuple[LeftOut, ...]
