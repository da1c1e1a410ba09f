"""The result of a vote: every item of every body, with grounds and what would change it."""

from __future__ import annotations

from dataclasses import dataclass

from jiugai.consent.ballots import Ballots
from jiugai.consent.counting import Count
from jiugai.consent.electorate import Body, HowToCount
from jiugai.consent.facts import VoteFacts
from jiugai.consent.matching import Codes, Ints
from jiugai.consent.publication import Publication
from jiugai.consent.roll import Roll
from jiugai.consent.shares import Requirement
from jiugai.consent.standing import FIRST_PROBLEM
from jiugai.consent.thresholds import Matter, StillNeeded
from jiugai.consent.validity import Window
from jiugai.kernel.source import Clause
from jiugai.kernel.verdict import Verdict
from jiugai.policy.case import Finding
from jiugai.policy.law import Law


@dataclass(frozen=True, slots=True)
class Alternative:
    """What another reading would give; `carried` is None where that cannot be told, with why.

    `bears` is false where nothing in this vote depends on the reading.
    """

    reading: str
    clause: Clause
    question: str
    taken: str
    option: str
    carried: bool | None
    differs: bool | None
    bears: bool = True
    why: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """One item decided by one body."""

    item: str
    matter: Matter
    body: str
    count: Count
    vote: VoteFacts
    finding: Finding
    requirements: tuple[Requirement, ...]
    needed: StillNeeded
    alternatives: tuple[Alternative, ...]

    @property
    def carried(self) -> bool:
        """Return whether the decision is carried."""
        return self.finding.verdict is Verdict.MET


@dataclass(frozen=True, slots=True)
class Result:
    """A whole tally; `standing` is that of each ballot in the order of `ballots`.

    `instead` is the number of the ballot that replaced it, −1 for none.
    """

    law: Law
    body: Body
    window: Window
    how: HowToCount
    roll: Roll
    ballots: Ballots
    standing: Codes
    instead: Ints
    outcomes: tuple[Outcome, ...]
    publication: Publication | None
    notes: tuple[str, ...]

    @property
    def has_problems(self) -> bool:
        """Return whether any ballot could not be counted and somebody must look."""
        return bool((self.standing >= FIRST_PROBLEM).any())
