"""Records of the system that show who agreed to which parts: votes, and surveys of demand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from jiugai.apps.participation.evidence import part_proofs_of
from jiugai.apps.registry.law import law_for
from jiugai.apps.registry.models import Estate
from jiugai.apps.surveys.evidence import wishes_of
from jiugai.kernel.verdict import Verdict
from jiugai.policy.law import Law

#: Asks of an estate what its residents agreed to; its reading says which share is consensus.
OF_ESTATE = "bj22.gate.consensus"


@dataclass(frozen=True, slots=True)
class PartRecord:
    """Something that residents decided: of which parts it speaks, and whether they agreed.

    Without items it speaks of every part, without a building of every building.
    """

    key: str
    text: str
    is_agreed: bool
    items: frozenset[str] | None = None
    building: int | None = None

    def speaks_of(self, item: str, building: int | None) -> bool:
        """Return whether it says something about a part."""
        is_asked = self.items is None or item in self.items
        return is_asked and self.building in (None, building)


def part_records(estate: Estate, *, day: date) -> list[PartRecord]:
    """Return what the system knows of consent to parts of the works of an estate."""
    law = law_for(estate.division, day)
    return [*_votes(estate), *_surveys(estate, law)]


def part_record(estate: Estate, key: str, *, day: date) -> PartRecord | None:
    """Return a record by its key, or None where it is not, or no longer, so."""
    return next((one for one in part_records(estate, day=day) if one.key == key), None)


def _votes(estate: Estate) -> Iterator[PartRecord]:
    for proof in part_proofs_of(estate):
        yield PartRecord(proof.key, proof.text, proof.is_carried, building=proof.building)


def _surveys(estate: Estate, law: Law) -> Iterator[PartRecord]:
    """Yield closed surveys of demand that enough of all households answered with yes."""
    for wish in wishes_of(estate):
        agreed = {item for item, share in wish.shares.items() if is_consensus(law, share)}
        if agreed:
            yield PartRecord(wish.key, wish.text, is_agreed=True, items=frozenset(agreed))


def is_consensus(law: Law, share: float) -> bool:
    """Return whether a share of households is consensus by the reading taken at a place."""
    if OF_ESTATE not in law.rules:
        return False
    return law.judge(OF_ESTATE, {"consent_share": share}).verdict is Verdict.MET
