"""Who may enter a plan: estates that no rule puts out, with score, costs and feasible years."""

from dataclasses import dataclass
from enum import StrEnum

from jiugai.planning.need.both import Needs
from jiugai.planning.need.open_parts import OpenPart
from jiugai.planning.need.scores import Score
from jiugai.planning.pairs import Pair, Place
from jiugai.planning.pool.dropped import Dropped
from jiugai.planning.pool.standing import Standing
from jiugai.policy.entries import Works


class Why(StrEnum):
    """Why an estate is not in the plan."""

    SCOPE = "scope"  # a rule puts it out
    BUILDINGS = "buildings"  # a rule keeps out every building that the ledgers list
    EVIDENCE = "evidence"  # evidence is missing, and the plan is strict
    NO_COST = "no_cost"  # nobody said what the works cost
    WINDOW = "window"  # none of the plan's years is open to it
    BEGUN = "begun"  # its works began under the plan adopted last
    EXCLUDED = "excluded"  # the office wants it out, and says why
    CAPACITY = "capacity"  # no street or firm has hands free
    DEMANDS = "demands"  # a quota, or the bound on changes, keeps it out
    MONEY = "money"  # others bring more for the money


@dataclass(frozen=True, slots=True)
class Candidate:
    """An estate that may be chosen; `gross` is the cost per class in cents, None if not given.

    `required` are classes that must come with a start. `unproven` are the rules of scope, and
    `waiting` the gates, that lack evidence; `shut` are the gates not passed, which close the
    first year; `estimated` names parts of the score. `within` are the names of the district,
    sub-district and community it lies in; `stood` is where it stands that it must be in.

    `needs` are the scores by either way, of which `score` drives the plan; `open_parts` are the
    parts of that score for which evidence is missing, with what it could bring. `assumed` names
    the facts that a file of assumptions stands in for, `underivable` what it lacks for the cost.
    `dropped` are buildings that are in no year of the plan, whose figures are taken off;
    `open_buildings` those that are in for want of evidence, with the rule.
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
    required: tuple[Works, ...] = ()
    years: tuple[int, ...] = ()
    unproven: tuple[Standing, ...] = ()
    shut: tuple[Standing, ...] = ()
    waiting: tuple[Standing, ...] = ()
    estimated: tuple[str, ...] = ()
    division: str = ""
    within: tuple[str, ...] = ()
    stood: str = ""
    needs: Needs | None = None
    open_parts: tuple[OpenPart, ...] = ()
    assumed: tuple[str, ...] = ()
    underivable: tuple[str, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    open_buildings: tuple[tuple[str, Standing], ...] = ()

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
    """The candidates in order of id, everybody else with the reason, and where they stand.

    `pairs` are candidates whose works are worth more in the same year.
    """

    years: tuple[int, ...]
    candidates: tuple[Candidate, ...]
    left_out: tuple[LeftOut, ...]
    pairs: tuple[Pair, ...] = ()
    places: tuple[Place, ...] = ()
