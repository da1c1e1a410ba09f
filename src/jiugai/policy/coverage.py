"""Which clause of the texts is realised by what; none may be forgotten."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from jiugai.policy.entries import NormativeClause
from jiugai.policy.rulebook import Document, Rulebook
from jiugai.policy.vocabulary import SUBJECTS

#: The five policy texts, whose every normative clause must be listed.
TEXTS: Final = ("xc18", "bj20", "p14", "bj22", "kf19")


@dataclass(frozen=True, slots=True)
class Covered:
    """A clause with what realises it; `lost` names things that do not exist."""

    document: str
    clause: NormativeClause
    lost: tuple[str, ...]

    @property
    def state(self) -> str:
        """Return realised, excused or open."""
        if self.clause.realised_by and not self.lost:
            return "realised"
        return "excused" if self.clause.excused and not self.clause.realised_by else "open"


def coverage(book: Rulebook, documents: tuple[str, ...] = TEXTS) -> list[Covered]:
    """Return every listed clause of `documents`, in the order of the texts."""
    known = existing(book)
    return [
        Covered(id_, clause, tuple(name for name in clause.realised_by if name not in known))
        for id_ in documents
        for clause in book.documents[id_].clauses
    ]


def existing(book: Rulebook) -> set[str]:
    """Return everything that can realise a clause, as `kind:id`."""
    found = {f"rule:{id_}" for id_ in book.rules} | {f"reading:{id_}" for id_ in book.readings}
    found |= {f"fact:{fact.id}" for subject in SUBJECTS for fact in subject.facts()}
    for document in book.documents.values():
        found |= _of(document)
    return found


def _of(document: Document) -> set[str]:
    return (
        {f"number:{id_}" for id_ in document.numbers}
        | {f"menu:{item.id}" for item in document.menu}
        | {f"duty:{duty.id}" for duty in document.duties}
        | {f"target:{target.id}" for target in document.targets}
        | {f"term:{term.id}" for term in document.terms}
        | {f"funding:{funding.id}" for funding in document.funding}
    )
