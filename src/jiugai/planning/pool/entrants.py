"""What is known of each estate when it asks to enter a plan."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from jiugai.planning.need.both import Needs, needs_all
from jiugai.planning.need.weights import Weights
from jiugai.planning.pool.assumptions import Assumptions, derive
from jiugai.planning.pool.buildings import Housing
from jiugai.planning.pool.dropped import Dropped, without
from jiugai.planning.pool.standing import Standing

Facts = Mapping[str, Any]
Standings = Mapping[str, Sequence[Standing]]

#: An estate of whose buildings no ledger tells.
NO_HOUSING: Final = Housing()


@dataclass(frozen=True, slots=True)
class Entrant:
    """An estate with its scores and standings.

    `given` are the facts of the ledgers, by which it is scored; `facts` those that the plan
    reckons with: what is `assumed` added, what went with the buildings `dropped` taken off.
    """

    given: Facts
    facts: Facts
    needs: Needs
    standings: Sequence[Standing]
    housing: Housing
    assumed: tuple[str, ...]
    underivable: tuple[str, ...]
    dropped: tuple[Dropped, ...]


def entrants(
    rows: Mapping[str, Facts],
    standings: Standings,
    *,
    weights: Weights,
    year: int,
    housing: Mapping[str, Housing],
    assumptions: Assumptions | None,
) -> dict[str, Entrant]:
    """Return everybody who asks to enter, by id; `year` is the first of the plan.

    Assumptions change no score and no verdict: they fill sizes and costs only.
    """
    needs = needs_all(list(rows.values()), weights, year=year)
    found = {}
    for (id_, facts), need in zip(rows.items(), needs, strict=True):
        here = housing.get(id_, NO_HOUSING)
        derived = derive(facts, assumptions)
        left, dropped = without(derived.facts, here)
        found[id_] = Entrant(
            given=facts,
            facts=left,
            needs=need,
            standings=standings.get(id_, ()),
            housing=here,
            assumed=derived.assumed,
            underivable=derived.lacking,
            dropped=dropped,
        )
    return found
