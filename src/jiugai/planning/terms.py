"""What a plan is asked to keep to."""

from dataclasses import dataclass
from typing import Any, Final

from jiugai.kernel.source import Clause
from jiugai.planning.demands.demand import NO_DEMANDS, Demands
from jiugai.planning.demands.packaging import AS_BLOCKS, Packaging
from jiugai.planning.demands.pilots import PilotsAsked, pilots_asked
from jiugai.planning.ground.barriers import NONE, Barriers
from jiugai.planning.ground.grounds import NO_GROUNDS, Grounds, grounds_of
from jiugai.planning.model.capacity import NO_BOUND, Capacity
from jiugai.planning.model.limits import BasicShare, Unit, basic_share
from jiugai.planning.need.weights import Weights, default_weights
from jiugai.planning.pool.assumptions import Assumptions
from jiugai.planning.record import PlanRecord
from jiugai.planning.rolling.last import Last
from jiugai.planning.search.prices import Known
from jiugai.policy.entries import Works
from jiugai.policy.law import Law

DEFAULT_SECONDS: Final = 20.0


@dataclass(frozen=True, slots=True)
class Terms:
    """Everything that a plan is asked to keep to besides its candidates and budget.

    `seconds` are for the search, `curve` more of them for other budgets, and `ways` for the ways
    in of those left out, where not 0. `start` is a plan to search on from; unlike the `last` one
    it binds to nothing. `prices` are those of that plan.
    """

    weights: Weights
    share: BasicShare | None = None
    capacity: Capacity = NO_BOUND
    carry: bool = False
    strict: bool = False
    seconds: float = DEFAULT_SECONDS
    basic_first: Clause | None = None
    barriers: Barriers = NONE
    packaging: Packaging = AS_BLOCKS
    grounds: Grounds = NO_GROUNDS
    demands: Demands = NO_DEMANDS
    assumptions: Assumptions | None = None
    pilots: PilotsAsked | None = None
    last: Last | None = None
    start: PlanRecord | None = None
    prices: Known | None = None
    curve: float = 0.0
    ways: float = 0.0


def terms_of(law: Law, **more: Any) -> Terms:
    """Return what the law asks of a plan, with whatever else is given."""
    given = {"weights": default_weights()} | more
    chosen = given["weights"].basic_share
    by_choice = BasicShare(chosen, Unit.INVESTMENT) if chosen else None
    return Terms(
        share=basic_share(law) or by_choice,
        basic_first=basic_first(law),
        pilots=pilots_asked(law),
        grounds=grounds_of(law),
        **given,
    )


def basic_first(law: Law) -> Clause | None:
    """Return the clause by which other works come only with the basic ones, if one is in force."""
    found = (
        item.clause
        for document in law.documents
        for item in document.menu
        if item.works is not Works.BASIC and f"{document.id}.basic" in item.needs
    )
    return next(found, None)
