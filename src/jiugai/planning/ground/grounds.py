"""The clauses that ask for contiguous renovation and allow bundled tenders."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from jiugai.kernel.source import Clause
from jiugai.planning.demands.packaging import By
from jiugai.policy.law import Law

#: Duties by which neighbours are renovated together.
_TOGETHER: Final = (
    "bj22.duty.contiguous",
    "kf19.duty.contiguous",
    "p14.duty.contiguous",
    "xc18.duty.neighbours",
)
#: Duties by which works are tendered together, per way of packing.
_TENDERED: Final = {
    By.BLOCK: ("bj20.duty.bundled_tender",),
    By.STREET: ("bj20.duty.bundled_tender", "p14.duty.tender_bundle", "xc18.duty.tender"),
    By.CLASS: ("bj20.duty.bundled_tender", "p14.duty.tender_bundle"),
}


@dataclass(frozen=True, slots=True)
class Grounds:
    """What the texts in force in a place say of neighbours and of tenders; may be nothing."""

    together: tuple[Clause, ...] = ()
    tendered: tuple[tuple[By, tuple[Clause, ...]], ...] = ()

    def tender(self, by: By) -> tuple[Clause, ...]:
        """Return the clauses behind a way of packing."""
        return dict(self.tendered).get(by, ())


NO_GROUNDS: Final = Grounds()


def grounds_of(law: Law) -> Grounds:
    """Return the clauses of a place and day."""
    duties = {duty.id: duty.clause for document in law.documents for duty in document.duties}

    def clauses(ids: Iterable[str]) -> tuple[Clause, ...]:
        return tuple(duties[id_] for id_ in ids if id_ in duties)

    return Grounds(clauses(_TOGETHER), tuple((by, clauses(ids)) for by, ids in _TENDERED.items()))
