"""Why a rule says what it says of a thing: clause, conditions, and what would change it."""

from collections.abc import Sequence
from dataclasses import dataclass

from jiugai.apps.registry.models import ChosenReading
from jiugai.apps.registry.queries.findings import Missing, missing_facts
from jiugai.apps.registry.queries.readings import chosen_behind
from jiugai.kernel.source import Clause
from jiugai.policy.case import Facts, Finding
from jiugai.policy.entries import NormativeClause
from jiugai.policy.explain import Explanation, explanation
from jiugai.policy.law import Law
from jiugai.policy.rulebook import Document, rulebook
from jiugai.policy.turns import Turn, first_turns, turns


@dataclass(frozen=True, slots=True)
class Why:
    """A verdict with its clause in our words, its explanation and what would turn it."""

    explanation: Explanation
    document: Document
    says: NormativeClause | None
    turns: Sequence[Turn]
    others: Sequence[tuple[Clause, NormativeClause | None]]
    missing_facts: Sequence[Missing]
    chosen: Sequence[ChosenReading]


def why(finding: Finding, law: Law, facts: Facts) -> Why:
    """Return why a finding came out as it did."""
    rule = finding.rule
    found = first_turns(turns(law, rule.id, facts)).values()
    return Why(
        explanation(finding, law),
        law.book.documents[rule.document],
        clause_text(rule.clause),
        sorted(found, key=lambda turn: turn.verdict == "unknown"),
        [(one, clause_text(one)) for one in finding.because if one != rule.clause],
        missing_facts([finding]),
        chosen_behind(rule, law),
    )


def clause_text(clause: Clause) -> NormativeClause | None:
    """Return what a clause says in our words, or None where it is not listed."""
    document = rulebook().documents.get(clause.document)
    listed = document.clauses if document else ()
    return next((one for one in listed if one.clause == clause), None)
