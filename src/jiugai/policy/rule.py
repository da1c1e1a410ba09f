"""What a rule is: one question about a subject, answered by a tree of conditions."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from jiugai.policy.conditions import Condition, Depends, Holds
from jiugai.policy.vocabulary.fact import Fact

if TYPE_CHECKING:
    from jiugai.kernel.source import Clause
    from jiugai.policy.vocabulary.fact import Subject


class Topic(StrEnum):
    """What a rule decides; it says where the verdict is shown and what it does to a plan."""

    SCOPE = "scope"  # not met puts the estate out
    ROUTE = "route"  # one way of being in scope, or one way of dealing with a subject
    NEED = "need"
    GATE = "gate"  # not met keeps the estate out of this year's plan
    PERMIT = "permit"
    WEATHER = "weather"  # met: the work may go on
    VOTE = "vote"  # met: the decision is carried
    FIRM = "firm"  # met: the firm is barred
    WARRANTY = "warranty"  # met: the part is under warranty
    TEST = "test"  # met: the tests owed are done
    FUND = "fund"
    MANAGEMENT = "management"
    FINANCE = "finance"


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """A question that a clause answers; `means` says in words what *met* is.

    `when` may be given as a bare flag. Rules compare by identity: there is one object per id.
    """

    id: str
    title: str
    means: str
    topic: Topic
    subject: type[Subject]
    clause: Clause
    when: Condition

    if TYPE_CHECKING:  # a bare flag is welcome, and is a condition from then on

        def __init__(
            self,
            id: str,  # noqa: A002
            title: str,
            means: str,
            topic: Topic,
            subject: type[Subject],
            clause: Clause,
            when: Condition | Fact,
        ) -> None: ...

    def __post_init__(self) -> None:
        if isinstance(self.when, Fact):
            object.__setattr__(self, "when", Holds(self.when))

    @property
    def document(self) -> str:
        """Return the id of the document that the rule realises."""
        return self.clause.document

    @property
    def met(self) -> Depends:
        """Return the condition that this rule is met, for use in another rule."""
        return Depends(self, label=self.title, clause=self.clause)

    def __repr__(self) -> str:
        return f"Rule({self.id})"
