"""Records of the system that can serve as evidence: parties, pipes, votes, owners' bodies."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from jiugai.apps.owners.evidence import proofs_of as owners_of
from jiugai.apps.participation.evidence import proofs_of
from jiugai.apps.projects.models import Hand, Review
from jiugai.apps.registry.models import Estate, Party, Stage
from jiugai.apps.surveys.evidence import proofs_of as surveys_of

#: What the entry of a party shows.
PARTIES: Final[dict[str, dict[str, Any]]] = {
    Party.Kind.PROPERTY: {"property_settled": True},
    Party.Kind.INVESTOR: {"investor_named": True},
    Party.Kind.IMPLEMENTER: {"implementer_named": True},
}
#: Stages in which an estate is in the reserve pool or was in it.
RESERVED: Final = frozenset(Stage) - {Stage.LEDGER, Stage.BLOCKED}


@dataclass(frozen=True, slots=True)
class Record:
    """Something that the system knows, and the facts that it shows."""

    key: str
    text: str
    facts: dict[str, Any]

    def shows(self, fact: str, value: Any) -> bool:
        """Return whether it shows that a fact has a value."""
        return fact in self.facts and self.facts[fact] == value


def records_of(estate: Estate) -> list[Record]:
    """Return everything the system knows of an estate that can serve as evidence."""
    return [one for find in FINDERS for one in find(estate)]


def record_of(estate: Estate, key: str) -> Record | None:
    """Return a record by its key, or None where it is not, or no longer, so."""
    return next((one for one in records_of(estate) if one.key == key), None)


def _parties(estate: Estate) -> Iterator[Record]:
    for party in estate.parties.filter(kind__in=list(PARTIES)).select_related("organisation"):
        text = f"{party.get_kind_display()}：{party.organisation}"
        yield Record(f"party:{party.pk}", text, PARTIES[party.kind])


def _stage(estate: Estate) -> Iterator[Record]:
    if estate.stage in RESERVED:
        text = _("小区所处阶段：{stage}").format(stage=estate.get_stage_display())
        yield Record("stage", text, {"in_reserve": True})


def _pipes(estate: Estate) -> Iterator[Record]:
    """Pipes are surveyed where owner, kind, length and cost of each are known (三(六)⑥)."""
    pipes = list(estate.pipes.all())
    lacking = [p for p in pipes if None in (p.organisation_id, p.length_m, p.cost_cents)]
    if pipes and not lacking:
        text = ngettext(
            "管线台账：%(n)s 条，权属、长度、费用齐全",
            "管线台账：%(n)s 条，权属、长度、费用齐全",
            len(pipes),
        ) % {"n": len(pipes)}
        yield Record("pipes", text, {"pipes_surveyed": True})


def _review(estate: Estate) -> Iterator[Record]:
    """A design that passed was reviewed and found good; one that is open again was not."""
    passed = Review.objects.filter(project__estate=estate, project__closed_on=None)
    for review in passed.filter(hand=Hand.PASSED):
        opinion = review.opinions.select_related("design", "by").last()
        if opinion is not None:
            text = _("设计审查：{design}，{person} {on} 审查合格").format(
                design=opinion.design, person=opinion.by, on=opinion.on
            )
            facts = {"planner_reviewed": True, "planner_passed": True}
            yield Record(f"review:{review.pk}", text, facts)


def _votes(estate: Estate) -> Iterator[Record]:
    for proof in proofs_of(estate):
        yield Record(proof.key, proof.text, proof.facts)


def _surveys(estate: Estate) -> Iterator[Record]:
    for proof in surveys_of(estate):
        yield Record(proof.key, proof.text, proof.facts)


def _owners(estate: Estate) -> Iterator[Record]:
    for proof in owners_of(estate):
        yield Record(proof.key, proof.text, proof.facts)


FINDERS: Final[tuple[Callable[[Estate], Iterator[Record]], ...]] = (
    _parties,
    _stage,
    _pipes,
    _review,
    _votes,
    _surveys,
    _owners,
)
