"""What came of trying a reading, as pages show it."""

from collections.abc import Sequence
from dataclasses import dataclass

from jiugai.apps.registry.models import Estate, ReadingTrial
from jiugai.kernel.verdict import Verdict
from jiugai.policy.rule import Rule
from jiugai.policy.rulebook import rulebook

#: The order in which verdicts are shown.
ORDER = (Verdict.MET, Verdict.UNKNOWN, Verdict.NOT_MET)


@dataclass(frozen=True, slots=True)
class RuleSaid:
    """How a rule comes out before and after, in the order met, open, not met."""

    rule: Rule
    before: Sequence[int] | None
    after: Sequence[int] | None
    moves: int


@dataclass(frozen=True, slots=True)
class TrialSaid:
    """The figures of a trial, the rules that turn, and the first estates that move."""

    estates: int
    moves: int
    entering: int
    leaving: int
    overall: Sequence[tuple[str, str, int]]
    rules: Sequence[RuleSaid]
    others: Sequence[Rule]
    named: Sequence[tuple[Estate, str, str]]


def trial_in_words(trial: ReadingTrial) -> TrialSaid | None:
    """Return what came of a trial; None while it is not worked out."""
    outcome, rules = trial.outcome, rulebook().rules
    if outcome is None:
        return None
    moves = [(before, after, count) for before, after, count in outcome["overall"]]
    here = Estate.objects.in_bulk([pk for pk, _before, _after in outcome["named"]])
    return TrialSaid(
        estates=outcome["estates"],
        moves=outcome["moves"],
        entering=sum(n for before, after, n in moves if after == Verdict.MET),
        leaving=sum(n for before, after, n in moves if before == Verdict.MET),
        overall=moves,
        rules=[
            RuleSaid(
                rules[one["rule"]], _counts(one["before"]), _counts(one["after"]), one["moves"]
            )
            for one in outcome["rules"]
            if one["rule"] in rules
        ],
        others=[rules[id_] for id_ in outcome["others"] if id_ in rules],
        named=[(here[pk], old, new) for pk, old, new in outcome["named"] if pk in here],
    )


def _counts(found: dict[str, int] | None) -> list[int] | None:
    return None if found is None else [found.get(verdict.value, 0) for verdict in ORDER]
