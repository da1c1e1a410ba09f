"""How estates stand under the rules that decide about a plan: who is in, who must wait."""

from dataclasses import dataclass
from typing import Final

from jiugai.kernel.i18n import _, listed
from jiugai.kernel.source import Clause
from jiugai.kernel.verdict import Verdict
from jiugai.policy.naming import fact_name
from jiugai.policy.rule import Rule, Topic
from jiugai.policy.verdicts import Reason, Verdicts

#: Topics whose verdicts matter to a plan.
DECIDING: Final = (Topic.SCOPE, Topic.GATE)


@dataclass(frozen=True, slots=True)
class Standing:
    """The verdict of one rule on one estate: which rule, by which clauses, what is missing."""

    rule: str
    title: str
    topic: Topic
    verdict: Verdict
    because: tuple[Clause, ...] = ()
    missing: tuple[str, ...] = ()

    @classmethod
    def of(cls, rule: Rule, reason: Reason) -> "Standing":
        """Return what a plan needs of a verdict."""
        title = _(rule.title)
        return cls(rule.id, title, rule.topic, reason.verdict, reason.because, reason.missing)

    @property
    def clauses(self) -> str:
        """Return the clauses that decided, to be read."""
        return listed(self.because)

    @property
    def missing_headings(self) -> str:
        """Return the missing facts as a ledger calls them."""
        return listed(fact_name(name) for name in self.missing)


def standings_of(verdicts: Verdicts) -> dict[str, tuple[Standing, ...]]:
    """Return how each estate stands under the deciding rules.

    Rules that are met say nothing that a plan must heed and are left out.
    """
    rules = {id_: rule for id_, rule in verdicts.rules.items() if rule.topic in DECIDING}
    return {
        estate: tuple(
            Standing.of(rule, reasons[id_])
            for id_, rule in rules.items()
            if reasons[id_].verdict is not Verdict.MET
        )
        for estate, reasons in verdicts.each()
    }
