"""Compute the stored verdict on an estate again, from its stored facts and the law of its day."""

from dataclasses import dataclass

from jiugai.apps.registry.law import LawKey, chosen_for, law_by
from jiugai.apps.registry.models import Assessment, Estate
from jiugai.apps.registry.queries.findings import facts_of
from jiugai.kernel.division import DISTRICT, shortest
from jiugai.kernel.verdict import Verdict
from jiugai.policy.rule import Rule


@dataclass(frozen=True, slots=True)
class Differs:
    """A rule whose verdict comes out differently; empty where it was not or is not in force."""

    rule: str
    title: str
    before: str
    now: str


@dataclass(frozen=True, slots=True)
class Replay:
    """What was stored, and what comes out differently."""

    assessment: Assessment
    digest: str
    verdicts: int
    differing: tuple[Differs, ...]
    chosen_now: dict[str, str]

    @property
    def same_readings(self) -> bool:
        """Return whether offices read the texts of that day as they did then."""
        return bool(self.chosen_now == self.assessment.readings)

    @property
    def same_rulebook(self) -> bool:
        """Return whether the rules are those of then, to the byte."""
        return self.digest == self.assessment.digest


def replay(estate: Estate) -> Replay | None:
    """Return the stored verdict computed again; None where none is stored."""
    stored = Assessment.objects.filter(estate=estate).first()
    if stored is None:
        return None
    law = law_by(_key(stored))
    findings = law.judge_all(facts_of(estate))
    now = {rule: finding.verdict.value for rule, finding in findings.items()}
    titles = {rule: finding.rule for rule, finding in findings.items()}
    before = _before(stored)
    differing = tuple(
        Differs(rule, _title(titles.get(rule), rule), before.get(rule, ""), now.get(rule, ""))
        for rule in sorted({*before, *now})
        if before.get(rule) != now.get(rule)
    )
    chosen = chosen_for(stored.division, stored.day)
    return Replay(stored, law.book.digest, len(now), differing, chosen)


def _key(stored: Assessment) -> LawKey:
    """Return the key of the law of then, read as it was read then."""
    place = shortest(stored.division[:DISTRICT])
    return LawKey(place, stored.day, tuple(sorted(stored.readings.items())))


def _before(stored: Assessment) -> dict[str, str]:
    lists = (
        (Verdict.MET, stored.met),
        (Verdict.NOT_MET, stored.not_met),
        (Verdict.UNKNOWN, stored.unknown),
    )
    return {rule: verdict.value for verdict, rules in lists for rule in rules}


def _title(rule: Rule | None, name: str) -> str:
    return rule.title if rule else name
