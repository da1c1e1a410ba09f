"""The pool of a division out of its register; kept in this process while nothing changes."""

import json
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from threading import Lock
from typing import Any, Final, TypeVar

from jiugai.apps.plans.asked import Asked, law_of_plan, terms_in
from jiugai.apps.plans.models import Place
from jiugai.apps.registry.models import Stage
from jiugai.apps.registry.queries.frames import Register, read_register
from jiugai.kernel.i18n import language
from jiugai.planning.pool.candidates import Pool
from jiugai.policy.law import Law

#: Estates in these stages can still come into a plan; works of the others have begun.
OPEN: Final = (Stage.LEDGER, Stage.RESERVE, Stage.PLAN)
RESERVED: Final = (Stage.RESERVE, Stage.PLAN)
#: What of a scenario decides about who may enter; money and demands do not.
DECIDES: Final = ("weights", "assumptions", "strict", "proposal", "reserve")
#: So many pools are kept; one of 7,000 estates takes some 60 MB.
KEPT: Final = 3

T = TypeVar("T")


@dataclass(frozen=True, eq=False)
class Entrants:
    """A register, the law that judged it, and the pool that came of it."""

    register: Register
    law: Law
    pool: Pool


class _Shelf:
    """The last few things made, by their key."""

    def __init__(self) -> None:
        self._things: OrderedDict[str, Any] = OrderedDict()
        self._lock = Lock()

    def get(self, key: str, make: Callable[[], T]) -> T:
        """Return a thing that is kept, or make it."""
        with self._lock:
            if key in self._things:
                self._things.move_to_end(key)
                return self._things[key]  # type: ignore[no-any-return]
        made = make()
        with self._lock:
            self._things[key] = made
            while len(self._things) > KEPT:
                self._things.popitem(last=False)
        return made


_SHELF: Final = _Shelf()


def register_for(division: str, years: tuple[int, ...], asked: Asked) -> Register:
    """Return the estates that a plan of some years can be about.

    Who stands in a plan in force for other years has its year there.
    """
    elsewhere = Place.objects.filter(
        result__plan__division=division, result__plan__ended_on=None, year__isnull=False
    ).exclude(result__plan__first__lte=years[-1], result__plan__last__gte=years[0])
    stages = RESERVED if asked.get("reserve") else OPEN
    return read_register(division, stages, but=set(elsewhere.values_list("estate_id", flat=True)))


def entrants_of(
    division: str, day: date, years: tuple[int, ...], asked: Asked, *, ranking: bool = False
) -> Entrants:
    """Return who may enter the plan of a division, as its register is now.

    The register is read each time; what follows from it is kept. Raises what the core raises;
    with `ranking`, nobody plans yet, and what would stop a plan is shown instead.
    """
    register = register_for(division, years, asked)
    law = law_of_plan(division, day, asked)
    decides = {name: asked.get(name) for name in DECIDES}
    key = json.dumps(
        [division, day.isoformat(), years, decides, language(), register.digest, ranking],
        default=str,
    )

    def make() -> Entrants:
        from jiugai.planning.plan import pool_of  # with the solvers, which load for long

        terms = terms_in({**asked, "demands": []}, law, years)
        pool = pool_of(
            register.estates,
            law=law,
            years=years,
            terms=terms,
            children=register.children,
            ranking=ranking,
        )
        return Entrants(register, law, pool)

    return _SHELF.get(key, make)
