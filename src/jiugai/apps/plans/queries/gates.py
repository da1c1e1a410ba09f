"""How an estate stands before each gate; whatever else keeps the state of gates joins here."""

from dataclasses import dataclass

from jiugai.kernel.i18n import _ as say
from jiugai.kernel.verdict import Verdict
from jiugai.planning.pool.candidates import Candidate
from jiugai.policy.law import Law
from jiugai.policy.rule import Topic


@dataclass(frozen=True, slots=True)
class Dot:
    """A gate by its rule, title and clause, and the verdict on one estate."""

    rule: str
    title: str
    clause: str
    verdict: Verdict


def dots_of(estate: Candidate, law: Law) -> tuple[Dot, ...]:
    """Return the verdict of every gate in force on an estate, in the order of the rules."""
    shut = {one.rule for one in estate.shut}
    waiting = {one.rule for one in estate.waiting}
    return tuple(
        Dot(rule.id, say(rule.title), str(rule.clause), _verdict(rule.id, shut, waiting))
        for rule in law.rules_on(topics=[Topic.GATE])
    )


def _verdict(rule: str, shut: set[str], waiting: set[str]) -> Verdict:
    if rule in shut:
        return Verdict.NOT_MET
    return Verdict.UNKNOWN if rule in waiting else Verdict.MET
